import { text } from '../../core/text.ts';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import { isBuildFileName } from '../../knowledge/build-file-names.ts';
import { isReference } from '../../syntax/image-reference/is-reference.ts';
import type { ProcessDefaults } from '../gathering/process-defaults.ts';
import { contactError } from './client/contact-error.ts';
import { openClient } from './client/engine-client.ts';
import { isGone, type Answer } from './client/failure.ts';
import { resolveEngine } from './resolve-engine.ts';

/** What the local engine has under a name. */
export interface NamedOnEngine {
  /** The engine as a target is spelled. */
  readonly engine: string;
  /** Ids of the subjects: a container, an image, or one of each. */
  readonly ids: readonly string[];
}

const containerName = /^[a-zA-Z0-9][\w.-]+$/;

/** What ends so is a file, also where it is not there. */
const fileEnds = /\.(?:ya?ml|json|xml|txt|tar|t?gz|plimsoll|cdx|spdx|sarif)$/i;

/** Whether a text that names no file may be the name of a container or of an image. */
export const isEngineName = (spelling: string): boolean =>
  (containerName.test(spelling) || isReference(spelling)) &&
  !fileEnds.test(spelling) &&
  !isBuildFileName(spelling);

const identified = z.object({ Id: z.string() });

/** Milliseconds for one answer about one thing. */
const requestTimeout = 10_000;

/**
 * Asks the engine that the docker command line would talk to which container and which image it has under a name, in
 * its own reading of names: a tag, a digest, the beginning of an id.
 *
 * @throws PlimsollError `target-unknown` where it has neither, and what reaching it throws
 */
export async function findNamed(
  name: string,
  { env, home }: Pick<ProcessDefaults, 'env' | 'home'>,
): Promise<NamedOnEngine> {
  const address = await resolveEngine(undefined, env, home);
  const client = await openClient(address, { requestTimeout, clean: (said) => said });
  const idOf = async (answer: Answer<unknown>): Promise<readonly string[]> => {
    if ('value' in answer) return [identified.parse(answer.value).Id];
    if (isGone(answer.failure)) return [];
    throw await contactError(address, answer.failure, client.lastTransportError());
  };
  const take = (_: string, answer: Answer<unknown>): Answer<unknown> => answer;
  try {
    const container = containerName.test(name)
      ? await idOf(await client.ask((docker) => docker.getContainer(name).inspect(), take))
      : [];
    const image = isReference(name)
      ? await idOf(await client.ask((docker) => docker.getImage(name).inspect(), take))
      : [];
    const ids = [...container, ...image];
    if (ids.length > 0) return { engine: address.id, ids };
  } finally {
    await client.close();
  }
  throw new PlimsollError(
    'target-unknown',
    text(
      `The engine at ${address.id} has no container and no image ${JSON.stringify(name)}, and no file has that name.`,
      `引擎 ${address.id} 没有名为 ${JSON.stringify(name)} 的容器或镜像，也没有此名称的文件。`,
    ),
    {
      hint: text(
        `An image of a registry is named with its tag or its registry: ${name}:latest. See what can be named with: plimsoll list targets`,
        `镜像仓库中的镜像连同标签或仓库主机名指明：${name}:latest。可用的目标：plimsoll list targets`,
      ),
    },
  );
}

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
  /** Id of the subject: of a container, or of an image. */
  readonly ids: readonly string[];
  /** Whether an image has the name of the container as well. */
  readonly both: boolean;
}

/** What a name may be said to be of. */
const kinds = ['container', 'image'] as const;

/** Takes what a name is said to be of from it: `container:NAME`, `image:NAME`. */
export function kindInName(spelling: string) {
  const of = kinds.find((kind) => spelling.startsWith(`${kind}:`));
  return { of, name: of === undefined ? spelling : spelling.slice(of.length + 1) };
}

const containerName = /^[a-zA-Z0-9][\w.-]+$/;

/** What ends so is a file, also where it is not there. */
const fileEnds = /\.(?:ya?ml|json|xml|txt|tar|t?gz|plimsoll|cdx|spdx|sarif)$/i;

/** Whether a text that names no file may be the name of a container or of an image. */
export function isEngineName(spelling: string): boolean {
  const { of, name } = kindInName(spelling);
  if (!containerName.test(name) && !isReference(name)) return false;
  return of !== undefined || (!fileEnds.test(name) && !isBuildFileName(name));
}

const identified = z.object({ Id: z.string() });

/** Milliseconds for one answer about one thing. */
const requestTimeout = 10_000;

/**
 * Asks the engine that the docker command line would talk to which container it has under a name, or else which image, in
 * its own reading of names: a tag, a digest, the beginning of an id.
 *
 * @param spelling a name, before which may stand what it is of
 * @throws PlimsollError `target-unknown` where it has neither, and what reaching it throws
 */
export async function findNamed(
  spelling: string,
  { env, home }: Pick<ProcessDefaults, 'env' | 'home'>,
): Promise<NamedOnEngine> {
  const { of, name } = kindInName(spelling);
  const address = await resolveEngine(undefined, env, home);
  const client = await openClient(address, { requestTimeout, clean: (said) => said });
  const idOf = async (answer: Answer<unknown>): Promise<readonly string[]> => {
    if ('value' in answer) return [identified.parse(answer.value).Id];
    if (isGone(answer.failure)) return [];
    throw await contactError(address, answer.failure, client.lastTransportError());
  };
  const take = (_: string, answer: Answer<unknown>): Answer<unknown> => answer;
  try {
    const container =
      containerName.test(name) && of !== 'image'
        ? await idOf(await client.ask((docker) => docker.getContainer(name).inspect(), take))
        : [];
    const image =
      isReference(name) && of !== 'container'
        ? await idOf(await client.ask((docker) => docker.getImage(name).inspect(), take))
        : [];
    // As for docker itself, a name is a container's first.
    const ids = container.length > 0 ? container : image;
    const both = container.length > 0 && image.length > 0;
    if (ids.length > 0) return { engine: address.id, ids, both };
  } finally {
    await client.close();
  }
  const what = of === undefined ? noneOfBoth : noneOf[of];
  const shown = JSON.stringify(name);
  throw new PlimsollError(
    'target-unknown',
    text(
      `The engine at ${address.id} has ${what.en} ${shown}${of === undefined ? ', and no file has that name' : ''}.`,
      `引擎 ${address.id} 没有名为 ${shown} 的${what.zh}${of === undefined ? '，也没有此名称的文件' : ''}。`,
    ),
    {
      hint:
        of === 'container'
          ? text('List its containers with: docker ps --all', '列出其容器：docker ps --all')
          : text(
              `An image of a registry is named with its tag or its registry: ${name}:latest. See what can be named with: plimsoll list targets`,
              `镜像仓库中的镜像连同标签或仓库主机名指明：${name}:latest。可用的目标：plimsoll list targets`,
            ),
    },
  );
}

const noneOfBoth = text('no container and no image', '容器或镜像');

const noneOf = {
  container: text('no container', '容器'),
  image: text('no image', '镜像'),
};

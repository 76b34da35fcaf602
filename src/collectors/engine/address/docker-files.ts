import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJsonText, whyNotJson } from '../../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { readOwnText } from '../../files/read-text.ts';
import { absent, fileError } from '../../../files/file-error.ts';
import type { Environment } from './engine-address.ts';
import { text, type Text } from '../../../core/text.ts';
import { readWith } from '../../../core/read-with.ts';
import { sayProblems } from '../../../core/say-issues.ts';

/** The folder of the docker command line's own settings. */
export const dockerFolder = (env: Environment, home: string): string =>
  env['DOCKER_CONFIG'] || join(home, '.docker');

const config = z.object({ currentContext: z.string().optional() });

/**
 * The context that `docker context use` chose; `undefined` when none was.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`: another engine than the one meant is worse
 */
export async function currentContext(folder: string): Promise<string | undefined> {
  const json = await optionalText(join(folder, 'config.json'));
  if (json === undefined) return undefined;
  return parse(json, config, join(folder, 'config.json')).currentContext || undefined;
}

const meta = z.object({
  Name: z.string(),
  Endpoints: z.object({
    docker: z.object({ Host: z.string(), SkipTLSVerify: z.boolean().optional() }).optional(),
  }),
});

/** One stored context of the docker command line. */
export interface DockerContext {
  readonly host: string;
  readonly skipVerify: boolean;
  /** Where its certificates are, if it has any. */
  readonly tlsFolder: string;
}

/**
 * Reads one context by its name.
 *
 * @throws PlimsollError `target-unknown` when there is none, with the names that there are
 */
export async function readContext(folder: string, name: string): Promise<DockerContext> {
  const digest = createHash('sha256').update(name).digest('hex');
  const path = join(folder, 'contexts', 'meta', digest, 'meta.json');
  const json = await optionalText(path);
  const docker = json === undefined ? undefined : parse(json, meta, path).Endpoints.docker;
  if (!docker) throw unknownContext(name, await contextNames(folder));
  return {
    host: docker.Host,
    skipVerify: docker.SkipTLSVerify ?? false,
    tlsFolder: join(folder, 'contexts', 'tls', digest, 'docker'),
  };
}

/** The names of all contexts, `default` among them. */
export async function contextNames(folder: string): Promise<readonly string[]> {
  const root = join(folder, 'contexts', 'meta');
  let digests: readonly string[];
  try {
    digests = await readdir(root);
  } catch (error) {
    const failure = fileError(root, error);
    if (absent(failure)) return ['default'];
    throw failure;
  }
  const texts = await Promise.all(
    digests.map((digest) => optionalText(join(root, digest, 'meta.json'))),
  );
  const names = texts.flatMap((json, at) =>
    json === undefined ? [] : [parse(json, meta, join(root, digests[at] ?? '')).Name],
  );
  return ['default', ...names.toSorted()];
}

/** The text of a file of this user's; `undefined` when there is none. */
export async function optionalText(path: string): Promise<string | undefined> {
  try {
    return await readOwnText(path);
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

function parse<T>(json: string, schema: z.ZodType<T>, path: string): T {
  let value: unknown;
  try {
    value = parseJsonText(json);
  } catch (cause) {
    const why = whyNotJson(cause);
    throw unreadable(path, text(`it is not JSON: ${why.en}`, `不是 JSON：${why.zh}`), cause);
  }
  const read = readWith(schema, value);
  if (!read.success) throw unreadable(path, sayProblems(read.problems));
  return read.data;
}

const unreadable = (path: string, why: Text, cause?: unknown): PlimsollError =>
  new PlimsollError(
    'file-unreadable',
    text(`${path} could not be understood: ${why.en}.`, `无法理解 ${path}：${why.zh}。`),
    {
      hint: text(
        'Repair it, or name the engine: plimsoll scan unix:///var/run/docker.sock',
        '请修复该文件，或指明引擎：plimsoll scan unix:///var/run/docker.sock',
      ),
      cause,
    },
  );

const unknownContext = (name: string, known: readonly string[]): PlimsollError =>
  new PlimsollError(
    'target-unknown',
    text(
      `Docker has no context ${JSON.stringify(name)}.`,
      `Docker 没有名为 ${JSON.stringify(name)} 的 context。`,
    ),
    {
      hint: text(
        `The contexts that it has: ${known.join(', ')}.`,
        `已有的 context：${known.join('、')}。`,
      ),
    },
  );

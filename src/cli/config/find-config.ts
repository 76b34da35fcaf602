import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PlimsollError } from '../../index.ts';

const fileNames = [
  'plimsoll.config.ts',
  'plimsoll.config.mts',
  'plimsoll.config.js',
  'plimsoll.config.mjs',
];

/**
 * The configuration's file: the one named, or else the nearest from a folder upwards; `undefined` where there
 * is none.
 *
 * @throws PlimsollError `config-not-found` when the one that is named is not there
 */
export async function findConfig(
  named: string | undefined,
  cwd: string,
): Promise<string | undefined> {
  if (named === undefined) return findUpwards(cwd);
  const path = resolve(cwd, named);
  if (await exists(path)) return path;
  throw new PlimsollError('config-not-found', `There is no configuration ${path}.`, {
    hint: 'Name it with --config, or leave the option out.',
  });
}

async function findUpwards(from: string): Promise<string | undefined> {
  for (const name of fileNames) {
    const path = join(from, name);
    if (await exists(path)) return path;
  }
  const above = dirname(from);
  return above === from ? undefined : findUpwards(above);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

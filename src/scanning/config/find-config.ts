import { lstat, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import systemPath, { join, resolve, type PlatformPath } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';

const fileNames = [
  'plimsoll.config.ts',
  'plimsoll.config.mts',
  'plimsoll.config.js',
  'plimsoll.config.mjs',
];

/**
 * The file of a configuration that was named.
 *
 * @throws PlimsollError `config-not-found` when it is not there, `config-invalid` where its name is that of no code
 */
export async function namedConfig(named: string, cwd: string): Promise<string> {
  const path = resolve(cwd, named);
  if (await isFile(path)) {
    if (/\.([cm]?[jt]s|json)$/.test(path)) return path;
    throw new PlimsollError(
      'config-invalid',
      text(`${path} does not have the name of a configuration.`, `${path} 的名称不是配置的名称。`),
      {
        hint: text(
          'Name a file of TypeScript or JavaScript, such as plimsoll.config.ts',
          '请指明 TypeScript 或 JavaScript 文件，如 plimsoll.config.ts',
        ),
      },
    );
  }
  if (await isFolder(path)) {
    throw new PlimsollError(
      'config-not-found',
      text(`${path} is a folder, not a configuration.`, `${path} 是文件夹，不是配置。`),
      {
        hint: text(
          `Name the file in it: --config ${join(named, fileNames[0] ?? '')}`,
          `请指明其中的文件：--config ${join(named, fileNames[0] ?? '')}`,
        ),
      },
    );
  }
  if (await isThere(path)) {
    throw new PlimsollError(
      'config-invalid',
      text(`${path} is not a regular file.`, `${path} 不是普通文件。`),
      { hint: text('Name a file such as plimsoll.config.ts', '请指明文件，如 plimsoll.config.ts') },
    );
  }
  throw new PlimsollError(
    'config-not-found',
    text(`There is no configuration ${path}.`, `不存在配置 ${path}。`),
    {
      hint: text(
        'Name it with --config, or leave the option out.',
        '请用 --config 指明，或去掉该选项。',
      ),
    },
  );
}

/**
 * The nearest configuration from a folder upwards, at most up to the root of its repository or the home folder;
 * `undefined` where there is none.
 */
export async function nearestConfig(
  cwd: string,
  home: string = homedir(),
): Promise<string | undefined> {
  const last = await realpath(home).catch(() => home);
  for (const folder of foldersUpTo(last, cwd)) {
    for (const name of fileNames) {
      const path = join(folder, name);
      if (await isFile(path)) return path;
    }
    if (await isThere(join(folder, '.git'))) return undefined;
  }
  return undefined;
}

/** A folder and those above it, at most up to the last one, or the root: of the system, a drive or a share. */
export function* foldersUpTo(
  last: string,
  cwd: string,
  rules: Pick<PlatformPath, 'relative' | 'dirname'> = systemPath,
): Generator<string> {
  for (let folder = cwd; ; folder = rules.dirname(folder)) {
    yield folder;
    // Windows spells the letter of a drive in either way.
    if (rules.relative(folder, last) === '' || folder === rules.dirname(folder)) return;
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

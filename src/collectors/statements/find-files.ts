import type { Dirent } from 'node:fs';
import { stat } from 'node:fs/promises';
import systemPath, { join, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { slashed, type PathRules } from '../../syntax/paths/system-paths.ts';
import { folderEntries } from '../files/folder-entries.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { text } from '../../core/text.ts';

const isReadable = (name: string): boolean => /\.(?:ya?ml|json)$/.test(name);

/**
 * The files that a person named, sorted and each once: a file, a folder with every `.yaml`, `.yml` and
 * `.json` file below it, or a pattern in which `*` and `?` stand for parts of a name and `**` for folders.
 *
 * @param folder from where a relative path is understood
 * @throws PlimsollError `file-not-found` when a path or a pattern leads to nothing: a mistyped one must not
 * pass for an empty one
 */
export async function findFiles(
  named: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const found = await Promise.all(named.map((each) => findOne(each, folder)));
  return [...new Set(found.flat())].sort();
}

/** The files below a folder that may or may not be there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = entriesOf(folder);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return isReadable(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

/** What is in a folder, sorted by code unit; nothing where it is not there. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return folderEntries(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (absent(error)) return [];
    throw error;
  }
}

async function findOne(named: string, folder: string): Promise<readonly string[]> {
  const path = resolve(folder, named);
  const found = /[*?]/.test(named) ? await match(path) : await below(path);
  if (found.length > 0) return found;
  throw new PlimsollError(
    'file-not-found',
    text(`${named} leads to no file in ${folder}.`, `${named} 在 ${folder} 中找不到文件。`),
    {
      hint: text(
        'Name a file, a folder with .yaml files, or a pattern such as waivers/*.yaml.',
        '请指明文件、含 .yaml 文件的文件夹，或 waivers/*.yaml 这样的模式。',
      ),
    },
  );
}

async function below(path: string): Promise<readonly string[]> {
  try {
    return (await stat(path)).isDirectory() ? await filesBelow(path) : [path];
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return [];
    throw failure;
  }
}

async function match(pattern: string): Promise<readonly string[]> {
  const { folder, fits } = readPattern(pattern);
  return (await filesBelow(folder)).filter(fits);
}

/** The folder below which all lies that a pattern may fit, an absolute path with stars, and whether it fits a path. */
export function readPattern(pattern: string, rules: PathRules = systemPath) {
  const names = slashed(pattern, rules).split('/');
  const at = names.findIndex((name) => /[*?]/.test(name));
  // With a slash at its end the root of a drive is that, and not the folder that is worked in there.
  const folder = `${names.slice(0, at).join('/')}/`;
  const wanted = new RegExp(
    `^${names.map(nameExpression).join('')}$`,
    rules.sep === '/' ? 'u' : 'iu',
  );
  return { folder, fits: (path: string): boolean => wanted.test(slashed(path, rules)) };
}

/** One name of a pattern as a part of an expression, with the slash before it. */
function nameExpression(name: string, at: number): string {
  if (name === '**') return '(?:/[^/]+)*';
  const escaped = name.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return `${at === 0 ? '' : '/'}${escaped.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}`;
}

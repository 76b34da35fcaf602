import { isKnownFolder } from '../../knowledge/known-folders.ts';
import { executeRightsOf } from '../files/execute-rights.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';
import type { ScriptPaths } from '../commands/script-paths.ts';
import type { FetchedFiles } from './fetched-files.ts';

/** What a script is followed with. */
export interface Following {
  readonly files: FetchedFiles;
  readonly paths: ScriptPaths;
  /** Paths that are those of folders, as the steps so far tell. */
  readonly folders: Set<string>;
  /** Files with sums that the build itself has computed, by base name. */
  readonly ownSums: Set<string>;
  readonly step: number;
}

export const withPath = (paths: ScriptPaths, word: string, then: (path: string) => void): void => {
  const path = paths.of(word);
  if (path !== undefined) then(path);
};

/** Programs that give files other names, and their options that take a value. */
const moves: ReadonlyMap<string, Valued> = new Map(
  ['mv', 'cp', 'install', 'ln', 'link', 'rsync'].map((name) => [
    name,
    {
      letters: name === 'install' ? 'gmoSt' : name === 'rsync' ? 'efBM' : 'St',
      names: new Set([
        ...['target-directory', 'suffix', 'group', 'mode', 'owner'],
        ...['rsh', 'exclude', 'include', 'chmod', 'chown'],
      ]),
    },
  ]),
);

/** What a command makes programs, or takes that from. */
export function changeRights(words: readonly string[], { files, paths, step }: Following): void {
  const rights = executeRightsOf(words);
  if (rights === undefined) return;
  const { gives, deep } = rights;
  for (const { path: named, word } of rights.paths) {
    const path = paths.like(named);
    if (path === undefined) continue;
    if (gives) files.allow({ path, deep }, { step, word });
    else if (!deep) files.forbid(path);
  }
}

export const operandsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).filter((word) => !word.startsWith('-'));

/** What a command does to the folder that the script is in, and to the names of files. */
export function changePlace(name: string, words: readonly string[], following: Following): void {
  const { files, paths } = following;
  const operands = operandsOf(words);
  if (name === 'cd' || name === 'pushd') paths.enter(operands[0] ?? (words[1] === '-' ? '-' : '~'));
  else if (name === 'popd') paths.enter('-');
  else if (name === 'rm') for (const each of operands) withPath(paths, each, files.remove);
  else {
    const options = moves.get(name);
    if (options) rename(name, takeApart(options, words.slice(1)), following);
  }
}

/** What names all that a folder holds, and no folder. */
const contents = /\/\.?$/;

/** Follows files to other names. */
function rename(
  name: string,
  { options, operands }: TakenApart,
  { files, folders, paths, step }: Following,
): void {
  const folder = options.get('t') ?? options.get('target-directory');
  const [sources, target] = folder
    ? [operands, `${folder.at(-1) ?? ''}/`]
    : [operands.slice(0, -1), operands.at(-1) ?? ''];
  const to = paths.of(target);
  if (to === undefined) return;
  const isFolder =
    target.endsWith('/') || sources.length > 1 || folders.has(to) || isKnownFolder(to);
  for (const word of sources) {
    // What lies on another host is fetched.
    if (name === 'rsync' && word.includes(':')) continue;
    const from = paths.like(word);
    if (from === undefined) continue;
    const isWhole =
      name === 'rsync' ? word.endsWith('/') : contents.test(word) && word.endsWith('.');
    files.name(from, to, {
      keeps: name !== 'mv',
      inside: isFolder && !isWhole,
      at: { step, word },
    });
  }
}

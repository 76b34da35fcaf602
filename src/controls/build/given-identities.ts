import { basename } from '../../syntax/shell/base-name.ts';
import { isKnownFolder } from '../knowledge/known-folders.ts';
import { textOf, type Script } from '../shell/script.ts';
import { commandsOf } from '../shell/steps.ts';
import { anyGives, givenIn, givesIdentity, givesOwner } from './file-modes.ts';
import { readInstall } from './install-command.ts';
import { createPaths, type ScriptPaths } from './script-paths.ts';

/** A script, and where it runs. */
export interface Placed {
  readonly script: Script;
  readonly folder?: string | null | undefined;
}

/** Tells whether a word of a script names a folder. */
export type IsFolder = (word: string) => boolean;

/**
 * Whether a script gives a program the bits with which it runs as its owner or group; `undefined` where nobody knows a mode that
 * it gives. A folder with that of its group only hands the group on to what is put into it.
 */
export function setsIdentity(script: Script, isFolder: () => IsFolder): boolean | undefined {
  const given = givenIn(script).filter(
    ({ mode, paths, folders }) =>
      !folders && (givesOwner(mode) !== false || paths.length === 0 || !paths.every(isFolder())),
  );
  return anyGives(given, givesIdentity);
}

/** Paths that some scripts make folders, and those above them. */
export function foldersMade(
  scripts: readonly Placed[],
  given: readonly string[],
): ReadonlySet<string> {
  const folders = new Set<string>();
  const add = (path: string): void => {
    for (let at = path; at !== '' && !folders.has(at); at = at.slice(0, at.lastIndexOf('/'))) {
      folders.add(at);
      if (!at.includes('/')) break;
    }
  };
  for (const path of given) add(path.replace(/\/+$/, ''));
  for (const placed of scripts) {
    if (!/\b(?:mkdir|install|cd|useradd|adduser)\b/.test(textOf(placed.script))) continue;
    eachPlace(placed, (words, paths) => {
      const name = basename(words[0] ?? '');
      const rest = words.slice(1);
      const made: string[] =
        name === 'mkdir' || name === 'cd'
          ? rest.filter((word) => !word.startsWith('-'))
          : name === 'install' && readInstall(rest).folders
            ? [...readInstall(rest).paths]
            : [];
      if (name === 'useradd' || name === 'adduser') {
        const at = rest.findIndex((word) => /^(?:-d|-h|--home(?:-dir)?)$/.test(word));
        if (at >= 0) made.push(rest[at + 1] ?? '');
      }
      for (const each of made) {
        const path = paths.of(each);
        if (path !== undefined) add(path);
      }
    });
  }
  return folders;
}

/** Goes through the commands of a script with the paths that hold where each stands. */
function eachPlace(
  { script, folder = null }: Placed,
  then: (words: readonly string[], paths: ScriptPaths) => void,
): void {
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  for (const words of commandsOf(script)) {
    then(words, paths);
    if (words[0] === 'cd') paths.enter(words[1] ?? '~');
    for (const word of words.length === 1 ? words : []) {
      if (/^\w+=/.test(word)) paths.assign(word);
    }
  }
}

/** Tells which words of a script name folders, by how they are written or by folders that are known. */
export function folderWords(placed: Placed, folders: ReadonlySet<string>): IsFolder {
  const named = new Set<string>();
  eachPlace(placed, (words, paths) => {
    if (!words.includes('chmod') && basename(words[0] ?? '') !== 'chmod') return;
    for (const word of words.slice(1)) {
      const path = paths.of(word);
      if (path !== undefined && (folders.has(path) || isKnownFolder(path))) named.add(word);
    }
  });
  return (word) => /(?:^|\/)\.{0,2}$/.test(word) || named.has(word) || isKnownFolder(word);
}

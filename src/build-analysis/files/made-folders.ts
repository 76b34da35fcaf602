import { basename } from '../../syntax/shell/base-name.ts';
import { isKnownFolder, isSystemFolder, isTemporaryFolder } from '../../knowledge/known-folders.ts';
import { textOf, type Script } from '../scripts/script.ts';
import { commandsOf } from '../scripts/steps.ts';
import { readInstall } from '../commands/install-command.ts';
import { createPaths, type ScriptPaths } from '../commands/script-paths.ts';

/** A script, and where it runs. */
export interface Placed {
  readonly script: Script;
  readonly folder?: string | null | undefined;
}

/** Tells whether a word of a script names a folder. */
export type IsFolder = (word: string) => boolean;

/** Paths that some scripts make folders, and those above them. */
export function foldersMade(
  scripts: readonly Placed[],
  given: readonly string[],
): ReadonlySet<string> {
  const folders = new Set<string>();
  const gone = new Set<string>();
  const add = (path: string): void => {
    const isNew = (at: string): boolean => gone.has(at) || !folders.has(at);
    for (let at = path; at !== '' && isNew(at); at = at.slice(0, at.lastIndexOf('/'))) {
      folders.add(at);
      gone.delete(at);
      if (!at.includes('/')) break;
    }
  };
  for (const path of given) add(path.replace(/\/+$/, ''));
  for (const placed of scripts) {
    if (!changesFolders.test(textOf(placed.script))) continue;
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
      const removed = removedBy(name, rest);
      for (const each of removed) {
        const path = paths.of(each);
        if (path === undefined || !folders.has(path)) continue;
        for (const one of folders) if (one === path || one.startsWith(`${path}/`)) gone.add(one);
      }
      for (const each of made) {
        const path = paths.of(each);
        if (path === undefined) continue;
        add(path);
      }
      // What has the name of a folder that was removed may be a file.
      for (const each of gone.size === 0 ? [] : rest) {
        const path = removed.includes(each) ? undefined : paths.of(each);
        if (path !== undefined && gone.has(path)) folders.delete(path);
      }
    });
  }
  return folders;
}

/** What a script holds that makes folders, or removes them. */
const changesFolders = /\b(?:mkdir|install|cd|useradd|adduser|mv|rm|rmdir|unlink|delete)\b/;

/** The words of a command that name what is not there any more when it is done. */
function removedBy(name: string, words: readonly string[]): readonly string[] {
  if (name === 'mv') return words.slice(0, -1);
  if (name === 'find' && words.includes('-delete')) return words.slice(0, 1);
  return name === 'rm' || name === 'rmdir' || name === 'unlink' ? words : [];
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
  const named = wordsOf(placed, (path) => folders.has(path) || isKnownFolder(path));
  return (word) => /(?:^|\/)\.{0,2}$/.test(word) || named.has(word) || isKnownFolder(word);
}

/** Tells which words of a script name folders that everybody may write to: those for temporary files, and those that were made. */
export function sharedWords(placed: Placed, folders: ReadonlySet<string>): IsFolder {
  const shared = (path: string): boolean =>
    isTemporaryFolder(path) ||
    ((folders.has(path) || isKnownFolder(path)) && !isSystemFolder(path));
  const [named, others] = [wordsOf(placed, shared), wordsOf(placed, (path) => !shared(path))];
  return (word) => named.has(word) && !others.has(word);
}

/** The words of the commands that give modes; the path answers them. */
function wordsOf(placed: Placed, answers: (path: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  eachPlace(placed, (words, paths) => {
    if (!words.includes('chmod') && basename(words[0] ?? '') !== 'chmod') return;
    for (const word of words.slice(1)) {
      const path = paths.of(word);
      if (path !== undefined && answers(path)) found.add(word);
    }
  });
  return found;
}

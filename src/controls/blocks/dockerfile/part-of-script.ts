import { basename } from '../../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../../syntax/shell/shell-command.ts';
import { parseFileMode } from '../../../syntax/file-mode/file-mode.ts';
import { startsOf } from '../../../build-analysis/files/found-files.ts';
import { createPaths, type ScriptPaths } from '../../../build-analysis/commands/script-paths.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';
import { anywhere, isBelow } from './taken-paths.ts';

/** What of a script touches some paths: for certain, and what may. */
export interface Parts {
  readonly certain: ReadScript;
  readonly open: ReadScript;
}

/** How something touches the paths; `open` is what nobody knows. */
type Touch = boolean | 'open';

/** Programs that change what they are given, and leave alone what lies below unless they are asked. */
const changers = /^(?:chmod|chown|chgrp|setfacl|setcap|setfattr|filecap)$/;

/** Programs that put something into the folder that they are in, unless an option names another. */
const unpackers = /^(?:tar|bsdtar|cpio|unzip|rsync|git|7z)$/;

/** Takes out of a script what touches some paths; commands that only say where it is stay. */
export function partsOf(
  script: ReadScript,
  folder: string | null,
  places: readonly string[],
): Parts {
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  const certain: ShellCommand[] = [];
  const open: ShellCommand[] = [];
  for (const command of script.commands) {
    for (const each of command.assignments) paths.assign(each);
    const words = withoutLaunchers(command.words);
    const program = basename(words[0] ?? '');
    if (program === 'cd') {
      paths.enter(words[1] ?? '~');
      certain.push(command);
      open.push(command);
    } else if (program === 'umask') open.push(command);
    else {
      const only = (wanted: Touch): ShellCommand | undefined =>
        narrowed(command, words, (word, deep) => touchOf(word, deep, paths, places) === wanted);
      const sure = only(true);
      if (sure !== undefined) certain.push(sure);
      const may = only('open');
      if (may !== undefined) open.push(may);
    }
  }
  return { certain: scriptFrom(certain), open: scriptFrom(open) };
}

export const scriptFrom = (commands: readonly ShellCommand[]): ReadScript => ({
  commands,
  text: commands.map(({ words }) => words.join(' ')).join('\n'),
});

function touchOf(
  word: string,
  deep: boolean,
  paths: ScriptPaths,
  places: readonly string[],
): Touch {
  const path = paths.like(word.replace(/^~(?=\/|$)/, '/root'));
  if (path === undefined || !path.startsWith('/')) return 'open';
  if (places.some((place) => isBelow(path, place))) return path.includes('$') ? 'open' : true;
  if (deep && places.some((place) => isBelow(place, path))) return true;
  return (path.includes('$') || places.includes(anywhere)) && 'open';
}

/** A command with those of its paths that are wanted; `undefined` where there are none. */
function narrowed(
  command: ShellCommand,
  words: readonly string[],
  isWanted: (word: string, deep: boolean) => boolean,
): ShellCommand | undefined {
  const [first = '', ...rest] = words;
  const program = basename(first);
  if (!changers.test(program)) {
    const named = program === 'find' ? startsOf(words) : rest.filter(isPath);
    const all = unpackers.test(program) ? [...named, '.'] : named;
    return all.some((word) => isWanted(word, true)) ? command : undefined;
  }
  const deep = rest.some((word) => /^-[a-zA-Z]*R|^--recursive$/.test(word));
  const named = rest.filter(isPath);
  if (named.length === 0) {
    // What `find` hands over lies anywhere below where it looks.
    const listed = withoutLaunchers(command.input.at(-1)?.words ?? []);
    const starts = basename(listed[0] ?? '') === 'find' ? startsOf(listed) : ['$'];
    return starts.some((word) => isWanted(word, true)) ? command : undefined;
  }
  const wanted = named.filter((word) => isWanted(word, deep));
  if (wanted.length === 0) return undefined;
  return {
    ...command,
    words: words.filter((word) => !named.includes(word) || wanted.includes(word)),
  };
}

/** Whether a word may name a file, and is no option, mode, right or owner. */
const isPath = (word: string, at: number): boolean =>
  !/^[-+]/.test(word) &&
  (word.includes('/') ||
    word === '.' ||
    (parseFileMode(word) === undefined && !isSetting(word, at)));

const isSetting = (word: string, at: number): boolean =>
  /^[0-7]+$|[=:;|&{}+]/.test(word) || (at === 0 && word.startsWith('$'));

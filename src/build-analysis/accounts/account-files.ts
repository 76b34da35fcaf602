import { accountFiles, accountFolders, isAccountFile } from '../../knowledge/account-files.ts';
import { applyFileMode, parseFileMode } from '../../syntax/file-mode/file-mode.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { onceWithValues } from '../scripts/once-with-values.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { readSetfacl } from '../files/access-lists.ts';
import { readInstall } from '../commands/install-command.ts';
import { changePlaceOnly } from '../commands/change-place.ts';
import { createPaths, type ScriptPaths } from '../commands/script-paths.ts';
import { restBehind } from '../commands/path-patterns.ts';
import { readChmod } from '../files/file-modes.ts';
import { runsOnFound } from '../files/found-files.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** What a command makes of the rights of files; `undefined` is what it says nothing of. */
interface Change extends Writers {
  readonly paths: readonly string[];
  /** Whether it makes files: a folder that it is given is where they lie, and stays as it is. */
  readonly makesFiles: boolean;
  /** Whether all is changed that lies below. */
  readonly deep: boolean;
  /** Whether nobody knows what it gives. */
  readonly unknown: boolean;
  /** Whether somebody else than root owns them. */
  readonly owner: boolean | undefined;
}

/**
 * Whether a script leaves one of them to others than root; what comes last counts. `undefined` where nobody knows what one of
 * them is given.
 */
export const opensAccountFiles = (
  script: Script,
  folder: string | null = null,
): boolean | undefined => opened(commandsIn(script), () => undefined, folder);

const opened = onceWithValues<boolean | undefined, string | null>((commands, _, folder) => {
  const open = { group: new Set<string>(), others: new Set<string>(), owner: new Set<string>() };
  const unknown = new Set<string>();
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  const loops = new Map<string, readonly string[]>();
  for (const command of commands) {
    const words = withoutLaunchers(command.words);
    changePlaceOnly(command, paths);
    followLoop(words, loops);
    const found = runsOnAccounts(command);
    for (const [first = '', ...rest] of found?.runs ?? [words]) {
      const program = basename(first);
      if (program === 'ln') noteLink(rest, paths);
      const change = changeOf(program, rest);
      if (!change) continue;
      const named = change.paths
        .flatMap((word) => inLoops(word, loops))
        .flatMap((word) => paths.like(word) ?? []);
      for (const path of reached(named, change.deep)) {
        if (change.makesFiles && accountFolders.includes(path)) continue;
        if (found?.finds(path) === false) continue;
        if (change.unknown || found?.isOpen === true) unknown.add(path);
        if (found?.isOpen === true) continue;
        note(open.group, path, change.group);
        note(open.others, path, change.others);
        note(open.owner, path, change.owner);
      }
    }
  }
  if (Object.values(open).some(({ size }) => size > 0)) return true;
  return unknown.size > 0 ? undefined : false;
});

/** The most that is looked at of what the variable of a loop stands for. */
const longestLoop = 100;

/** Keeps in mind what the variable of a loop stands for. */
function followLoop(words: readonly string[], loops: Map<string, readonly string[]>): void {
  const [keyword, name = '', into, ...list] = words;
  if (keyword === 'for' && into === 'in') loops.set(name, list.slice(0, longestLoop));
}

/** A word with each value that the variable of a loop has in it. */
function inLoops(word: string, loops: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [spelled = '', braced, bare] = /\$(?:\{(\w+)\}|(\w+))/.exec(word) ?? [];
  const values = loops.get(braced ?? bare ?? '');
  return values?.map((value) => word.replaceAll(spelled, () => value)) ?? [word];
}

/** `ln -s TARGET NAME`: the name leads to the target from here on. */
function noteLink(words: readonly string[], paths: ScriptPaths): void {
  const [target = '', name = ''] = words.filter((word) => !word.startsWith('-'));
  const [from, place] = [paths.of(target), paths.named(name)];
  if (from !== undefined && place !== undefined) paths.links.add(place, from);
}

/** What `find` runs for what it finds; `undefined` where a command is none. */
function runsOnAccounts(command: ShellCommand) {
  const own = withoutLaunchers(command.words);
  const isFind = basename(own[0] ?? '') === 'find';
  const find = isFind ? own : withoutLaunchers(command.input.at(-1)?.words ?? []);
  const runs = runsOnFound(command, { deep: true, folders: true });
  if (basename(find[0] ?? '') !== 'find' || runs.length === 0) return undefined;
  const type = find[find.indexOf('-type') + 1];
  const isOther = find.some((word) => ofOthers.test(word));
  return {
    runs: runs.map((run) => run.filter((word, at) => at !== 1 || word !== '-R')),
    /** Whether nobody knows which of the files are found. */
    isOpen: find.some((word) =>
      /^(?:!|-not|-o|-or|-prune|-i?(?:path|regex|wholename)|-newer\w*|-size)$/.test(word),
    ),
    finds: (path: string): boolean =>
      !isOther &&
      (type === 'd' || type === 'f' || !find.includes('-type')) &&
      (!find.includes('-type') || (type === 'd') === accountFolders.includes(path)),
  };
}

/** Tests of `find` that hold for none of these files as a base has them: of other owners, or with other rights. */
const ofOthers = /^-(?:user|uid|group|gid|nouser|nogroup|perm)$/;

function changeOf(program: string, words: readonly string[]): Change | undefined {
  if (program === 'install') {
    const { paths, folders, mode, owner } = readInstall(words);
    const rights = { ...writersOf(mode), owner: isOfAnother(owner) };
    const unknown = isUnknownMode(mode) || isVariable(owner);
    return { paths, makesFiles: !folders, deep: false, unknown, ...rights };
  }
  if (program === 'setfacl') {
    const { entries, open, paths, deep } = readSetfacl(words);
    const writes = entries.filter(({ rights }) => rights.includes('w'));
    const isOther = writes.some(({ kind, name }) => kind === 'other' || isAnother(kind, name));
    const others = isOther ? true : undefined;
    return {
      paths,
      deep,
      makesFiles: false,
      unknown: open,
      group: undefined,
      others,
      owner: undefined,
    };
  }
  if (program !== 'chmod' && program !== 'chown') return undefined;
  const { mode: subject = '$', ...given } = readChmod(words);
  const rest = { ...given, makesFiles: false };
  return program === 'chmod'
    ? { ...rest, ...writersOf(subject), unknown: isUnknownMode(subject), owner: undefined }
    : { ...rest, ...nothing, unknown: isVariable(subject), owner: isOfAnother(subject) };
}

/** Whether an entry of an access list is for a user or group that is named and is not root. */
const isAnother = (kind: string, name: string): boolean =>
  (kind === 'user' || kind === 'group') && !/^(?:root|0+|)$/.test(name);

const isVariable = (word: string): boolean => /[$`]/.test(word);

const isUnknownMode = (mode: string): boolean => parseFileMode(mode) === undefined;

/** Keeps in mind whether a file is open in one way; where nothing is said of it, it stays as it was. */
function note(open: Set<string>, file: string, opens: boolean | undefined): void {
  if (opens === true) open.add(file);
  if (opens === false) open.delete(file);
}

/** The files and folders that paths are, which may be patterns, and those below them where all is changed that is there. */
const reached = (paths: readonly string[], deep: boolean): readonly string[] =>
  paths.flatMap((path) => {
    if (!path.startsWith('/')) return [];
    const own = isAccountFile(path) ? [path] : [];
    const others = [...accountFolders, ...accountFiles].filter((each) => {
      const rest = path === each ? '' : restBehind(each, path);
      return rest !== undefined && (deep || rest === '');
    });
    return [...new Set([...own, ...others])];
  });

/** Whether the group and all others may write; `undefined` where a mode says nothing of it. */
interface Writers {
  readonly group: boolean | undefined;
  readonly others: boolean | undefined;
}

const nothing: Writers = { group: undefined, others: undefined };

/** Whether the mode and the owner that files are copied with let others than root write them; `undefined` where nobody knows. */
export function opensCopied(mode: string | null, owner: string | undefined): boolean | undefined {
  const answers = [
    mode === null ? false : letsOthersWrite(mode),
    owner === undefined ? false : isVariable(owner) ? undefined : isOfAnother(owner) === true,
  ];
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

/** Whether a mode gives anybody but the owner the right to write; `undefined` where nobody knows the mode. */
function letsOthersWrite(mode: string): boolean | undefined {
  if (isUnknownMode(mode)) return undefined;
  const { group, others } = writersOf(mode);
  return group === true || others === true;
}

/** What the rights of files are before: as few, and as many, as these have anywhere. */
const [least, most] = [0o600, 0o666] as const;

/** The group of these files is root's, and so is that of an account with a number alone. */
function writersOf(mode: string): Writers {
  const parsed = parseFileMode(mode);
  if (parsed === undefined) return nothing;
  const [low, high] = [least, most].map((bits) => applyFileMode(parsed, { bits }));
  // What it makes of either is what it says.
  const says = (right: number): boolean | undefined =>
    low !== undefined && high !== undefined && (low & right) === (high & right)
      ? (low & right) !== 0
      : undefined;
  return { group: says(0o020), others: says(0o002) };
}

/** Whether an owner is somebody else than root; `undefined` where only a group is named, or a variable. */
function isOfAnother(owner: string): boolean | undefined {
  if (isVariable(owner)) return undefined;
  const [, name = ''] = /^([^:.]*)/.exec(owner) ?? [];
  return name === '' ? undefined : !/^(?:root|0+)$/.test(name);
}

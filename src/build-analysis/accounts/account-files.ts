import { accountFiles, accountFolders, isAccountFile } from '../../knowledge/account-files.ts';
import { applyFileMode, parseFileMode } from '../../syntax/file-mode/file-mode.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { onceWithValues } from '../scripts/once-with-values.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { allRuns } from '../scripts/steps.ts';
import { readSetfacl } from '../files/access-lists.ts';
import { readInstall } from '../commands/install-command.ts';
import { createPaths } from '../commands/script-paths.ts';

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
  for (const [first = '', ...words] of allRuns(commands)) {
    const program = basename(first);
    if (program === 'cd') paths.enter(words[0] ?? '~');
    const change = changeOf(program, words);
    if (!change) continue;
    const named = change.paths.flatMap((word) => paths.of(word) ?? []);
    for (const path of reached(named, change.deep)) {
      if (change.makesFiles && accountFolders.includes(path)) continue;
      if (change.unknown) unknown.add(path);
      note(open.group, path, change.group);
      note(open.others, path, change.others);
      note(open.owner, path, change.owner);
    }
  }
  if (Object.values(open).some(({ size }) => size > 0)) return true;
  return unknown.size > 0 ? undefined : false;
});

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
  const { subject, ...given } = takeApart(words);
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

/** A mode may take rights away, and so begin as options do. */
const option = /^-(?:[a-zA-Z]*[RvcfhLHP]|-\S*)$/;

/** What `chmod` and `chown` are given: a mode or an owner, and paths behind it. */
function takeApart(words: readonly string[]) {
  const at = words.findIndex((word) => !option.test(word));
  const [subject = '', ...paths] = at < 0 ? [] : words.slice(at);
  const deep = words.some((word) => /^-(?:[a-zA-Z]*R|-recursive$)/.test(word));
  return { deep, subject, paths: paths.filter((path) => !option.test(path)) };
}

/** The files and folders that paths are, and those below them where all is changed that is there. */
const reached = (paths: readonly string[], deep: boolean): readonly string[] =>
  paths.flatMap((path) => {
    const own = isAccountFile(path) || accountFolders.includes(path) ? [path] : [];
    const above = path === '/' ? path : `${path}/`;
    const below = (file: string): boolean => file.startsWith(above);
    return deep ? [...own, ...[...accountFolders, ...accountFiles].filter(below)] : own;
  });

/** Whether the group and all others may write; `undefined` where a mode says nothing of it. */
interface Writers {
  readonly group: boolean | undefined;
  readonly others: boolean | undefined;
}

const nothing: Writers = { group: undefined, others: undefined };

/** Whether a mode gives anybody but the owner the right to write; `undefined` where nobody knows the mode. */
export function letsOthersWrite(mode: string): boolean | undefined {
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

import { accountFiles, accountFolders, isAccountFile } from '../../core/docker/account-files.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { commandsOf } from '../shell/steps.ts';
import { readInstall } from './install-command.ts';
import { createPaths } from './script-paths.ts';

/** What a command makes of the rights of files; `undefined` is what it says nothing of. */
interface Change extends Writers {
  readonly paths: readonly string[];
  /** Whether it makes files: a folder that it is given is where they lie, and stays as it is. */
  readonly makesFiles: boolean;
  /** Whether all is changed that lies below. */
  readonly deep: boolean;
  /** Whether somebody else than root owns them. */
  readonly owner: boolean | undefined;
}

/** Whether a script leaves one of them to others than root; what comes last counts. */
export function opensAccountFiles(script: string): boolean {
  const open = { group: new Set<string>(), others: new Set<string>(), owner: new Set<string>() };
  const paths = createPaths(() => undefined);
  paths.begin(null);
  for (const [first = '', ...words] of commandsOf(script)) {
    const program = basename(first);
    if (program === 'cd') paths.enter(words[0] ?? '~');
    const change = changeOf(program, words);
    if (!change) continue;
    const named = change.paths.flatMap((word) => paths.of(word) ?? []);
    for (const path of reached(named, change.deep)) {
      if (change.makesFiles && accountFolders.includes(path)) continue;
      note(open.group, path, change.group);
      note(open.others, path, change.others);
      note(open.owner, path, change.owner);
    }
  }
  return Object.values(open).some(({ size }) => size > 0);
}

function changeOf(program: string, words: readonly string[]): Change | undefined {
  if (program === 'install') {
    const { paths, folders, mode, owner } = readInstall(words);
    const rights = { ...writersOf(mode), owner: isOfAnother(owner) };
    return { paths, makesFiles: !folders, deep: false, ...rights };
  }
  if (program !== 'chmod' && program !== 'chown') return undefined;
  const { subject, ...given } = takeApart(words);
  const rest = { ...given, makesFiles: false };
  return program === 'chmod'
    ? { ...rest, ...writersOf(subject), owner: undefined }
    : { ...rest, ...nothing, owner: isOfAnother(subject) };
}

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

/** Whether a mode gives anybody but the owner the right to write. */
export function letsOthersWrite(mode: string): boolean {
  const { group, others } = writersOf(mode);
  return group === true || others === true;
}

/** The group of these files is root's, and so is that of whoever runs by a number alone. */
function writersOf(mode: string): Writers {
  if (/^[0-7]{3,5}$/.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return { group: (bits & 0o020) !== 0, others: (bits & 0o002) !== 0 };
  }
  let { group, others } = nothing;
  for (const clause of mode.split(',')) {
    const [, who = '', operator, rights = ''] =
      /^([ugoa]*)([-+=])([rwxXstugo]*)$/.exec(clause) ?? [];
    const writes = /[wu]/.test(rights);
    if (operator !== '=' && !writes) continue;
    const given = writes && operator !== '-';
    // Without anybody named, what the mask of the process takes away is not given: it leaves the owner alone.
    if (/[ga]/.test(who)) group = given;
    if (/[oa]/.test(who)) others = given;
  }
  return { group, others };
}

/** Whether an owner is somebody else than root; `undefined` where only a group is named. */
function isOfAnother(owner: string): boolean | undefined {
  const [, name = ''] = /^([^:.]*)/.exec(owner) ?? [];
  return name === '' ? undefined : !/^(?:root|0+)$/.test(name);
}

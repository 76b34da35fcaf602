import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import {
  accountLists,
  isZero,
  later,
  nothingSaid,
  saidByLines,
  saidByWrite,
  type AccountChanges,
  type Said,
} from './account-lines.ts';
import { inputOf } from '../commands/printed-text.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';
import { mayBe, writtenBy, type Written } from '../files/written-files.ts';

/** The options of what makes and changes accounts: shadow-utils, Debian's own and BusyBox. */
const makers: Valued = {
  letters: 'bcdefghGkKpPRsuvVwWZ',
  names: new Set([
    ...['add-subuids', 'add-subgids', 'base-dir', 'comment', 'conf', 'expiredate', 'firstgid'],
    ...['firstuid', 'gecos', 'gid', 'groups', 'home', 'home-dir', 'inactive', 'ingroup', 'key'],
    ...['lastgid', 'lastuid', 'login', 'password', 'prefix', 'root', 'selinux-range'],
    ...['selinux-user', 'shell', 'skel', 'uid'],
  ]),
};

/** There alone it takes a value: the name that the account has from then on. */
const changer: Valued = { ...makers, letters: `${makers.letters}l` };

const ofPasswd: Valued = {
  letters: 'inRwxPr',
  names: new Set(['inactive', 'mindays', 'prefix', 'repository', 'root', 'maxdays', 'warndays']),
};

/** Another system than the one that is built. */
const elsewhere = ['R', 'root', 'P', 'prefix'] as const;

/** One step of a build that may change accounts. */
export interface AccountStep {
  readonly script: Script;
  /** The folder that relative paths begin in; `null` where nobody knows. */
  readonly folder: string | null;
  readonly valueOf: (name: string) => string | undefined;
}

/** What one step changes of an account; what comes last counts. */
export function accountChanges(step: AccountStep, account: string): AccountChanges {
  return changesIn(step, commandsIn(step.script), account, 0);
}

/** Nobody renames an account more often. */
const renamesAtMost = 8;

function changesIn(
  step: AccountStep,
  commands: readonly ShellCommand[],
  account: string,
  renames: number,
): AccountChanges {
  const writes = writesByCommand(step);
  const ignored = new Set(commands.map(({ insteadOf }) => insteadOf));
  let said = nothingSaid;
  for (const [at, command] of commands.entries()) {
    const [first = '', ...rest] = withoutLaunchers(command.words);
    const program = basename(first);
    const renamed = program === 'usermod' ? renamedBy(rest, account) : undefined;
    if (renamed !== undefined && renames < renamesAtMost) {
      // It keeps the number and the password that it had.
      const before = changesIn(step, commands.slice(0, at), renamed, renames + 1);
      said = later(said, renamed === 'root' ? { ...before, numberZero: true } : before);
      said = later(said, given(takeApart(changer, rest), renamed));
    } else said = later(said, byCommand(command, program, rest, account, ignored.has(command)));
    for (const each of writes.get(command) ?? []) said = later(said, byWrite(each, account));
  }
  return said;
}

const writesByCommand = (step: AccountStep): ReadonlyMap<ShellCommand, readonly Written[]> =>
  groupBy(
    writtenBy(step.script, step.folder, step.valueOf).filter(isAccountWrite),
    ({ command }) => command,
  );

/** Whether something that is written may be one of the files that accounts are read from. */
export const isAccountWrite = (written: Written): boolean =>
  [...accountLists.keys()].some((file) => mayBe(written, file));

/** What something that is written says of an account, where it may be one of their files. */
export function byWrite(written: Written, account: string): AccountChanges {
  return [...accountLists].reduce(
    (said, [file, numbered]) =>
      mayBe(written, file) ? later(said, saidByWrite(written, account, numbered)) : said,
    nothingSaid,
  );
}

/** The account that has had another name until here; `undefined` where none has. */
function renamedBy(rest: readonly string[], account: string): string | undefined {
  const { options, operands } = takeApart(changer, rest);
  const [old] = operands;
  return firstOf(options, 'l', 'login') === account && old !== account ? old : undefined;
}

/** Whether a script writes an account that is root by its number, and gives it no password. */
export function addsOpenRoot(step: AccountStep): Said {
  const written = writtenBy(step.script, step.folder, step.valueOf).filter(isAccountWrite);
  return written.reduce<Said>((said, each) => openRootIn(each) ?? said, undefined);
}

/** Names that a command gives accounts which it makes or changes with the number of root. */
const rootNames = (commands: readonly ShellCommand[]): ReadonlySet<string> =>
  new Set(
    commands.flatMap(({ words }) => {
      const [first = '', ...rest] = withoutLaunchers(words);
      if (!/^(?:useradd|adduser|usermod)$/.test(basename(first))) return [];
      const { options, operands } = takeApart(makers, rest);
      const number = firstOf(options, 'u', 'uid');
      return number !== undefined && isZero(number) === true ? operands.slice(0, 1) : [];
    }),
  );

/** Whether a step leaves root, or another account with its number, without a password: then `su` makes root of anybody. */
export function emptiesRootPassword(step: AccountStep): Said {
  const added = addsOpenRoot(step);
  if (added === true) return true;
  const others = [...rootNames(commandsIn(step.script))].map(
    (name) => accountChanges(step, name).emptyPassword,
  );
  if (others.includes(true)) return true;
  const said = accountChanges(step, 'root').emptyPassword ?? added;
  return said ?? (others.includes('open') ? 'open' : undefined);
}

/** The same of one file that is written. What is not known of it is said of the account of root itself. */
export function openRootIn({ put }: Pick<Written, 'put'>): Said {
  const texts = put.as === 'text' ? [put.text] : put.as === 'edit' ? put.words : [];
  const found = texts
    .flatMap((text) => [...text.matchAll(/(?:^|\n|\\n|[/|#,])[^:\s/|#,]+::([^:\s]*):/g)])
    .map(([, number = '']) => isZero(number));
  return found.includes(true) || (found.includes('open') ? 'open' : undefined);
}

function byCommand(
  command: ShellCommand,
  program: string,
  rest: readonly string[],
  account: string,
  ignored: boolean,
): AccountChanges {
  switch (program) {
    case 'useradd':
    case 'adduser':
      return made(program, takeApart(makers, rest), account, ignored);
    case 'usermod':
      return given(takeApart(changer, rest), account);
    case 'userdel':
    case 'deluser':
      return rest.includes(account) ? { numberZero: false, emptyPassword: false } : nothingSaid;
    case 'passwd':
      return byPasswd(takeApart(ofPasswd, rest), account);
    case 'chpasswd': {
      const lines = inputOf(command, () => undefined);
      const text = lines?.replaceAll(/^([^:\n]*:[^:\n]*)$/gm, '$1:');
      return text === undefined ? nothingSaid : saidByLines(text, account, false);
    }
    case 'newusers': {
      const lines = rest.some((word) => !word.startsWith('-'))
        ? undefined
        : inputOf(command, () => undefined);
      return lines === undefined
        ? { numberZero: 'open', emptyPassword: 'open' }
        : saidByLines(lines, account, true);
    }
    default:
      return nothingSaid;
  }
}

const firstOf = (options: TakenApart['options'], ...of: readonly string[]): string | undefined =>
  of.flatMap((name) => options.get(name)?.at(-1) ?? [])[0];

/** One that is made without a number gets a free one, unless nobody minds that it was there before. */
function made(
  program: string,
  words: TakenApart,
  account: string,
  ignored: boolean,
): AccountChanges {
  const said = given(words, account);
  const { operands, options } = words;
  const isNew = !ignored && operands[0] === account && (program === 'useradd' || !operands[1]);
  const here = elsewhere.every((name) => !options.has(name));
  return isNew && here ? later({ ...nothingSaid, numberZero: false }, said) : said;
}

/** What an account is given as it is made or changed. */
function given({ options, operands }: TakenApart, account: string): AccountChanges {
  if (elsewhere.some((name) => options.has(name))) return nothingSaid;
  const [name = ''] = operands;
  const isOpen = /[$`]|^\[redacted/.test(name);
  if (name !== account && !isOpen) return nothingSaid;
  const number = firstOf(options, 'u', 'uid');
  const zero = number === undefined ? undefined : isZero(number);
  const password = firstOf(options, 'p', 'password');
  if (isOpen) {
    return {
      numberZero: zero === true ? 'open' : undefined,
      emptyPassword: password === '' ? 'open' : undefined,
    };
  }
  const locked = options.has('L') || options.has('lock');
  return {
    numberZero: zero,
    emptyPassword: locked ? false : password === undefined ? undefined : password === '',
  };
}

function byPasswd({ options, operands }: TakenApart, account: string): AccountChanges {
  if (operands[0] !== account || elsewhere.some((name) => options.has(name))) return nothingSaid;
  if (options.has('l') || options.has('lock')) return { ...nothingSaid, emptyPassword: false };
  const deletes = options.has('d') || options.has('delete');
  return deletes ? { ...nothingSaid, emptyPassword: true } : nothingSaid;
}

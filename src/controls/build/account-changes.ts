import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { commandsIn, textOf, type Script } from '../shell/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { programOf } from '../shell/steps.ts';
import { textsOfSed } from './sed-texts.ts';
import { takeApart, type TakenApart, type Valued } from './take-apart.ts';

/** What a script changes of one account, as far as that is certain. */
export interface AccountChanges {
  /** Whether its number is 0 in the end; `undefined` where nothing is said of it. */
  readonly numberZero: boolean | undefined;
  /** Whether it has a password that is empty in the end; `undefined` where nothing is said of it. */
  readonly emptyPassword: boolean | undefined;
}

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

const accounts = '/etc/passwd';

/** A script without any of it need not be read. */
const mayChange =
  /\b(?:user(?:add|mod|del)|(?:add|del)user|(?:ch)?passwd)\b|\/etc\/(?:passwd|shadow)\b/;

/** What a script changes of an account; what comes last counts. */
export function accountChanges(script: Script, account: string): AccountChanges {
  let numberZero: boolean | undefined;
  let emptyPassword: boolean | undefined;
  if (mayChange.test(textOf(script))) {
    for (const command of commandsIn(script)) {
      const changes = changesOf(command, account);
      numberZero = changes.numberZero ?? numberZero;
      emptyPassword = changes.emptyPassword ?? emptyPassword;
    }
  }
  return { numberZero, emptyPassword };
}

/** A line of `/etc/passwd` of an account that is root, whatever it is called, and has an empty password. */
const openRoot = /(?:^|\\n)[\w.-]+::0+:/m;

/** Whether a script writes an account that is root by its number into `/etc/passwd`, and gives it no password. */
export const addsOpenRoot = (script: Script): boolean =>
  /::0+:/.test(textOf(script)) &&
  commandsIn(script).some((command) => {
    const { input, words, writesTo } = command;
    const hands = programOf(words) === 'tee' && words.includes(accounts);
    return (
      (hands || writesTo.includes(accounts)) &&
      [command, ...input].flatMap(textsIn).some((text) => openRoot.test(text))
    );
  });

type Some = Partial<AccountChanges>;

const nothing: Some = {};

function changesOf(command: ShellCommand, account: string): Some {
  const [first = '', ...rest] = withoutLaunchers(command.words);
  const program = basename(first);
  switch (program) {
    case 'useradd':
    case 'adduser':
      return given(takeApart(makers, rest), account);
    case 'usermod':
      return given(takeApart(changer, rest), account);
    case 'userdel':
    case 'deluser':
      return rest.includes(account) ? { numberZero: false, emptyPassword: false } : nothing;
    case 'passwd':
      return byPasswd(takeApart(ofPasswd, rest), account);
    case 'chpasswd':
      return byLines(handedOver(command), account, chpasswdLine);
    default:
      return byFile(command, program, rest, account);
  }
}

const firstOf = (options: TakenApart['options'], ...of: readonly string[]): string | undefined =>
  of.flatMap((name) => options.get(name)?.at(-1) ?? [])[0];

/** What an account is given as it is made or changed; what a variable holds is not known. */
function given({ options, operands }: TakenApart, account: string): Some {
  if (operands[0] !== account || elsewhere.some((name) => options.has(name))) return nothing;
  const number = firstOf(options, 'u', 'uid');
  const password = firstOf(options, 'p', 'password');
  return {
    numberZero: number === undefined ? undefined : isZero(number),
    emptyPassword: options.has('L') || options.has('lock') ? false : isEmpty(password),
  };
}

const isZero = (number: string): boolean | undefined =>
  /^\d+$/.test(number) ? /^0+$/.test(number) : undefined;

const isEmpty = (password: string | undefined): boolean | undefined =>
  password === undefined ? undefined : password === '';

function byPasswd({ options, operands }: TakenApart, account: string): Some {
  if (operands[0] !== account || elsewhere.some((name) => options.has(name))) return nothing;
  if (options.has('l') || options.has('lock')) return { emptyPassword: false };
  return options.has('d') || options.has('delete') ? { emptyPassword: true } : nothing;
}

/** What a command prints for one that reads it, or is given to read. */
const textsIn = ({ words, bodies }: ShellCommand): readonly string[] => [
  ...words.slice(1),
  ...bodies,
];

const handedOver = (command: ShellCommand): readonly string[] => [
  ...command.input.flatMap(textsIn),
  ...command.bodies,
];

/** A line of `/etc/passwd`, or the beginning of one. */
const accountLine = (fields: readonly string[]): Some => ({
  ...shadowLine(fields),
  numberZero: isZero(fields[2] ?? ''),
});

/** A line of `/etc/shadow`, or the beginning of one: the password ends where another field begins. */
const shadowLine = ([, password, next]: readonly string[]): Some => ({
  emptyPassword: next === undefined ? undefined : isEmpty(password),
});

/** What `chpasswd` reads. */
const chpasswdLine = ([, password]: readonly string[]): Some => ({
  emptyPassword: isEmpty(password),
});

function byLines(
  texts: readonly string[],
  account: string,
  read: (fields: readonly string[]) => Some,
): Some {
  const beginning = `${account}:`;
  const line = texts
    .flatMap((text) => text.split(/\n|\\n/))
    .findLast((each) => each.startsWith(beginning));
  return line === undefined ? nothing : read(line.split(':', 3));
}

const readers = new Map([
  [accounts, accountLine],
  ['/etc/shadow', shadowLine],
]);

function byFile(
  command: ShellCommand,
  program: string,
  rest: readonly string[],
  account: string,
): Some {
  for (const [file, read] of readers) {
    if (program === 'sed' && rest.includes(file)) return byLines(textsOfSed(rest), account, read);
    if (command.writesTo.includes(file)) {
      return byLines([...command.input.flatMap(textsIn), ...textsIn(command)], account, read);
    }
    if (program === 'tee' && rest.includes(file)) {
      return byLines(handedOver(command), account, read);
    }
  }
  return nothing;
}

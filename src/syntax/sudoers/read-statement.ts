import type { Scanner } from './scanner.ts';
import type {
  SudoersAlias,
  SudoersRule,
  SudoersRunAs,
  SudoersSetting,
} from './sudoers-statement.ts';

/** What ends the name of a user, a host or an alias. */
const nameEnd = /[\s,:=!()"]/;

const aliasName = /[A-Z][A-Z0-9_]*(?=\s*(?:[,:=]|$))/y;

/** Reads items between commas; `undefined` where one is none. */
function readList<Item>(
  scan: Scanner,
  read: (scan: Scanner) => Item | undefined,
): readonly Item[] | undefined {
  const items: Item[] = [];
  do {
    const item = read(scan);
    if (item === undefined) return undefined;
    items.push(item);
  } while (scan.take(/,/y));
  return items;
}

/** An item with an exclamation mark if it has an odd number of them. */
const negatable =
  (read: (scan: Scanner) => string | undefined) =>
  (scan: Scanner): string | undefined => {
    const odd = readMarks(scan);
    const item = read(scan);
    return item === undefined ? undefined : `${odd ? '!' : ''}${item}`;
  };

function readMarks(scan: Scanner): boolean {
  const [marks = ''] = scan.take(/!(?:\s*!)*/y) ?? [];
  return marks.replaceAll(/\s/g, '').length % 2 === 1;
}

/** A group of another source than the system's has a colon in front. */
const readUser = negatable((scan) => {
  const [sign = ''] = scan.take(/%:(?=[^\s,])/y) ?? [];
  const name = readName(scan);
  return name === undefined ? undefined : sign + name;
});

/** Addresses of IPv6 have colons of their own. */
const readHost = negatable(
  (scan) =>
    scan.take(/[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:\/\d+)?/y)?.[0] ?? readName(scan),
);

const readName = (scan: Scanner): string | undefined => scan.word(nameEnd);

/** One or more digests that a program may have, before it. */
const digests =
  /sha(?:224|256|384|512)\s*:\s*[A-Za-z0-9+/=]+(?:\s*,\s*sha(?:224|256|384|512)\s*:\s*[A-Za-z0-9+/=]+)*\s+/y;

/** A pattern between `^` and `$`, which has spaces and commas of its own. */
const expression = /\^(?:\\.|[^\\\n])*?\$(?=\s|[,:]|$)/y;

/** A path, with none but the escapes that sudo takes. */
const path = /(?:\/(?:[^\s,:=\\"#]|\\[:\\,= \t#*?[\]"])*|sudoedit|list)(?=[\s,:#]|$)/y;

/** What may stand behind a path; a number sign with a digit is none that sudo would take. */
const argumentsOf = /(?!\^)(?:[^,:#\\]|\\.)+(?=[,:]|$)/y;

/** A command as it is written, arguments and digests among it. */
const readCommand = (scan: Scanner): string | undefined => {
  const before = scan.take(digests)?.[0].trim();
  const odd = readMarks(scan);
  const named = scan.take(aliasName)?.[0];
  const program = named ?? (scan.take(expression) ?? scan.take(path))?.[0];
  if (program === undefined) return undefined;
  const rest =
    named === undefined ? (scan.take(expression) ?? scan.take(argumentsOf))?.[0] : undefined;
  const words = [before, program, rest?.trim()].filter((word) => word !== undefined && word !== '');
  return `${odd ? '!' : ''}${words.join(' ')}`;
};

const types: Readonly<Record<string, SudoersAlias['type']>> = {
  User: 'user',
  Cmnd: 'command',
  Cmd: 'command',
  Runas: 'run-as',
};

/** Reads `ADMINS = alice, bob : OPS = carol`. */
export function readAliases(word: string, scan: Scanner): readonly SudoersAlias[] | undefined {
  const type = types[word] ?? 'other';
  const read = type === 'command' ? readCommand : word === 'Host' ? readHost : readUser;
  const aliases: SudoersAlias[] = [];
  do {
    const name = scan.take(/[A-Z][A-Z0-9_]*(?=\s*=)/y)?.[0];
    const members = scan.take(/=/y) && readList(scan, read);
    if (name === undefined || name === 'ALL' || members === undefined) return undefined;
    aliases.push({ type, name, members });
  } while (scan.take(/:/y));
  return aliases;
}

/** Reads `:alice, bob !authenticate, logfile="/var/log/sudo.log"`, behind the word Defaults. */
export function readDefaults(
  sign: string | undefined,
  scan: Scanner,
): { readonly scope: string; readonly settings: readonly SudoersSetting[] } | undefined {
  const read = sign === '@' ? readHost : sign === '!' ? readScopedCommand : readUser;
  const names = sign === undefined ? [] : readList(scan, read);
  const settings = names && readList(scan, readSetting);
  return settings && { scope: `${sign ?? ''}${names.join(',')}`, settings };
}

/** A command that defaults are for is named without arguments. */
const readScopedCommand = negatable(
  (scan) => scan.take(/[A-Z][A-Z0-9_]*(?=\s|,)/y)?.[0] ?? scan.take(path)?.[0],
);

function readSetting(scan: Scanner): SudoersSetting | undefined {
  const off = readMarks(scan);
  const name = scan.take(/\w+/y)?.[0];
  if (name === undefined) return undefined;
  const [operator] = scan.take(/[-+]?=/y) ?? [];
  if (operator === undefined) return { name, off, value: undefined };
  const value = scan.word(/[\s,"]/);
  if (value === undefined) return undefined;
  return { name, off, value: operator === '=' ? value : undefined };
}

/** Reads `alice, %docker HOSTS = (root) NOPASSWD: /usr/bin/docker : OTHERS = …`. */
export function readRules(scan: Scanner): readonly SudoersRule[] | undefined {
  const users = readList(scan, readUser);
  if (users === undefined) return undefined;
  const rules: SudoersRule[] = [];
  do {
    const hosts = readList(scan, readHost);
    const specified = hosts && scan.take(/=/y) && readList(scan, readSpecification);
    if (!specified) return undefined;
    const grouped = groupCommands(specified);
    const some = hosts.every((host) => host === 'ALL') ? {} : { someHosts: true as const };
    rules.push(...users.flatMap((user) => grouped.map((rule) => ({ user, ...rule, ...some }))));
  } while (scan.take(/:/y));
  return rules;
}

interface Specification {
  readonly command: string;
  /** The last of its own tags on passwords; `undefined` where it has none. */
  readonly noPassword: boolean | undefined;
  /** Whom it runs as, from the text before it; `undefined` where there is none. */
  readonly runAs: SudoersRunAs | undefined;
}

/** Reads `(alice, bob : docker)`. */
function readRunAs(written: string): SudoersRunAs {
  const [users = '', ...groups] = written.slice(1, -1).split(':');
  const namesIn = (list: string): readonly string[] =>
    list
      .split(',')
      .map((name) => name.replaceAll(/!\s*!/g, '').replace(/!\s+/, '!').trim())
      .filter((name) => name !== '');
  return { users: namesIn(users), groups: namesIn(groups.join(':')) };
}

const option =
  /(?:ROLE|TYPE|APPARMOR_PROFILE|PRIVS|LIMITPRIVS|TIMEOUT|NOTBEFORE|NOTAFTER|CWD|CHROOT)\s*=\s*(?:"[^"]*"|[^\s,"]+)/y;

const tag = /(NO)?(EXEC|FOLLOW|INTERCEPT|LOG_INPUT|LOG_OUTPUT|MAIL|PASSWD|SETENV)\s*:/y;

function readSpecification(scan: Scanner): Specification | undefined {
  const runAs = scan.take(/\([^()=]*\)/y)?.[0].trim();
  while (scan.take(option));
  let noPassword: boolean | undefined;
  for (let found = scan.take(tag); found; found = scan.take(tag)) {
    if (found[2] === 'PASSWD') noPassword = found[1] !== undefined;
  }
  const command = readCommand(scan);
  if (command === undefined) return undefined;
  return { command, noPassword, runAs: runAs === undefined ? undefined : readRunAs(runAs) };
}

/**
 * Tags and users to run as hold for all commands that follow them, until others: commands before and after those are
 * rules of their own.
 */
function groupCommands(specified: readonly Specification[]): readonly Omit<SudoersRule, 'user'>[] {
  type Group = Omit<SudoersRule, 'user' | 'commands'> & { readonly commands: string[] };
  const rules: Group[] = [];
  let noPassword: boolean | null = null;
  let runAs: SudoersRunAs | undefined;
  for (const { command, noPassword: own, runAs: ownUsers } of specified) {
    noPassword = own ?? noPassword;
    const isSame = ownUsers === undefined || JSON.stringify(ownUsers) === JSON.stringify(runAs);
    runAs = ownUsers ?? runAs;
    const last = rules.at(-1);
    // What may not be run needs no password either.
    const free = command.startsWith('!') ? (last?.noPassword ?? null) : noPassword;
    if (last?.noPassword === free && isSame) last.commands.push(command);
    else rules.push({ commands: [command], noPassword: free, ...(runAs && { runAs }) });
  }
  return rules;
}

import { hostname } from 'node:os';
import { posix } from 'node:path';
import type { Source } from '../../core/facts/source.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, unread, unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { syntaxError } from '../gathering/syntax-error.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { byLastMatch, type WrittenRule } from './sudo-last-match.ts';
import { runAsNames, settleRunAs } from './sudo-run-as.ts';
import { lookUpsAtMost } from '../../syntax/sudoers/aliases.ts';
import {
  settleRule,
  type SudoersContext,
  type SudoRule,
  type UntaggedRule,
} from './sudoers-passwords.ts';
import { text, type Text } from '../../core/text.ts';
import { parseSudoers } from '../../syntax/sudoers/parse-sudoers.ts';
import type { SudoersSetting, SudoersStatement } from '../../syntax/sudoers/sudoers-statement.ts';

/** What sudo allows, as its files say. */
export interface Sudo {
  readonly rules: readonly SudoRule[];
  /** Where more rules come from, which are not read. */
  readonly elsewhere: readonly Unread[];
  /** Where commands are logged besides syslog; absent when nothing says so. */
  readonly logFile?: { readonly value: string; readonly source: Source };
  /** What switched the log to syslog off; absent when nothing did. */
  readonly syslogDisabled?: Source;
  /** What switched the recording of output on for everyone; absent when nothing did. */
  readonly outputLogged?: Source;
  /** What took allowed commands out of the log; absent when nothing did. */
  readonly allowedUnlogged?: Source;
}

/** As deep as sudo itself follows includes. */
const includesAtMost = 128;

/** Files, each as often as it is included. */
const filesAtMost = 1_000;

/** Raised inside this file only, to leave all includes at once. */
interface Stop {
  readonly unread: Unread;
}

interface Tally {
  readonly root: string;
  files: number;
  readonly rules: (UntaggedRule & Pick<WrittenRule, 'runAs' | 'someHosts'>)[];
  readonly users: Map<string, readonly string[]>;
  readonly commands: Map<string, readonly string[]>;
  readonly runAs: Map<string, readonly string[]>;
  /** Whom commands run as where a rule does not say, by scope. */
  readonly runAsDefault: Map<string, string>;
  /** Every setting of `authenticate`, as they stand. */
  readonly authenticate: SudoersContext['authenticate'][number][];
  /** The group whose members are asked for no password; `undefined` where there is none. */
  exempt: string | undefined;
  /** Whether the password of root, or of the user that a command runs as, is asked for in place of one's own, by scope. */
  readonly rootPassword: Map<string, boolean>;
  /** The last word on each setting, by scope. */
  readonly logFiles: Map<string, { readonly value: string; readonly source: Source }>;
  readonly flags: Readonly<
    Record<Flag, Map<string, { readonly on: boolean; readonly source: Source }>>
  >;
}

const flags = ['syslog', 'log_output', 'log_allowed'] as const;

/** A setting that is judged by whether it is on. */
type Flag = (typeof flags)[number];

/** Reads one file of rules with everything that it includes. */
export async function readSudoRules(root: string, path: string): Promise<Reading<Sudo>> {
  const tally: Tally = {
    root,
    files: 0,
    rules: [],
    users: new Map(),
    commands: new Map(),
    runAs: new Map(),
    runAsDefault: new Map(),
    authenticate: [],
    exempt: undefined,
    rootPassword: new Map(),
    logFiles: new Map(),
    flags: {
      syslog: new Map(),
      log_output: new Map(),
      log_allowed: new Map(),
    },
  };
  const stop = await readOne(path, tally, 0);
  if (stop) return stop;
  // A file that one user, or one command, is not logged to is none for them.
  const logFile =
    [...tally.logFiles.values()].find(({ value }) => value === '') ?? tally.logFiles.get('');
  const off = (flag: Flag): Source | undefined =>
    [...tally.flags[flag].values()].find(({ on }) => !on)?.source;
  const [syslog, allowed] = [off('syslog'), off('log_allowed')];
  const output = tally.flags.log_output.get('');
  // Aliases and defaults may stand below what they are about.
  const context = {
    users: tally.users,
    commands: tally.commands,
    authenticate: tally.authenticate,
    exempt: tally.exempt,
    budget: { left: lookUpsAtMost },
  };
  const accounts = await attempt('/etc/passwd', () => readPasswd(root));
  const groups = await attempt('/etc/group', () => readGroup(root));
  const runAs = {
    aliases: tally.runAs,
    budget: context.budget,
    names:
      'value' in accounts && 'value' in groups
        ? runAsNames(accounts.value, groups.value)
        : undefined,
    // One that is for some alone leaves it open for whom.
    byDefault: (tally.runAsDefault.size === 1 && tally.runAsDefault.get('')) || 'root',
  };
  const isRoots =
    tally.rootPassword.has('') && [...tally.rootPassword.values()].every((asked) => asked);
  let rules: Sudo['rules'];
  try {
    const written = tally.rules
      .flatMap((rule) => settleRule(rule, context))
      .map((rule) => ({ ...rule, ...settleRunAs(rule.runAs, runAs) }));
    rules = byLastMatch(written).map((rule) => (isRoots ? { ...rule, rootPassword: true } : rule));
  } catch (error) {
    return { unread: unreadFile(path, syntaxError(error, 'file-unreadable')) };
  }
  const value: Sudo = {
    rules,
    elsewhere: [],
    ...(logFile ? { logFile } : {}),
    ...(syslog ? { syslogDisabled: syslog } : {}),
    ...(output?.on && !off('log_output') ? { outputLogged: output.source } : {}),
    ...(allowed ? { allowedUnlogged: allowed } : {}),
  };
  return { value, source: { kind: 'file', path } };
}

async function readOne(path: string, tally: Tally, depth: number): Promise<Stop | undefined> {
  let lines: string;
  if ((tally.files += 1) > filesAtMost) return tooManyFiles({ kind: 'file', path });
  try {
    lines = await readText(tally.root, path);
  } catch (error) {
    // An include that is not there is passed over by sudo too.
    return absent(error) ? undefined : { unread: unreadFile(path, error) };
  }
  const { tree, problems } = parseSudoers(lines);
  const [problem] = problems;
  if (problem) {
    return notUnderstood(
      text('A line of sudoers was not understood.', '无法解析 sudoers 中的一行。'),
      { kind: 'file', path, line: problem.line },
    );
  }
  for (const statement of tree) {
    const source: FileSource = { kind: 'file', path, line: statement.line };
    const stop = await readStatement(statement, source, tally, depth);
    if (stop) return stop;
  }
  return undefined;
}

type FileSource = Extract<Source, { kind: 'file' }> & { line: number };

async function readStatement(
  statement: SudoersStatement,
  source: FileSource,
  tally: Tally,
  depth: number,
): Promise<Stop | undefined> {
  switch (statement.kind) {
    case 'include':
    case 'include-folder': {
      if (depth >= includesAtMost) return tooManyFiles(source);
      if (statement.path.includes('%h') && tally.root !== '/') {
        return notUnderstood(
          text(
            'An include has the name of the host in it, which is not known here.',
            'include 中含有主机名，此处无法得知。',
          ),
          source,
        );
      }
      const named = statement.path.replaceAll('%h', hostname().split('.')[0] ?? '');
      const path = posix.resolve(posix.dirname(source.path), named);
      return statement.kind === 'include'
        ? readOne(path, tally, depth + 1)
        : readFolder(path, tally, depth + 1);
    }
    case 'defaults':
      for (const setting of statement.settings) note(setting, statement.scope, source, tally);
      return undefined;
    case 'rules':
      for (const { commands, ...rule } of statement.rules) {
        const { path: file, line } = source;
        tally.rules.push({ ...rule, commands: [...commands], file, line });
      }
      return undefined;
    case 'aliases':
      for (const { type, name, members } of statement.aliases) {
        if (type === 'other') continue;
        const known = { user: tally.users, command: tally.commands, 'run-as': tally.runAs }[type];
        if (known.has(name)) {
          return notUnderstood(text('An alias is defined twice.', '同一别名定义了两次。'), source);
        }
        known.set(name, members);
      }
      return undefined;
  }
}

/** In the order of their names; what has a dot in it or ends in a tilde is somebody's copy, and passed over. */
async function readFolder(path: string, tally: Tally, depth: number): Promise<Stop | undefined> {
  try {
    for (const entry of await listFolder(tally.root, path)) {
      if (/\.|~$/.test(entry.name) || !(entry.isFile() || entry.isSymbolicLink())) continue;
      const stop = await readOne(posix.join(path, entry.name), tally, depth);
      if (stop) return stop;
    }
    return undefined;
  } catch (error) {
    return { unread: unreadFile(path, error) };
  }
}

/** A file that keeps nothing. */
const nowhere = '/dev/null';

function note(
  { name, off, value }: SudoersSetting,
  scope: string,
  source: Source,
  tally: Tally,
): void {
  const flag = flags.find((one) => one === name);
  if (flag) tally.flags[flag].set(scope, { on: !off, source });
  // What is allowed is logged with a priority of its own, which may be none.
  if (name === 'syslog_goodpri') tally.flags.syslog.set(scope, { on: value !== 'none', source });
  if (name === 'authenticate') tally.authenticate.push({ scope, asks: !off });
  if (name === 'targetpw' || name === 'rootpw') tally.rootPassword.set(scope, !off);
  if (name === 'runas_default') tally.runAsDefault.set(scope, off ? 'root' : (value ?? 'root'));
  if (name === 'exempt_group') tally.exempt = off ? undefined : value;
  if (name !== 'logfile') return;
  const file = off || value === nowhere ? '' : (value ?? '');
  tally.logFiles.set(scope, { value: file, source });
}

const tooManyFiles = (source: Source): Stop =>
  notUnderstood(text('Includes lead through too many files.', 'include 涉及的文件过多。'), source);

const notUnderstood = (what: Text, source: Source): Stop => ({
  unread: unread('not-understood', what, source),
});

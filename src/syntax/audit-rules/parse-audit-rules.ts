/** A condition of a rule: `-F auid>=1000`. */
export interface AuditField {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/** One line of audit rules; lines are counted from 1. */
export type AuditRule =
  /** `-w` watches a path, and `-W` takes such a watch away. */
  | {
      readonly kind: 'watch' | 'unwatch';
      readonly path: string;
      /** Any of r, w, x and a. */
      readonly permissions: string;
      readonly key: string | undefined;
      readonly line: number;
    }
  /** `-a` and, in front of all that are there, `-A`. */
  | {
      readonly kind: 'rule';
      readonly list: AuditList;
      readonly action: 'always' | 'never';
      readonly first: boolean;
      /** Names and numbers of system calls; `all` is one of them. */
      readonly calls: readonly string[];
      readonly fields: readonly AuditField[];
      readonly line: number;
    }
  /** `-D`; with a key, only those that have it. */
  | { readonly kind: 'delete'; readonly key: string | undefined; readonly line: number }
  /** `-e`: 0 is off, 1 is on, 2 is on and locked. */
  | { readonly kind: 'enable'; readonly level: 0 | 1 | 2; readonly line: number }
  /** Anything that says nothing of what is recorded, as `-b 8192`. */
  | { readonly kind: 'setting'; readonly line: number };

/** The lists that the kernel keeps rules in. */
export type AuditList = 'task' | 'exit' | 'user' | 'exclude' | 'filesystem' | 'io_uring';

/** A line that auditctl would refuse, or that is not read here; with it, nobody knows what is loaded. */
export interface AuditProblem {
  readonly code: 'unknown-option' | 'bad-value' | 'incomplete';
  readonly line: number;
}

/**
 * Reads rules as rule files write them and as `auditctl -l` prints them, one a line. At a line that it refuses,
 * auditctl stops unless an option makes it continue, so one problem leaves open what the rest does.
 *
 * @see https://man7.org/linux/man-pages/man8/auditctl.8.html
 */
export function parseAuditRules(text: string): {
  readonly tree: readonly AuditRule[];
  readonly problems: readonly AuditProblem[];
} {
  const tree: AuditRule[] = [];
  const problems: AuditProblem[] = [];
  for (const [at, physical] of text.split('\n').entries()) {
    const words = wordsOf(physical);
    const [first] = words;
    if (first === undefined || first.startsWith('#')) continue;
    const rule = readRule(words, at + 1);
    if (typeof rule === 'string') problems.push({ code: rule, line: at + 1 });
    else tree.push(rule);
  }
  return { tree, problems };
}

/** Spaces separate words; a space behind a backslash does not. */
const wordsOf = (line: string): readonly string[] =>
  Array.from(line.matchAll(/(?:\\ |[^\s])+/g), ([word]) => word.replaceAll('\\ ', ' '));

/** Options that set something else, and whether a value stands behind them. */
const settings: Readonly<Record<string, boolean>> = {
  '-b': true,
  '-f': true,
  '-r': true,
  '-c': false,
  '-i': false,
  '--backlog_wait_time': true,
  '--loginuid-immutable': false,
  '--reset-lost': false,
  '--reset_backlog_wait_time_actual': false,
};

function readRule(words: readonly string[], line: number): AuditRule | AuditProblem['code'] {
  const [option = '', value] = words;
  if (Object.hasOwn(settings, option)) {
    return words.length === (settings[option] ? 2 : 1) ? { kind: 'setting', line } : 'incomplete';
  }
  switch (option) {
    case '-e': {
      if (value === undefined || words.length > 2) return 'incomplete';
      return value === '0' || value === '1' || value === '2'
        ? { kind: 'enable', level: value === '0' ? 0 : value === '1' ? 1 : 2, line }
        : 'bad-value';
    }
    case '-D': {
      const [, , key] = words;
      if (words.length === 1) return { kind: 'delete', key: undefined, line };
      return value === '-k' && key !== undefined && words.length === 3
        ? { kind: 'delete', key, line }
        : 'incomplete';
    }
    case '-w':
    case '-W':
      return readWatch(words, line);
    case '-a':
    case '-A':
      return readSystemRule(words, line);
    default:
      return 'unknown-option';
  }
}

function readWatch(words: readonly string[], line: number): AuditRule | AuditProblem['code'] {
  const [option, path = ''] = words;
  // As auditctl itself, which takes no path that does not begin at the root.
  if (!path.startsWith('/')) return path === '' ? 'incomplete' : 'bad-value';
  let permissions = 'rwxa';
  let key: string | undefined;
  for (let at = 2; at < words.length; at += 2) {
    const value = words[at + 1];
    if (value === undefined) return 'incomplete';
    if (words[at] === '-p') {
      if (!/^[rwxa]{1,4}$/i.test(value)) return 'bad-value';
      permissions = order(value);
    } else if (words[at] === '-k') key = value;
    else return 'unknown-option';
  }
  const kind = option === '-w' ? 'watch' : 'unwatch';
  return { kind, path: trimSlash(path), permissions, key, line };
}

const lists: readonly string[] = ['task', 'exit', 'user', 'exclude', 'filesystem', 'io_uring'];

const isList = (word: string): word is AuditList => lists.includes(word);

const field = /^(\w+)(!=|<=|>=|&=|[=<>&])(.*)$/s;

/** Names of fields that a condition may have. */
const fieldNames: ReadonlySet<string> = new Set([
  ...['a0', 'a1', 'a2', 'a3', 'arch', 'auid', 'devmajor', 'devminor', 'dir', 'egid', 'euid', 'exe'],
  ...['exit', 'field_compare', 'filetype', 'fsgid', 'fstype', 'fsuid', 'gid', 'inode', 'key'],
  ...['loginuid', 'msgtype', 'obj_gid', 'obj_lev_high', 'obj_lev_low', 'obj_role', 'obj_type'],
  ...['obj_uid', 'obj_user', 'path', 'perm', 'pers', 'pid', 'ppid', 'saddr_fam', 'sessionid'],
  ...['sgid', 'subj_clr', 'subj_role', 'subj_sen', 'subj_type', 'subj_user', 'success', 'suid'],
  'uid',
]);

function readSystemRule(words: readonly string[], line: number): AuditRule | AuditProblem['code'] {
  const pair = (words[1] ?? '').split(',');
  // The older order of the two is taken as well.
  const list = pair.find(isList);
  const action = pair.find((word) => word === 'always' || word === 'never');
  if (pair.length !== 2 || list === undefined || action === undefined) return 'bad-value';
  const calls: string[] = [];
  const fields: AuditField[] = [];
  for (let at = 2; at < words.length; at += 2) {
    const [option, value] = [words[at], words[at + 1]];
    if (value === undefined) return 'incomplete';
    if (option === '-S') calls.push(...value.split(','));
    else if (option === '-k') fields.push({ name: 'key', operator: '=', value });
    else if (option === '-p') fields.push({ name: 'perm', operator: '=', value });
    else if (option === '-F' || option === '-C') {
      const [, name = '', operator = '', right = ''] = field.exec(value) ?? [];
      if (!fieldNames.has(name) || right === '') return 'bad-value';
      if (name === 'perm' && !/^[rwxa]{1,4}$/i.test(right)) return 'bad-value';
      fields.push({ name: option === '-C' ? 'field_compare' : name, operator, value: right });
    } else return 'unknown-option';
  }
  return { kind: 'rule', list, action, first: words[0] === '-A', calls, fields, line };
}

const order = (permissions: string): string =>
  ['r', 'w', 'x', 'a']
    .filter((permission) => permissions.toLowerCase().includes(permission))
    .join('');

const trimSlash = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') : path);

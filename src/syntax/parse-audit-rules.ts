import type { AuditField, AuditRule } from './audit-rules/parse-audit-rules.ts';
import { fileCalls } from './audit-rules/audit-calls.ts';
import { recordedCalls, type RecordedCalls } from './audit-rules/recorded-calls.ts';

/** One watch, as a rule asks for it. */
export interface AuditWatch {
  readonly path: string;
  /** Any of r, w, x and a; `''` for a rule on single system calls, which is less than any of them. */
  readonly permissions: string;
  /** The rule that asks for it. */
  readonly rule: AuditRule;
}

/** What rules come to once they are all loaded, in this order. */
export interface LoadedRules {
  readonly watches: readonly AuditWatch[];
  /** Rules that may keep a watch silent, in a way that nobody can tell from the rules alone. */
  readonly uncertain: readonly AuditRule[];
  /** What is recorded of system calls, whatever path they are about. */
  readonly calls: readonly RecordedCalls[];
  /** Rules that may keep some of those calls silent. */
  readonly uncertainCalls: readonly AuditRule[];
  /** The rule with which all of them stay as they are until the next boot. */
  readonly lockedBy: AuditRule | undefined;
}

type SystemRule = Extract<AuditRule, { kind: 'rule' }>;
type Watch = Extract<AuditRule, { kind: 'watch' | 'unwatch' }>;

/**
 * Loads rules as the kernel does: each behind those that are there, or with `-A` in front of them, until they are locked. Of
 * the rules that an event meets the first decides, so that one which never records takes away what stands behind it.
 */
export function loadRules(rules: readonly AuditRule[]): LoadedRules {
  let loaded: (Watch | SystemRule)[] = [];
  let level = 1;
  let last: AuditRule | undefined;
  for (const rule of rules) {
    // Locked rules take no others, nor another level.
    if (level === 2) break;
    if (rule.kind === 'enable') ({ level } = last = rule);
    else if (rule.kind === 'delete') loaded = loaded.filter((each) => !hasKey(each, rule.key));
    else if (rule.kind === 'unwatch') {
      loaded = loaded.filter((each) => each.kind !== 'watch' || each.path !== rule.path);
    } else if (rule.kind === 'rule' && rule.first) loaded.unshift(rule);
    else if (rule.kind !== 'setting') loaded.push(rule);
  }
  // Switched off, the kernel keeps its rules and follows none of them.
  const found = level === 0 ? noWatches : { ...watchesOf(loaded), ...callsOf(loaded) };
  return { ...found, lockedBy: level === 2 ? last : undefined };
}

const noWatches = { watches: [], uncertain: [], calls: [], uncertainCalls: [] };

const hasKey = (rule: Watch | SystemRule, key: string | undefined): boolean =>
  key === undefined ||
  (rule.kind === 'rule'
    ? rule.fields.some(({ name, value }) => name === 'key' && value === key)
    : rule.key === key);

function watchesOf(loaded: readonly (Watch | SystemRule)[]) {
  const watches: AuditWatch[] = [];
  const uncertain = new Set<AuditRule>();
  const never = loaded.flatMap((rule, at) =>
    rule.kind === 'rule' && silences(rule) ? { rule, at } : [],
  );
  loaded.forEach((rule, at) => {
    const watch = watchOf(rule);
    if (watch === undefined) return;
    // Rules of a task and of what is excluded come before any other, wherever they stand.
    const before = never.filter((each) => each.at < at || each.rule.list !== 'exit');
    const over = before.map((each) => ({ each, how: silencesWatch(each.rule, watch.path) }));
    if (over.some(({ how }) => how === 'yes')) return;
    const open = over.filter(({ how }) => how === 'perhaps');
    for (const { each } of open) uncertain.add(each.rule);
    if (open.length === 0) watches.push(watch);
  });
  return { watches, uncertain: [...uncertain] };
}

function callsOf(loaded: readonly (Watch | SystemRule)[]) {
  const calls: RecordedCalls[] = [];
  const uncertain = new Set<AuditRule>();
  // Reading a file begins with a call that opens it.
  const never = loaded.flatMap((rule, at) =>
    rule.kind === 'rule' && silences(withoutReading(rule)) ? { rule, at } : [],
  );
  loaded.forEach((rule, at) => {
    const recorded = rule.kind === 'rule' ? recordedCalls(rule, narrows) : undefined;
    if (recorded === undefined) return;
    const over = never.filter(
      (each) =>
        (each.at < at || each.rule.list !== 'exit') && meets(each.rule.calls, recorded.calls),
    );
    if (over.some((each) => isPlain(each.rule) && covers(each.rule.calls, recorded.calls))) return;
    for (const each of over) uncertain.add(each.rule);
    if (over.length === 0) calls.push(recorded);
  });
  return { calls, uncertainCalls: [...uncertain] };
}

const withoutReading = (rule: SystemRule): SystemRule => ({
  ...rule,
  fields: rule.fields.filter((each) => !isOfReading(each)),
});

const covers = (calls: readonly string[], others: readonly string[]): boolean =>
  calls.length === 0 || calls.includes('all') || others.every((call) => calls.includes(call));

const meets = (calls: readonly string[], others: readonly string[]): boolean =>
  covers(calls, others) || others.includes('all') || calls.some((call) => others.includes(call));

/** Whether a rule keeps silent what it names of everybody, on whatever path. */
const isPlain = ({ list, fields }: SystemRule): boolean =>
  list !== 'exclude' && fields.every(({ name }) => name === 'key');

/** The path or directory that a rule names; `undefined` where it names none. */
const pathOf = (fields: readonly AuditField[]): string | undefined =>
  fields
    .find(({ name, operator }) => (name === 'path' || name === 'dir') && operator === '=')
    ?.value.replace(/(?<=.)\/+$/, '');

/** What a rule watches; `undefined` where it watches no path. */
function watchOf(rule: Watch | SystemRule): AuditWatch | undefined {
  if (rule.kind !== 'rule') return { path: rule.path, permissions: rule.permissions, rule };
  const path = pathOf(rule.fields);
  if (rule.action === 'never' || path === undefined) return undefined;
  const some = rule.calls.length > 0 && !rule.calls.includes('all');
  const narrow = some || rule.list !== 'exit' || rule.fields.some(narrows);
  const permissions = rule.fields.find(({ name }) => name === 'perm')?.value ?? 'rwxa';
  return { path, permissions: narrow ? '' : order(permissions), rule };
}

const order = (permissions: string): string =>
  ['r', 'w', 'x', 'a']
    .filter((permission) => permissions.toLowerCase().includes(permission))
    .join('');

/** What a rule may say of itself without missing what a person does: the rest lets somebody through. */
const harmless = ['path', 'dir', 'perm', 'key', 'arch'];

/** The usual way to leave out what services do: accounts of people begin here, and services log in as nobody. */
const firstPerson = 1000;
const nobody = ['-1', 'unset', '4294967295'];

function narrows({ name, operator, value }: AuditField): boolean {
  if (harmless.includes(name)) return operator !== '=';
  if (name !== 'auid' && name !== 'loginuid') return true;
  if (operator === '!=') return !nobody.includes(value);
  return !(operator === '>=' && Number(value) <= firstPerson);
}

/** Records that an event of a watch consists of. */
const recordsOfWatch = ['SYSCALL', '1300', 'PATH', '1302'];

/** Whether a rule keeps anything silent that a watch would record. */
function silences({ list, action, calls, fields }: SystemRule): boolean {
  if (list === 'exclude') {
    // Whatever its action is called, it excludes.
    return fields.every(
      ({ name, operator, value }) =>
        name !== 'msgtype' || operator !== '=' || recordsOfWatch.includes(value.toUpperCase()),
    );
  }
  if (action !== 'never' || (list !== 'exit' && list !== 'task' && list !== 'filesystem')) {
    return false;
  }
  if (list === 'filesystem') return !fields.some(isKernelFileSystem);
  if (calls.length > 0 && !calls.some((call) => fileCalls.has(call) || /^\d+$/.test(call))) {
    return false;
  }
  return !fields.some((each) => isOfServices(each) || isOfReading(each));
}

/** Whether it is about nothing but reading and starting files. */
const isOfReading = ({ name, value }: AuditField): boolean =>
  name === 'perm' && !/[wa]/i.test(value);

/** Those of the kernel itself, which hold no files of anybody. */
const isKernelFileSystem = ({ name, operator, value }: AuditField): boolean =>
  name === 'fstype' &&
  operator === '=' &&
  /^(?:debugfs|tracefs|0x64626720|0x74726163)$/.test(value);

/** Whether it is a condition that no person who logged in meets. */
const isOfServices = ({ name, operator, value }: AuditField): boolean =>
  (name === 'auid' || name === 'loginuid') &&
  ((operator === '=' && (nobody.includes(value) || Number(value) < firstPerson)) ||
    (operator === '<' && Number(value) <= firstPerson));

/** Conditions that do not narrow what a rule keeps silent on a path. */
const plain = ['path', 'dir', 'key', 'arch'];

function silencesWatch(
  { list, calls, fields }: SystemRule,
  path: string,
): 'yes' | 'no' | 'perhaps' {
  const over = pathOf(fields);
  if (over !== undefined && !isWithin(path, over)) return 'no';
  const whole =
    (calls.length === 0 || calls.includes('all')) &&
    list !== 'exclude' &&
    fields.every(({ name, operator }) => plain.includes(name) && operator === '=');
  return whole ? 'yes' : 'perhaps';
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

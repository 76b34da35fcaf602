import type { AuditField, AuditRule } from './audit-rules/parse-audit-rules.ts';
import { recordedCalls, type RecordedCalls } from './audit-rules/recorded-calls.ts';
import {
  firstPerson,
  isOfReading,
  nobody,
  pathOf,
  silences,
  silencesWatch,
  type SystemRule,
} from './audit-rules/silencing-rules.ts';

/** One watch, as a rule asks for it. */
export interface AuditWatch {
  readonly path: string;
  /** Any of r, w, x and a; `''` for a rule on single system calls, which is less than any of them. */
  readonly permissions: string;
  /** Whether it is about that one file or folder, and nothing that lies in it. */
  readonly single: boolean;
  /** Paths below it that rules before it keep silent, or may. */
  readonly except: readonly string[];
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
    const over = before.map((each) => ({ each, how: silencesWatch(each.rule, watch) }));
    if (over.some(({ how }) => how === 'yes')) return;
    const open = over.filter(({ how }) => how === 'perhaps' || how === 'perhaps in part');
    for (const { each } of open) uncertain.add(each.rule);
    if (open.some(({ how }) => how === 'perhaps')) return;
    const except = over.flatMap(({ each, how }) =>
      how === 'no' ? [] : (pathOf(each.rule.fields)?.path ?? []),
    );
    watches.push({ ...watch, except: [...new Set(except)] });
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

/** What a rule watches; `undefined` where it watches no path. */
function watchOf(rule: Watch | SystemRule): Omit<AuditWatch, 'except'> | undefined {
  if (rule.kind !== 'rule') {
    return { path: rule.path, permissions: rule.permissions, single: false, rule };
  }
  const named = pathOf(rule.fields);
  if (rule.action === 'never' || named === undefined) return undefined;
  const some = rule.calls.length > 0 && !rule.calls.includes('all');
  const narrow = some || rule.list !== 'exit' || rule.fields.some(narrows);
  const permissions = rule.fields.find(({ name }) => name === 'perm')?.value ?? 'rwxa';
  return { ...named, permissions: narrow ? '' : order(permissions), rule };
}

const order = (permissions: string): string =>
  ['r', 'w', 'x', 'a']
    .filter((permission) => permissions.toLowerCase().includes(permission))
    .join('');

/** What a rule may say of itself without missing what a person does: the rest lets somebody through. */
const harmless = ['path', 'dir', 'perm', 'key', 'arch'];

function narrows({ name, operator, value }: AuditField): boolean {
  if (harmless.includes(name)) return operator !== '=';
  if (name !== 'auid' && name !== 'loginuid') return true;
  if (operator === '!=') return !nobody.includes(value);
  return !(operator === '>=' && Number(value) <= firstPerson);
}

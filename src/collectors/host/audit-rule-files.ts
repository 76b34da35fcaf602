import type { Source } from '../../core/facts/source.ts';
import type { Host, HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { parseAuditRules, type AuditRule } from '../../syntax/audit-rules/parse-audit-rules.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { settleWatch } from './audit-paths.ts';
import { loadRules, type AuditWatch } from '../../syntax/parse-audit-rules.ts';
import type { RecordedCalls } from '../../syntax/audit-rules/recorded-calls.ts';

/** One watch with where it was read. */
export interface SourcedWatch {
  readonly fact: HostFacts['audit']['watches'][number];
  readonly source: Source;
}

/** What one rule records of system calls, with where it was read. */
export interface SourcedCalls {
  readonly fact: NonNullable<Host['audit']['calls']>[number];
  readonly source: Source;
}

/** What the rule files of a host would load. */
export interface RuleFiles {
  readonly watches: readonly SourcedWatch[];
  /** Lines of rules that may keep a watch silent, in a way that the rules alone do not tell. */
  readonly uncertain: readonly Source[];
  readonly calls: readonly SourcedCalls[];
  /** Lines of rules that may keep some of those calls silent. */
  readonly uncertainCalls: readonly Source[];
  /** Whether there is any such file; without one there are no watches. */
  readonly found: boolean;
  /** The file that locks the rules once they are loaded; absent when none does. */
  readonly lockedBy?: Source;
}

const compiled = '/etc/audit/audit.rules';
const folder = '/etc/audit/rules.d';

/** The rules of some files, and where each stands. */
interface Program {
  readonly rules: readonly AuditRule[];
  readonly files: ReadonlyMap<AuditRule, string>;
}

/**
 * Reads the rules in the files. What augenrules compiles from rules.d into audit.rules stands in both, and is
 * named by where it was written; what one of the two keeps silent is not recorded. A line that is not understood
 * leaves all of it open.
 */
export async function readRuleFiles(root: string): Promise<Reading<RuleFiles>> {
  try {
    const names = (await listFolder(root, folder)).map(({ name }) => name);
    const parts = names.filter((name) => name.endsWith('.rules')).toSorted(byVersion);
    const written = await readProgram(
      root,
      parts.map((name) => `${folder}/${name}`),
    );
    if ('unread' in written) return written;
    const single = await readProgram(root, [compiled]);
    if ('unread' in single) return single;
    return await inForce(root, [{ ...written, rules: compile(written.rules) }, single]);
  } catch (error) {
    return { unread: unreadFile(folder, error) };
  }
}

async function readProgram(
  root: string,
  paths: readonly string[],
): Promise<(Program & { readonly found: boolean }) | { readonly unread: Unread }> {
  const files = new Map<AuditRule, string>();
  let found = false;
  for (const path of paths) {
    try {
      const { tree, problems } = parseAuditRules(await readText(root, path));
      found = true;
      const [problem] = problems;
      if (problem) return { unread: unreadRule({ kind: 'file', path, line: problem.line }) };
      for (const rule of tree) files.set(rule, path);
    } catch (error) {
      if (!absent(error)) return { unread: unreadFile(path, error) };
    }
  }
  return { rules: [...files.keys()], files, found };
}

/** Why rules are not read if one of them is not understood. */
export const unreadRule = (source: Source): Unread =>
  unread(
    'not-understood',
    text(
      'auditctl would refuse this line, or it cannot be parsed: what is loaded after it is not known',
      'auditctl 会拒绝此行，或此行未能解析：其后加载的规则未知',
    ),
    source,
  );

/** As augenrules puts them together: of `-D` and `-e` the last counts, and stands at the beginning and at the end. */
function compile(rules: readonly AuditRule[]): readonly AuditRule[] {
  const clears = rules.filter((rule) => rule.kind === 'delete' && rule.key === undefined);
  const enables = rules.filter(({ kind }) => kind === 'enable');
  const others = rules.filter((rule) => !clears.includes(rule) && !enables.includes(rule));
  return [...clears.slice(-1), ...others, ...enables.slice(-1)];
}

async function inForce(
  root: string,
  programs: readonly (Program & { readonly found: boolean })[],
): Promise<Reading<RuleFiles>> {
  const loaded = programs.map(({ rules, files }) => {
    const { watches, uncertain, calls, uncertainCalls, lockedBy } = loadRules(rules);
    const sourceOf = (rule: AuditRule): FileSource => ({
      kind: 'file',
      path: files.get(rule) ?? compiled,
      line: rule.line,
    });
    const asked = new Set(rules.flatMap(askedFor));
    return {
      asked,
      watches: new Map(
        watches.map((watch) => [keyOf(watch), { watch, source: sourceOf(watch.rule) }]),
      ),
      uncertain: uncertain.map(sourceOf),
      calls: new Map(
        calls.map((each) => [callsKey(each), { recorded: each, source: sourceOf(each.rule) }]),
      ),
      uncertainCalls: uncertainCalls.map(sourceOf),
      lockedBy: lockedBy && sourceOf(lockedBy),
    };
  });
  const kept = new Map<string, SourcedWatch>();
  for (const { watches } of loaded) {
    for (const [key, { watch, source }] of watches) {
      const silent = loaded.some((other) => other.asked.has(key) && !other.watches.has(key));
      if (silent || kept.has(key)) continue;
      const { path: file, line } = source;
      const all = loaded.flatMap((each) => each.watches.get(key)?.watch.except ?? []);
      const settled = await settleWatch(root, { ...watch, except: [...new Set(all)] });
      kept.set(key, { fact: { ...settled, file, line }, source });
    }
  }
  const keptCalls = new Map<string, SourcedCalls>();
  for (const { calls } of loaded) {
    for (const [key, { recorded, source }] of calls) {
      const silent = loaded.some((other) => other.asked.has(key) && !other.calls.has(key));
      if (silent || keptCalls.has(key)) continue;
      const { rule: _, calls: names, ...rest } = recorded;
      const { path: file, line } = source;
      keptCalls.set(key, { fact: { ...rest, calls: [...names], file, line }, source });
    }
  }
  const found = programs.some((program) => program.found);
  const lockedBy = loaded.find((one) => one.lockedBy)?.lockedBy;
  const value: RuleFiles = {
    watches: [...kept.values()],
    uncertain: loaded.flatMap(({ uncertain }) => uncertain),
    calls: [...keptCalls.values()],
    uncertainCalls: loaded.flatMap(({ uncertainCalls }) => uncertainCalls),
    found,
    ...(lockedBy ? { lockedBy: { kind: 'file', path: lockedBy.path } } : {}),
  };
  return { value, source: { kind: 'file', path: found ? folder : compiled } };
}

type FileSource = Extract<Source, { kind: 'file' }> & { readonly line: number };

const keyOf = ({ path, permissions, single }: AuditWatch): string =>
  `${path}\0${permissions}\0${single}`;

const callsKey = ({ calls, bits, outcome, raised }: RecordedCalls): string =>
  [bits, outcome, raised, ...calls].join('\0');

/** What a rule would record if no other kept it silent. */
function askedFor(rule: AuditRule): readonly string[] {
  const { watches, calls } = loadRules([rule]);
  return [...watches.map(keyOf), ...calls.map(callsKey)];
}

/** As `ls -v` sorts names: the numbers in them by their size. */
function byVersion(one: string, other: string): number {
  const [own, others] = [one, other].map((name) => name.match(/\d+|\D+/g) ?? []);
  for (const [at, part] of (own ?? []).entries()) {
    const next = others?.[at];
    if (next === undefined) return 1;
    const numbers = Number(part) - Number(next);
    if (numbers !== 0 && !Number.isNaN(numbers)) return numbers;
    if (part !== next) return part < next ? -1 : 1;
  }
  return one.length - other.length;
}

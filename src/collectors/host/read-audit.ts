import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Source } from '../../core/facts/source.ts';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import type { Reading, Unread } from '../gathering/unread-gap.ts';
import { parseAuditRules } from '../../syntax/audit-rules/parse-audit-rules.ts';
import { settleWatch } from './audit-paths.ts';
import {
  readRuleFiles,
  unreadRule,
  type SourcedCalls,
  type SourcedWatch,
} from './audit-rule-files.ts';
import { loadRules } from '../../syntax/parse-audit-rules.ts';

const run = promisify(execFile);

/** Where systems keep the one program that is ever run: it asks the kernel for its rules. */
const auditctlPlaces = ['/usr/sbin/auditctl', '/sbin/auditctl', '/usr/bin/auditctl'] as const;

/** The audit rules in force, or else those in the files. */
export interface Audit {
  readonly watches: readonly SourcedWatch[];
  /** Rules that may keep further watches silent, in a way that the rules alone do not tell. */
  readonly uncertain: readonly Source[];
  readonly calls: readonly SourcedCalls[];
  /** Rules that may keep some of those calls silent. */
  readonly uncertainCalls: readonly Source[];
  readonly state: HostFacts['audit']['state'];
  readonly locked: boolean;
  readonly lockedSource: Source;
  /** What the files ask for, whatever is loaded. */
  readonly configured: Reading<{
    readonly watches: readonly SourcedWatch[];
    readonly uncertain: readonly Source[];
  }>;
  /** Whether the kernel has a daemon that takes its records; absent where it was not asked. */
  readonly daemonRunning?: boolean;
}

/**
 * Reads the watches that the kernel has loaded, where this is the host itself, this user may ask, and
 * there is something to ask with; else those that the rule files would load.
 *
 * @param auditctl where to look for auditctl; empty: files only
 */
export async function readAudit(
  root: string,
  auditctl: readonly string[] = mayAsk(root) ? auditctlPlaces : [],
): Promise<Reading<Audit>> {
  const files = await readRuleFiles(root);
  const configured = 'unread' in files ? files : { value: files.value, source: files.source };
  for (const program of auditctl) {
    const loaded = await readLoaded(root, program);
    if (loaded && 'unread' in loaded) return loaded;
    if (loaded) return { value: { ...loaded, configured }, source: asked };
  }
  if ('unread' in files) return files;
  const { watches, uncertain, calls, uncertainCalls, found, lockedBy } = files.value;
  const value: Audit = {
    watches,
    uncertain,
    calls,
    uncertainCalls,
    state: found ? 'files' : 'absent',
    locked: lockedBy !== undefined,
    lockedSource: lockedBy ?? files.source,
    configured,
  };
  return { value, source: files.source };
}

/** The kernel's rules are those of the machine: of another root, it would be asked about the wrong one. */
const mayAsk = (root: string): boolean => root === '/' && process.geteuid?.() === 0;

const command = 'auditctl -l';
const asked: Source = { kind: 'command', command };
const askedState: Source = { kind: 'command', command: 'auditctl -s' };

/** `undefined` where the program is not there, or the kernel does not answer it. */
async function readLoaded(
  root: string,
  program: string,
): Promise<Omit<Audit, 'configured'> | { readonly unread: Unread } | undefined> {
  const options = { env: { LC_ALL: 'C' }, timeout: 5_000, maxBuffer: 8 << 20 };
  try {
    await access(program, constants.X_OK);
    const status = (await run(program, ['-s'], options)).stdout;
    const list = (await run(program, ['-l'], options)).stdout;
    // Older ones print one line of `name=value`.
    const field = (name: string): number =>
      Number(new RegExp(`\\b${name}[ =](\\d+)`).exec(status)?.[1] ?? '0');
    // Switched off, the kernel keeps its rules and follows none of them.
    const off = /\benabled[ =]0\b/.test(status);
    const { tree, problems } = parseAuditRules(list.replace(/^No rules\s*$/m, ''));
    if (problems.length > 0) return { unread: unreadRule(asked) };
    const { watches, uncertain, calls, uncertainCalls } = loadRules(off ? [] : tree);
    return {
      watches: await Promise.all(
        watches.map(async (watch) => ({
          fact: { ...(await settleWatch(root, watch)), file: command, line: watch.rule.line },
          source: asked,
        })),
      ),
      uncertain: uncertain.map(() => asked),
      calls: calls.map(({ rule: { line }, ...fact }) => ({
        fact: { ...fact, calls: [...fact.calls], file: command, line },
        source: asked,
      })),
      uncertainCalls: uncertainCalls.map(() => asked),
      state: 'loaded',
      locked: field('enabled') === 2,
      lockedSource: askedState,
      daemonRunning: !off && field('pid') > 0,
    };
  } catch {
    // Not there, no permission or no audit in this kernel: `state` says that only files were read.
    return undefined;
  }
}

import type { AuditField, AuditRule } from './parse-audit-rules.ts';

/** What a rule records of system calls, whatever path they are about. */
export interface RecordedCalls {
  /** Names and numbers of system calls; `all` is every one. */
  readonly calls: readonly string[];
  /** Which programs it is about, by the size of their addresses. */
  readonly bits: '32' | '64' | 'both';
  /** Whether it records every call, those alone that fail, or those that fail by this error. */
  readonly outcome: 'any' | 'failed' | 'EACCES' | 'EPERM';
  /** Whether it records those alone that run with more rights than the user has. */
  readonly raised: boolean;
  /** The rule that asks for it. */
  readonly rule: AuditRule;
}

type SystemRule = Extract<AuditRule, { kind: 'rule' }>;

/** Names of errors, as rules write them after `exit=-`. */
const errors: Readonly<Record<string, RecordedCalls['outcome']>> = {
  EACCES: 'EACCES',
  '13': 'EACCES',
  EPERM: 'EPERM',
  '1': 'EPERM',
};

/**
 * Reads what a rule records of system calls; `undefined` where it is about some path, or has a condition that people may
 * not meet.
 *
 * @param letsThrough whether a condition lets somebody through who logged in
 * @see https://man7.org/linux/man-pages/man8/auditctl.8.html
 */
export function recordedCalls(
  rule: SystemRule,
  letsThrough: (field: AuditField) => boolean,
): RecordedCalls | undefined {
  if (rule.action !== 'always' || rule.list !== 'exit') return undefined;
  const names = new Set(rule.fields.map(({ name }) => name));
  if (['path', 'dir', 'perm'].some((name) => names.has(name))) return undefined;
  let bits: RecordedCalls['bits'] = 'both';
  let outcome: RecordedCalls['outcome'] = 'any';
  let raised = false;
  for (const field of rule.fields) {
    const { name, operator, value } = field;
    if (name === 'arch' && operator === '=') bits = /32$|^i\d86$|^arm$/.test(value) ? '32' : '64';
    else if (name === 'success' && operator === '=' && /^(?:0|no)$/.test(value)) outcome = 'failed';
    else if (name === 'exit' && operator === '=' && value.startsWith('-')) {
      const error = errors[value.slice(1).toUpperCase()];
      if (error === undefined) return undefined;
      outcome = error;
    } else if (isRaised(field)) raised = true;
    else if (letsThrough(field)) return undefined;
  }
  const calls = rule.calls.length === 0 ? ['all'] : rule.calls;
  return { calls, bits, outcome, raised, rule };
}

/** What runs as root, or as another than the user who started it. */
const isRaised = ({ name, operator, value }: AuditField): boolean =>
  (name === 'euid' && operator === '=' && value === '0') ||
  (name === 'field_compare' && operator === '!=' && /^(?:e?uid|auid)$/.test(value));

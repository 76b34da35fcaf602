import type { AuditField, AuditRule } from './parse-audit-rules.ts';
import { fileCalls } from './audit-calls.ts';

/** A rule on system calls, or on a path by its fields. */
export type SystemRule = Extract<AuditRule, { kind: 'rule' }>;

/** The path that a rule names, and whether that alone is meant, not what lies below it; `undefined` where it names none. */
export function pathOf(
  fields: readonly AuditField[],
): { readonly path: string; readonly single: boolean } | undefined {
  const found = fields.find(
    ({ name, operator }) => (name === 'path' || name === 'dir') && operator === '=',
  );
  if (found === undefined) return undefined;
  return { path: found.value.replace(/(?<=.)\/+$/, ''), single: found.name === 'path' };
}

/** The usual way to leave out what services do: accounts of people begin here, and services log in as nobody. */
export const firstPerson = 1000;
export const nobody = ['-1', 'unset', '4294967295'];

/** Records that an event of a watch consists of. */
const recordsOfWatch = ['SYSCALL', '1300', 'PATH', '1302'];

/** Whether a rule keeps anything silent that a watch would record. */
export function silences({ list, action, calls, fields }: SystemRule): boolean {
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
export const isOfReading = ({ name, value }: AuditField): boolean =>
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

/**
 * Whether a rule that records nothing keeps a watch behind it silent; `in part`: only below the path that it names, which
 * {@link pathOf} gives.
 */
export function silencesWatch(
  { list, calls, fields }: SystemRule,
  { path, single }: { readonly path: string; readonly single: boolean },
): 'yes' | 'no' | 'in part' | 'perhaps' | 'perhaps in part' {
  const over = pathOf(fields);
  const whole =
    (calls.length === 0 || calls.includes('all')) &&
    list !== 'exclude' &&
    fields.every(({ name, operator }) => plain.includes(name) && operator === '=');
  if (over === undefined || path === over.path || (!over.single && isWithin(path, over.path))) {
    return whole ? 'yes' : 'perhaps';
  }
  if (single || !isWithin(over.path, path)) return 'no';
  return whole ? 'in part' : 'perhaps in part';
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

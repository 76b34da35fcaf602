/** One watch, as a rule asks for it. */
export interface AuditWatch {
  readonly path: string;
  /** Any of r, w, x and a; `''` for a rule on single system calls, which is less than any of them. */
  readonly permissions: string;
  /** Line of the text it was read from, counted from 1. */
  readonly line: number;
}

/**
 * Reads rules as rule files write them and as `auditctl -l` prints them. A watch is a `-w`, or a rule that
 * records a path or a directory; an earlier rule that never records it takes it away. Line by line, later
 * rules can delete earlier ones.
 *
 * @see https://man7.org/linux/man-pages/man8/auditctl.8.html
 */
export function parseAuditRules(text: string): readonly AuditWatch[] {
  let watches: AuditWatch[] = [];
  const never = new Set<string>();
  text.split('\n').forEach((physical, at) => {
    const words = physical.trim().split(/\s+/);
    if (words[0] === '-D') {
      watches = [];
      never.clear();
    }
    if (words[0] === '-W') watches = watches.filter(({ path }) => path !== words[1]);
    const rule = words[0]?.startsWith('#') ? undefined : parseRule(words);
    if (!rule) return;
    const { path, permissions, records } = rule;
    if (!records) never.add(path);
    else if (!never.has(path)) watches.push({ path, permissions, line: at + 1 });
  });
  return watches;
}

interface Rule {
  readonly path: string;
  readonly permissions: string;
  readonly records: boolean;
}

function parseRule(words: readonly string[]): Rule | undefined {
  const after = (option: string): readonly string[] =>
    words.flatMap((word, at) => (word === option ? (words[at + 1] ?? []) : []));
  const watched = after('-w')[0];
  if (watched !== undefined) {
    return {
      path: trimSlash(watched),
      permissions: order(after('-p')[0] ?? 'rwxa'),
      records: true,
    };
  }
  const action = [...after('-a'), ...after('-A')][0]?.split(',');
  const fields = after('-F').map((field) => /^(\w+)(!?=|[<>]=?)(.*)$/.exec(field) ?? []);
  const field = (name: string): string | undefined =>
    fields.find(([, key, relation]) => key === name && relation === '=')?.[3];
  const path = field('path') ?? field('dir');
  if (!action || path === undefined) return undefined;
  const never = action.includes('never');
  // Whatever else narrows a rule that never records, it does not take the whole path away.
  if (never && fields.length > 1) return undefined;
  const calls = after('-S').filter((call) => call !== 'all');
  const whole = calls.length === 0 ? 'rwxa' : '';
  const narrow = fields.some(([text = '', key = '', relation = '', value = '']) =>
    narrows(text, key, relation, value),
  );
  const permissions = narrow || !action.includes('exit') ? '' : order(field('perm') ?? whole);
  return { path: trimSlash(path), permissions, records: !never };
}

/** What a rule may say of itself without missing what a person does: the rest lets somebody through. */
const harmless = ['path', 'dir', 'perm', 'key', 'arch'];

/** The usual way to leave out what services do: accounts of people begin here, and services log in as nobody. */
const firstPerson = 1000;
const nobody = ['-1', 'unset', '4294967295'];

function narrows(text: string, key: string, relation: string, value: string): boolean {
  if (text !== '' && harmless.includes(key)) return relation !== '=';
  if (key !== 'auid') return true;
  if (relation === '!=') return !nobody.includes(value);
  return !(relation === '>=' && Number(value) <= firstPerson);
}

/** Whether rules stay as they are until the next boot: the last word on it counts. */
export function locksAuditRules(text: string): boolean {
  const words = [...text.matchAll(/^\s*-e\s+([0-2])\s*$/gm)];
  return words.at(-1)?.[1] === '2';
}

const order = (permissions: string): string =>
  ['r', 'w', 'x', 'a'].filter((permission) => permissions.includes(permission)).join('');

const trimSlash = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') : path);

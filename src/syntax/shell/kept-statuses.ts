import type { Lowering, Status } from './lowering.ts';
import { pause, type Outcomes } from './outcomes.ts';

/** What runs next does so whatever came of a command, and may ask for its status. */
export function keepStatus({ all, kept }: Lowering, by: '$?' | '$!', { up, down }: Status): void {
  pause(up, all.length);
  pause(down, all.length);
  kept.set(by, { up, down });
}

/** The status of what ran before a command, which is another one from there on. */
export function lastStatus({ kept }: Lowering): Status | undefined {
  const status = kept.get('$?');
  kept.delete('$?');
  return status;
}

/** Reads what may not be run, or in a shell of its own: a status that it keeps may not be there behind it. */
export function withOwnStatuses<T>(l: Lowering, read: () => T): T {
  const before = new Map(l.kept);
  const result = read();
  l.kept = new Map([...before].filter(([of, status]) => l.kept.get(of) === status));
  return result;
}

/** What a command says of those whose status it asks for, and which variables hold one behind it. */
export function useStatus(
  l: Lowering,
  status: Status | undefined,
  { words, assignments = [] }: { words: readonly string[]; assignments?: readonly string[] },
  outcomes?: Outcomes,
): void {
  const { all, kept } = l;
  if (kept.size === 0 && status === undefined) return;
  const [of, isTurned] = askedOf(words) ?? [];
  const asked = of === '$?' ? status : kept.get(of ?? '');
  if (asked && outcomes) {
    const again = { since: all.length, quiet: false, exits: false };
    for (const way of ['up', 'down'] as const) {
      const to = isTurned === true ? (way === 'up' ? 'down' : 'up') : way;
      for (const each of asked[way].splice(0)) outcomes[to].push(Object.assign(each, again));
    }
  }
  const [program = ''] = words;
  if (setsAny.test(program) || l.functions.has(program)) kept.clear();
  const said = setsNone.test(program) ? assignments : [...words, ...assignments];
  for (const each of kept.keys()) {
    if (/\w/.test(each) && said.some((word) => sets(word, each.slice(1)))) kept.delete(each);
  }
  if (words.length > 0) return;
  for (const each of assignments) {
    const [, name = '', from = ''] = /^(\w+)=\$\{?([?!])\}?$/.exec(each) ?? [];
    const given = from === '?' ? status : kept.get(`$${from}`);
    if (given) kept.set(`$${name}`, { up: given.up.splice(0), down: given.down.splice(0) });
  }
}

/** Programs that may set any variable, and those that set none. */
const setsAny = /^(?:eval|source|\.)$/;
const setsNone = /^(?:echo|exit|return|wait|test|\[\[?)$/;

/** Whether a word may give a variable a value: it has the name where that is not asked for. */
const sets = (word: string, name: string): boolean =>
  word
    .replaceAll(/\$\{?\w+/g, '')
    .split(/\W+/)
    .includes(name);

/** The status that a command asks for, and whether it fails where that is of a success. */
export function askedOf(
  all: readonly string[],
): readonly [of: string, isTurned: boolean] | undefined {
  const [program = ''] = all;
  if (program === 'wait') return all.length === 2 ? [plain(all[1]), false] : undefined;
  if (!/^(?:test|\[\[?)$/.test(program)) return undefined;
  const words = all.slice(1).filter((word) => word !== ']' && word !== ']]');
  const isNegated = words[0] === '!';
  const [left = '', operator = '', right = '', ...more] = isNegated ? words.slice(1) : words;
  const [of, value] = left === '0' ? [right, left] : [left, right];
  if (more.length > 0 || value !== '0' || !of.startsWith('$')) return undefined;
  if (same.test(operator)) return [plain(of), isNegated];
  const isOther = other.test(operator) || (operator === '-gt' && of === left);
  return isOther ? [plain(of), !isNegated] : undefined;
}

const same = /^(?:==?|-eq)$/;
const other = /^(?:!=|-ne)$/;

/** A word with a status that stands in braces, without them. */
export const plain = (word = ''): string => word.replace(/^\$\{(\w+|[?!])\}$/, '$$$1');

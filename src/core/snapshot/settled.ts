import type { Subject } from '../facts/subject.ts';

/** Facts that change by themselves: numbers of processes and commands, and the commands that health checks run. */
const restless: Readonly<Record<string, (value: unknown) => unknown>> = {
  processes: (list) => withoutKey(list, 'pid'),
  sessions: (list) => withoutKey(isList(list) ? list.filter((each) => !isCheck(each)) : list, 'id'),
};

/**
 * A subject without what changes by itself: two that are equal here are what they were, though their processes and commands have
 * other numbers, and their health was checked meanwhile. These are compared to find changes.
 */
export function settled(subject: Subject): Subject {
  const { sources: _, ...about } = subject;
  const facts = Object.entries(subject.facts).map(([name, value]) => [
    name,
    (restless[name] ?? same)(value),
  ]);
  return { ...about, facts: Object.fromEntries(facts) as Subject['facts'] };
}

const same = (value: unknown): unknown => value;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isCheck = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'healthCheck') === true;

/** Without a number that tells the items of a list apart, in an order that does not depend on it. */
function withoutKey(value: unknown, key: string): unknown {
  if (!isList(value)) return value;
  return value
    .map((each) => {
      if (typeof each !== 'object' || each === null) return each;
      const { [key]: _, ...rest } = each as Readonly<Record<string, unknown>>;
      return rest;
    })
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

import type { Forgotten } from '../../collectors/engine/events/forgotten.ts';

/** Readings that change, and engines report it; of the others nobody says a word. */
const reported =
  /^\/(?:containers\/[^/]+\/json|images\/.+\/json|(?:networks|volumes|services|secrets|configs)\/[^/]+)$/;

/** Members of answers that change by themselves: commands that ended, and the log of health checks. */
const restless = new Set(['ExecIDs', 'Health']);

/**
 * What changed between two readings of everything, and no event said so.
 *
 * @param before what was remembered by the names of readings
 * @param isReported whether an event made a reading old
 * @returns the names of the readings, in order
 */
export function unreported(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  isReported: Forgotten,
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter(
      (name) =>
        reported.test(name) &&
        !isReported(name) &&
        stableText(before.get(name)) !== stableText(after.get(name)),
    )
    .toSorted();
}

const stableText = (answer: unknown): string | undefined =>
  JSON.stringify(answer, (key, value: unknown) => (restless.has(key) ? undefined : sorted(value)));

/** Engines write the members of an object in no order. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

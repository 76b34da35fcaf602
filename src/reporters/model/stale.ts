import type { Assessment } from '../../core/assessment/assessment.ts';
import { expiresAt } from '../../core/assessment/freshness.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Voice } from './voice.ts';

/** A sentence for each day on which evidence ended, the first one first; empty while everything holds. */
export function describeStale(
  { catalog, collectedAt }: Assessment,
  { say, date }: Voice,
): readonly string[] {
  const ended = catalog.controls.flatMap(({ holds, stale }) =>
    stale === true && holds !== undefined ? [holds] : [],
  );
  return [...groupBy(ended, (days) => days)]
    .toSorted(([a], [b]) => a - b)
    .map(([days, { length }]) =>
      say('stale.held', {
        days,
        day: date((expiresAt(collectedAt, days) ?? collectedAt).slice(0, 10)),
        count: length,
      }),
    );
}

/** When the evidence was collected, and the day that it was judged for, where that is another one. */
export function describeTime({ collectedAt, at }: Assessment, { say, date }: Voice): string {
  const collected = date(collectedAt);
  if (at === undefined || at === collectedAt.slice(0, 10)) return collected;
  return say('title.judged-as-of', { collected, day: date(at) });
}

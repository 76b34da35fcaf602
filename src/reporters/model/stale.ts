import type { Assessment } from '../../core/assessment.ts';
import { expiresAt } from '../../core/freshness.ts';
import type { Voice } from './voice.ts';

/** A sentence for each control whose evidence held no longer on the day of the assessment. */
export const describeStale = (
  { catalog, collectedAt }: Assessment,
  { say, name, date }: Voice,
): readonly string[] =>
  catalog.controls
    .filter(({ stale }) => stale === true)
    .map(({ id, holds }) =>
      say('stale.control', {
        id: name(id),
        day: date((expiresAt(collectedAt, holds) ?? collectedAt).slice(0, 10)),
      }),
    );

import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../core/assessment/assessment.ts';
import { withoutFingerprints } from '../../core/facts/redaction-marks.ts';
import type { Observation } from '../../core/recording/observation.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';

/** A fact as it was read at one time. */
export type Reading = Pick<Observation, 'value' | 'source' | 'gap'>;

/** A fact that two findings of one control read differently. */
export interface FactChange {
  /** JSON Pointer into the subject's facts. */
  readonly path: string;
  /** Set when the fact is another subject's than the finding's. */
  readonly subject?: SubjectRef;
  /**
   * `value`: it has another value; `readable`, `unreadable`: it can be read, can be read no longer; `new`, `no-more`:
   * it was read at one of the two times alone, since the check went another way.
   */
  readonly change: 'value' | 'readable' | 'unreadable' | 'new' | 'no-more';
  /** `null` where it was not read. */
  readonly before: Reading | null;
  /** `null` where it is not read any more. */
  readonly after: Reading | null;
}

/**
 * Compares what two findings of the same control read.
 *
 * @param keyOf names a subject of the earlier finding, and of the later one as the earlier one had it
 */
export function compareReadings(
  before: Finding,
  after: Finding,
  keyOf: {
    readonly before: (ref: SubjectRef) => string;
    readonly after: (ref: SubjectRef) => string;
  },
): readonly FactChange[] {
  const index = ({ observations }: Finding, name: (ref: SubjectRef) => string) =>
    new Map(
      observations.map((each) => [
        each.subject ? `${name(each.subject)}\n${each.path}` : each.path,
        each,
      ]),
    );
  const earlier = index(before, keyOf.before);
  const later = index(after, keyOf.after);
  const changes: FactChange[] = [];
  for (const [key, is] of later) {
    const was = earlier.get(key);
    const change = changeOf(was, is);
    if (change === undefined) continue;
    changes.push({
      ...placeOf(is),
      change,
      before: was ? readingOf(was) : null,
      after: readingOf(is),
    });
  }
  for (const [key, was] of earlier) {
    if (later.has(key)) continue;
    changes.push({ ...placeOf(was), change: 'no-more', before: readingOf(was), after: null });
  }
  return changes;
}

function changeOf(was: Observation | undefined, is: Observation): FactChange['change'] | undefined {
  if (was === undefined) return 'new';
  if (was.gap === undefined && is.gap !== undefined) return 'unreadable';
  if (was.gap !== undefined && is.gap === undefined) return 'readable';
  const isSame = isDeepStrictEqual(was.value, is.value) || steady(was.value) === steady(is.value);
  return isSame ? undefined : 'value';
}

/** A value, as text, without what is another in each run. */
const steady = (value: unknown): string | undefined =>
  value === undefined ? value : withoutFingerprints(JSON.stringify(value));

const placeOf = ({ path, subject }: Observation): Pick<FactChange, 'path' | 'subject'> => ({
  path,
  ...(subject ? { subject } : {}),
});

const readingOf = ({ value, source, gap }: Observation): Reading => ({
  value,
  ...(source ? { source } : {}),
  ...(gap === undefined ? {} : { gap }),
});

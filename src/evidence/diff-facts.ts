import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../core/assessment.ts';

/** What two findings of the same control on the same subject read differently. */
export interface Rereading {
  /** A fact has another value. */
  readonly facts: boolean;
  /** A fact could be read at one of the two times alone. */
  readonly access: boolean;
  /** Facts were read at one of the two times alone, since the check went another way. */
  readonly elsewhere: boolean;
}

const keyOf = ({ path, subject }: Finding['observations'][number]): string =>
  JSON.stringify([subject?.target, subject?.kind, subject?.id, path]);

/** Compares what two findings read. */
export function compareReadings(before: Finding, after: Finding): Rereading {
  const earlier = new Map(before.observations.map((each) => [keyOf(each), each]));
  const later = new Map(after.observations.map((each) => [keyOf(each), each]));
  let facts = false;
  let access = false;
  for (const [key, was] of earlier) {
    const is = later.get(key);
    if (is === undefined) continue;
    if ((was.gap === undefined) !== (is.gap === undefined)) access = true;
    else if (!isDeepStrictEqual(was.value, is.value)) facts = true;
  }
  const elsewhere =
    [...earlier.keys()].some((key) => !later.has(key)) ||
    [...later.keys()].some((key) => !earlier.has(key));
  return { facts, access, elsewhere };
}

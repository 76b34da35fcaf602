import type { FindingStatus } from './finding-status.ts';
import { lapsesWithTime } from './freshness.ts';
import type { Tally } from '../frameworks/rollup.ts';

/** A {@link Tally} that is still being counted. */
export type MutableTally = { -readonly [Key in keyof Tally]: number };

/** A tally of nothing. */
export const emptyTally = (): MutableTally => ({
  pass: 0,
  fail: 0,
  waived: 0,
  compensated: 0,
  unknown: 0,
  error: 0,
  notApplicable: 0,
  manual: 0,
  stale: 0,
});

/** Counts one finding; `stale` says that its evidence holds no longer. */
export function countFinding(
  tally: MutableTally,
  status: FindingStatus,
  waiver: { readonly compensatingControl?: string | undefined } | undefined,
  stale = false,
): void {
  if (stale && lapsesWithTime(status)) {
    tally.stale += 1;
    return;
  }
  switch (status) {
    case 'pass':
      tally.pass += 1;
      break;
    case 'fail':
      if (waiver === undefined) tally.fail += 1;
      else tally.waived += 1;
      if (waiver?.compensatingControl !== undefined) tally.compensated += 1;
      break;
    case 'unknown':
      tally.unknown += 1;
      break;
    case 'error':
      tally.error += 1;
      break;
    case 'not-applicable':
      tally.notApplicable += 1;
      break;
    case 'manual':
      tally.manual += 1;
      break;
  }
}

/** Adds tallies up. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
}

import type { Strength } from './mapping.ts';

/** Where a requirement stands, by the rules of `rollUp` and never by a person's word. */
export const requirementStatuses = [
  'not-satisfied',
  'undetermined',
  'accepted-with-waiver',
  'accepted-with-compensating-control',
  'not-applicable',
  'satisfied',
  'supported',
  'context-only',
  'attested',
  'not-assessed',
] as const;

/** Where a requirement stands; what a standard calls it is in the words of its framework. */
export type RequirementStatus = (typeof requirementStatuses)[number];

/** How the findings of one control stand, counted. */
export interface Tally {
  readonly pass: number;
  /** Failures that nobody accepted. */
  readonly fail: number;
  /** Failures under a live waiver. */
  readonly waived: number;
  /** Of the waived, those with a compensating control. */
  readonly compensated: number;
  readonly unknown: number;
  readonly error: number;
  readonly notApplicable: number;
  /** Questions that only a person can answer; an attestation of the requirement answers them. */
  readonly manual: number;
  /** Passes, and subjects with nothing to judge, whose evidence holds no longer; in no other count. */
  readonly stale: number;
}

/** A live mapping, with how its control stands. */
export interface Contribution {
  readonly strength: Strength;
  readonly tally: Tally;
}

/**
 * The status of a requirement from the controls that are mapped to it, whether a current attestation
 * stands, and whether a person stated that it does not apply. The order of the contributions does not
 * matter. First rule that fits:
 *
 * 0. stated as not applicable, and no full or partial control failed, waived or not: not applicable
 * 1. a full or partial control failed, unwaived: not satisfied
 * 2. one of them is unknown or in error, did well on evidence that holds no longer, is manual and not
 *    attested, or said nothing: undetermined
 * 3. there are failures, all waived: accepted
 * 4. all are not applicable: not applicable
 * 5. all pass, and one is full or an attestation stands: satisfied (in the container layer)
 * 6. all pass, partial only: supported
 * 7. only supporting controls: context only, or attested
 * 8. nothing mapped: attested, or not assessed
 */
export function rollUp(
  contributions: readonly Contribution[],
  attested: boolean,
  statedNotApplicable = false,
): RequirementStatus {
  if (statedNotApplicable && !failsAnywhere(contributions)) return 'not-applicable';
  const deciding = contributions.filter(isDeciding);
  const some = (count: (tally: Tally) => number): boolean =>
    deciding.some(({ tally }) => count(tally) > 0);

  if (deciding.length === 0) {
    if (attested) return 'attested';
    return contributions.length > 0 ? 'context-only' : 'not-assessed';
  }
  if (some((tally) => tally.fail)) return 'not-satisfied';
  if (some((tally) => tally.unknown + tally.error + tally.stale)) return 'undetermined';
  if (deciding.some(({ tally }) => isSilent(tally))) return 'undetermined';
  if (!attested && some((tally) => tally.manual)) return 'undetermined';
  if (some((tally) => tally.waived)) {
    const allCompensated = deciding.every(({ tally }) => tally.waived === tally.compensated);
    return allCompensated ? 'accepted-with-compensating-control' : 'accepted-with-waiver';
  }
  const judged = deciding.filter(({ tally }) => tally.pass + tally.manual > 0);
  if (judged.length === 0) return 'not-applicable';
  const full = judged.some(({ strength }) => strength === 'full');
  return full || attested ? 'satisfied' : 'supported';
}

const isDeciding = ({ strength }: Contribution): boolean => strength !== 'supporting';

/**
 * Whether a control that decides a requirement failed, waived or not: a failure shows that there is
 * something to judge, whatever a person stated.
 */
export const failsAnywhere = (contributions: readonly Contribution[]): boolean =>
  contributions.filter(isDeciding).some(({ tally }) => tally.fail + tally.waived > 0);

/** Silence never reads as compliance. */
const isSilent = (tally: Tally): boolean => Object.values(tally).every((count) => count === 0);

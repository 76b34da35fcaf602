import type { Breaks, Shows } from './mapping.ts';

/** Where a requirement stands, by the rules of `rollUp`. */
export const requirementStatuses = [
  'not-satisfied',
  'undetermined',
  'accepted-with-waiver',
  'accepted-with-compensating-control',
  'weakened',
  'not-applicable',
  'satisfied',
  'supported',
  'context-only',
  'not-tested',
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

/** What both values of a link say of a requirement. */
export interface Bearing {
  readonly shows: Shows;
  readonly breaks: Breaks;
}

/** A live mapping, with how its control stands. */
export interface Contribution extends Bearing {
  readonly tally: Tally;
}

/** What people said of a requirement. */
export interface Said {
  /** A current attestation stands for it. */
  readonly attested?: boolean;
  /** A statement in force says that it does not apply. */
  readonly notApplicable?: boolean;
}

/**
 * The status of a requirement from the controls that are mapped to it and from what people said. The order of the
 * contributions does not matter. The first rule that fits holds:
 *
 * 0. stated as not applicable, and no failure, waived or not, breaks or weakens it: not applicable
 * 1. an unwaived failure breaks it: not satisfied
 * 2. a control that breaks it or shows all or part of it is unknown, in error, stale, silent, or a question that no
 *    attestation answers: undetermined
 * 3. failures break it, all of them waived: accepted
 * 4. an unwaived failure weakens it: weakened
 * 5. controls are mapped, and none judged anything: attested, or not tested
 * 6. nothing failed, and a pass shows all of it, or an attestation stands beside a part: satisfied (in the container layer)
 * 7. passes show a part of it: supported. So does a pass beside a waived weakness.
 * 8. controls give context only: attested, or context only; nothing is mapped: attested, or not assessed
 */
export function rollUp(
  contributions: readonly Contribution[],
  { attested = false, notApplicable = false }: Said = {},
): RequirementStatus {
  if (notApplicable && !failsAnywhere(contributions)) return 'not-applicable';
  const deciding = contributions.filter(decides);
  const breaking = deciding.filter(({ breaks }) => breaks === 'breaks');
  const weakening = deciding.filter(({ breaks }) => breaks === 'weakens');
  if (breaking.some(({ tally }) => tally.fail > 0)) return 'not-satisfied';
  const mustBeKnown = deciding.filter(
    ({ shows, breaks }) => breaks === 'breaks' || shows !== 'context',
  );
  if (mustBeKnown.some(({ tally }) => isOpen(tally, attested))) return 'undetermined';
  const waived = breaking.filter(({ tally }) => tally.waived > 0);
  if (waived.length > 0) {
    return waived.every(({ tally }) => tally.waived === tally.compensated)
      ? 'accepted-with-compensating-control'
      : 'accepted-with-waiver';
  }
  if (weakening.some(({ tally }) => tally.fail > 0)) return 'weakened';
  if (contributions.length === 0) return attested ? 'attested' : 'not-assessed';
  // What decides must have judged something; context beside it stands for nothing.
  if (!(deciding.length > 0 ? deciding : contributions).some(({ tally }) => isJudged(tally))) {
    return attested ? 'attested' : 'not-tested';
  }
  const passed = deciding.filter(({ shows, tally }) => shows !== 'context' && hasPassed(tally));
  if (passed.length === 0) return attested ? 'attested' : 'context-only';
  const whole = attested || passed.some(({ shows }) => shows === 'all');
  return whole && !deciding.some(({ tally }) => hasFailed(tally)) ? 'satisfied' : 'supported';
}

/** Whether a link takes part in the status of a requirement; any other informs the person who judges it. */
export const decides = ({ shows, breaks }: Bearing): boolean =>
  shows !== 'context' || breaks !== 'nothing';

/**
 * Whether a failure, waived or not, breaks or weakens a requirement: it shows that there is something to judge,
 * whatever a person stated.
 */
export const failsAnywhere = (contributions: readonly Contribution[]): boolean =>
  contributions.some(({ breaks, tally }) => breaks !== 'nothing' && hasFailed(tally));

const hasFailed = (tally: Tally): boolean => tally.fail + tally.waived > 0;

/** Nothing of it failed; a question counts, since only an attestation lets it come this far. */
const hasPassed = (tally: Tally): boolean => tally.pass + tally.manual > 0 && !hasFailed(tally);

const isJudged = ({ notApplicable: _, ...rest }: Tally): boolean =>
  Object.values(rest).some((count) => count > 0);

/** Silence never reads as compliance. */
const isOpen = (tally: Tally, attested: boolean): boolean =>
  tally.unknown + tally.error + tally.stale > 0 ||
  (!attested && tally.manual > 0) ||
  Object.values(tally).every((count) => count === 0);

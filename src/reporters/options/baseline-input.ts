import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Severity } from '../../core/controls/severity.ts';

/**
 * How a failure that nobody accepted stands to a baseline, in the words of SARIF: `updated` is one that the baseline holds,
 * and that is worse by now. Only what is `unchanged` is accepted by it.
 */
export type BaselineState = 'new' | 'unchanged' | 'updated';

/** A failure of a baseline that is repaired. */
export interface AbsentFailure {
  readonly fingerprint: string;
  readonly control: string;
  readonly severity: Severity;
  /** Kind, name and target of the subject, for people. */
  readonly subject: string;
}

/** What a baseline says of an assessment. */
export interface BaselineOptions {
  /** Of each failure that nobody accepted how it stands; findings of that assessment itself, and no copies. */
  readonly states: ReadonlyMap<Finding, BaselineState>;
  /** What is repaired; empty where that is not known, or not to be listed. */
  readonly absent: readonly AbsentFailure[];
}

/** Whether a baseline accepts a failure; without a baseline none is. */
export const isKnownTo = (baseline: BaselineOptions | undefined, finding: Finding): boolean =>
  baseline?.states.get(finding) === 'unchanged';

/** How many of the failures of an assessment a baseline accepts. */
export const countKnown = (
  baseline: BaselineOptions | undefined,
  { findings }: Pick<Assessment, 'findings'>,
): number => findings.filter((finding) => isKnownTo(baseline, finding)).length;

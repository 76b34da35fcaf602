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
  /** Of one that is `updated`, the faults that the baseline does not hold; none where it is only rated higher. */
  readonly added?: ReadonlyMap<Finding, readonly string[]>;
  /** What is repaired; empty where that is not known, or not to be listed. */
  readonly absent: readonly AbsentFailure[];
}

/** Whether a baseline accepts a failure; without a baseline none is. */
export const isKnownTo = (baseline: BaselineOptions | undefined, finding: Finding): boolean =>
  baseline?.states.get(finding) === 'unchanged';

/**
 * A failure with the items first that failed since the baseline was made, so that it is shown at one of these; itself where
 * none is known. Of several that say the same the last are taken for the new ones.
 */
export function newItemsFirst(finding: Finding, baseline: BaselineOptions | undefined): Finding {
  const { places = [], message } = finding;
  const left = [...(baseline?.added?.get(finding) ?? [])];
  const fresh = places.toReversed().filter((place) => {
    const at = left.indexOf((place.message ?? message).en);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  if (fresh.length === 0) return finding;
  const others = places.filter((place) => !fresh.includes(place));
  return { ...finding, places: [...fresh.toReversed(), ...others] };
}

/** How many of the failures of an assessment a baseline accepts. */
export const countKnown = (
  baseline: BaselineOptions | undefined,
  { findings }: Pick<Assessment, 'findings'>,
): number => findings.filter((finding) => isKnownTo(baseline, finding)).length;

import type { Assessment } from '../../core/assessment/assessment.ts';
import { describeGap } from '../../core/facts/gap.ts';
import type { Voice } from '../model/voice.ts';

/** Why lists of subjects could not be read, each reason of a target once. */
export const unreadLists = ({ gaps }: Assessment, voice: Voice): readonly string[] => [
  ...new Set(gaps.map((gap) => `${voice.name(gap.target)}: ${voice.text(describeGap(gap))}`)),
];

/**
 * Whether a scan saw what it was to judge: no control failed to run, and every list of subjects was read. Where it did not,
 * that a failure is missing from its results does not mean that it was repaired.
 */
export const ranWhole = ({ findings, gaps }: Assessment): boolean =>
  gaps.length === 0 && findings.every(({ status }) => status !== 'error');

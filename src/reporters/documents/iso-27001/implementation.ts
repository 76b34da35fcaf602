import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import { badge, lines, quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** How far a control of Annex A is implemented. */
export type Implementation = 'shown' | 'partly' | 'failed' | 'not-shown';

/** An accepted risk is still not implemented, and a person’s word shows nothing yet. */
const ofStatus = {
  satisfied: 'shown',
  supported: 'partly',
  weakened: 'partly',
  'not-satisfied': 'failed',
  'accepted-with-waiver': 'failed',
  'accepted-with-compensating-control': 'failed',
  undetermined: 'not-shown',
  'context-only': 'not-shown',
  attested: 'not-shown',
  'not-tested': 'not-shown',
  'not-assessed': 'not-shown',
  'not-applicable': undefined,
} as const satisfies Record<RequirementStatus, Implementation | undefined>;

/** Checks and subjects that were judged for a control of Annex A, and how many failed. */
interface Judged {
  readonly checks: number;
  readonly failedChecks: number;
  readonly subjects: number;
  readonly failedSubjects: number;
}

/** Counts what was judged for each control of Annex A by the controls that decide it. */
export function countJudged({ controls }: Report): (entry: RequirementEntry) => Judged {
  const byAnchor = new Map<string, ControlEntry>(controls.map((each) => [each.anchor, each]));
  return (entry) => {
    const found = entry.controls
      .filter(({ decides, live }) => decides && live)
      .flatMap(({ anchor }) => byAnchor.get(anchor)?.findings ?? [])
      .filter(({ standing }) => standing === 'pass' || isFailed(standing));
    const failed = found.filter(({ standing }) => isFailed(standing));
    const keys = (all: readonly FindingEntry[]): number =>
      new Set(all.map(({ target, kind, id }) => JSON.stringify([target, kind, id]))).size;
    return {
      checks: found.length,
      failedChecks: failed.length,
      subjects: keys(found),
      failedSubjects: keys(failed),
    };
  };
}

const isFailed = (standing: FindingEntry['standing']): boolean =>
  standing === 'fail' || standing === 'waived' || standing === 'compensated';

/** How far a control of Annex A is implemented: in part where some checks failed and others passed. */
export function implementationOf(
  { status }: RequirementEntry,
  { checks, failedChecks }: Judged,
): Implementation | undefined {
  const implementation = ofStatus[status];
  return implementation === 'failed' && failedChecks < checks ? 'partly' : implementation;
}

/** The same in words, with the counts where anything failed. */
export function implementationWords(entry: RequirementEntry, judged: Judged, say: Say): Content {
  const { reasons, status, tone } = entry;
  if (status === 'not-applicable') return '';
  const partly = ofStatus[status] === 'failed' && implementationOf(entry, judged) === 'partly';
  const counts = judged.failedChecks > 0 ? [quiet(say('soa.counts', { ...judged }))] : [];
  const word = partly
    ? [badge('conditional', say('soa.partly-implemented'))]
    : [badge(tone, say(`implementation.${status}`))];
  // What was accepted stays said.
  const accepted =
    partly && status !== 'not-satisfied' ? [quiet(say(`implementation.${status}`))] : [];
  return lines([...word, ...counts, ...accepted, ...reasons.map(quiet)]);
}

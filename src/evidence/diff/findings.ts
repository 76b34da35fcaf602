import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import type { ChangeCause } from './cause.ts';
import type { Explainer } from './explain.ts';
import type { FactChange } from './readings.ts';
import { subjectKey, type Correspondence } from './subjects.ts';

/** A finding's status; `waived` is a failure under a live waiver, `stale` what was in order on evidence that holds no longer. */
export type FindingState = Finding['status'] | 'waived' | 'stale';

/** One finding that is another, with everything that explains it. */
export interface FindingChange {
  readonly control: string;
  /** As the control is rated after; of a finding that is gone, as it was. */
  readonly severity: Finding['severity'];
  /** As it is after; of one that is gone, as it was. */
  readonly subject: SubjectRef;
  /** `null` where there was none. */
  readonly before: FindingState | null;
  /** `null` where there is none any more. */
  readonly after: FindingState | null;
  readonly causes: readonly ChangeCause[];
  /** What the check read differently; empty where the facts do not explain it. */
  readonly facts: readonly FactChange[];
}

/** Finds the findings whose state is another, each with what explains it. */
export function diffFindings(
  before: Assessment,
  after: Assessment,
  { earlierKey }: Correspondence,
  explain: Explainer,
): readonly FindingChange[] {
  const earlier = new Map(
    before.findings.map((each) => [`${each.controlId} ${subjectKey(each.subject)}`, each]),
  );
  const changes: FindingChange[] = [];
  for (const later of after.findings) {
    const key = `${later.controlId} ${earlierKey(later.subject)}`;
    const old = earlier.get(key);
    earlier.delete(key);
    const state = stateOf(later);
    if (old && stateOf(old) === state) continue;
    changes.push({
      ...aboutOf(later),
      before: old ? stateOf(old) : null,
      after: state,
      ...(old ? explain.changed(old, later) : explain.single(later, 'after')),
    });
  }
  for (const old of earlier.values()) {
    const explanation = explain.single(old, 'before');
    changes.push({ ...aboutOf(old), before: stateOf(old), after: null, ...explanation });
  }
  return changes;
}

const aboutOf = ({ controlId: control, severity, subject }: Finding) => ({
  control,
  severity,
  subject,
});

function stateOf(finding: Finding): FindingState {
  if (isLapsed(finding)) return 'stale';
  return finding.status === 'fail' && finding.waiver !== undefined ? 'waived' : finding.status;
}

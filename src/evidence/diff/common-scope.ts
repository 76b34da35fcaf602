import type { Assessment } from '../../core/assessment/assessment.ts';
import { namesSubject, type AssessmentScope } from '../../core/assessment/scope.ts';

/** What two assessments are limited to, where that is not the same; absent of one that is limited to nothing. */
export interface ScopeChange {
  readonly before?: AssessmentScope;
  readonly after?: AssessmentScope;
}

/** What two assessments are limited to; `null` where it is the same. */
export function diffScopes(before: Assessment, after: Assessment): ScopeChange | null {
  const [was, is] = [askedOf(before), askedOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return null;
  return { ...(was && { before: was }), ...(is && { after: is }) };
}

/** An assessment without what the other one leaves out: nothing comes or goes because another part was asked for. */
export function withinScopeOf(assessment: Assessment, { scope }: Assessment): Assessment {
  if (scope === undefined) return assessment;
  const outside = new Set(scope.outside.controls.map(({ id }) => id));
  const controls = assessment.catalog.controls.filter(({ id }) => !outside.has(id));
  const { subjects } = scope;
  return {
    ...assessment,
    catalog: { ...assessment.catalog, controls },
    findings: assessment.findings.filter(
      ({ controlId, subject }) =>
        !outside.has(controlId) &&
        (subjects?.some((pattern) => subject.id === '*' || namesSubject(pattern, subject)) ?? true),
    ),
  };
}

function askedOf({ scope }: Assessment): AssessmentScope | undefined {
  if (scope === undefined) return undefined;
  const { frameworks, controls, severities, subjects } = scope;
  return {
    ...(frameworks && { frameworks }),
    ...(controls && { controls }),
    ...(severities && { severities }),
    ...(subjects && { subjects }),
  };
}

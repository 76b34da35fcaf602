import { assessmentJson } from '../../core/assessment/assessment-json.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';

const written = new WeakMap<Assessment, string>();

/** The assessment as JSON, which every PDF of it holds: it is written once for all of them. */
export function attachedAssessment(assessment: Assessment): string {
  const known = written.get(assessment);
  if (known !== undefined) return known;
  const json = assessmentJson(assessment);
  written.set(assessment, json);
  return json;
}

import { assessmentJson } from '../../core/assessment-json.ts';
import type { Assessment } from '../../core/assessment.ts';

/** Writes an assessment as its published contract. */
export const renderJson = (assessment: Assessment): string => assessmentJson(assessment);

/** Writes the findings alone, one to a line, for tools that read line by line. */
export const renderNdjson = ({ findings }: Assessment): string =>
  findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');

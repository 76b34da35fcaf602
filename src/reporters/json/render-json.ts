import { jsonText } from '../../syntax/json/json-text.ts';
import { assessmentPieces } from '../../core/assessment/assessment-json.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';

/** Writes an assessment as its published contract. */
export const renderJson = (assessment: Assessment): Iterable<string> =>
  inPortions(assessmentPieces(assessment));

/** Writes the findings alone, one to a line, for tools that read line by line. */
export const renderNdjson = ({ findings }: Assessment): Iterable<string> =>
  inPortions(linesOf(findings));

function* linesOf(findings: Assessment['findings']): Generator<string> {
  for (const finding of findings) yield `${jsonText(finding)}\n`;
}

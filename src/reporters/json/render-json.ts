import { jsonText } from '../../syntax/json/json-text.ts';
import { assessmentPieces } from '../../core/assessment/assessment-json.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { BaselineOptions } from '../options/baseline-input.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';

/** Writes an assessment as its published contract. */
export const renderJson = (assessment: Assessment): Iterable<string> =>
  inPortions(assessmentPieces(assessment));

/**
 * Writes the findings alone, one to a line, for tools that read line by line. Where there is a baseline, a failure that nobody
 * accepted says as `baselineState` how it stands to it.
 */
export const renderNdjson = (
  { findings }: Assessment,
  baseline?: BaselineOptions,
): Iterable<string> => inPortions(linesOf(findings, baseline));

function* linesOf(
  findings: Assessment['findings'],
  baseline: BaselineOptions | undefined,
): Generator<string> {
  for (const finding of findings) {
    const baselineState = baseline?.states.get(finding);
    yield `${jsonText(baselineState === undefined ? finding : { ...finding, baselineState })}\n`;
  }
}

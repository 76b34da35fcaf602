import { jsonText } from '../../syntax/json/json-text.ts';
import { schemaId } from '../schema-id.ts';
import { assessmentSchema, findingSchema, type Assessment } from './assessment.ts';

/**
 * Writes an assessment as its published contract, with the id of its schema; it ends with a line feed. The
 * members stand in the contract's order, so that an assessment has the same bytes whether it was just made or
 * read back. Lone surrogates leave as escapes, so that the text is always valid UTF-8.
 */
export const assessmentJson = (assessment: Assessment): string =>
  [...assessmentPieces(assessment)].join('');

/** The same text, a finding at a time: of a large assessment the whole would take more memory than all else. */
export function* assessmentPieces(assessment: Assessment): Generator<string> {
  const { $schema, ...rest } = assessmentSchema.parse({ ...assessment, findings: [] });
  const schema = $schema ?? schemaId('assessment', assessment.version);
  let before = '{\n';
  for (const [key, value] of Object.entries({ $schema: schema, ...rest })) {
    if (value === undefined) continue;
    yield `${before}  ${jsonText(key)}: `;
    before = ',\n';
    if (key === 'findings') yield* listPieces(assessment.findings);
    else yield indented(value, '  ');
  }
  yield '\n}\n';
}

function* listPieces(findings: Assessment['findings']): Generator<string> {
  let before = '[\n';
  for (const finding of findings) {
    yield `${before}    ${indented(findingSchema.parse(finding), '    ')}`;
    before = ',\n';
  }
  yield findings.length === 0 ? '[]' : '\n  ]';
}

/** A line feed within JSON is never part of a text. */
const indented = (value: unknown, by: string): string =>
  jsonText(value, 2).replaceAll('\n', `\n${by}`);

import { assessmentSchema, type Assessment } from './assessment.ts';

/**
 * Writes an assessment as its published contract, with the id of its schema; it ends with a line feed. The
 * members stand in the contract's order, so that an assessment has the same bytes whether it was just made or
 * read back. Lone surrogates leave as escapes, so that the text is always valid UTF-8.
 */
export function assessmentJson(assessment: Assessment): string {
  const { $schema, ...rest } = assessmentSchema.parse(assessment);
  const schema = $schema ?? `urn:plimsoll:schema:assessment:${assessment.version}`;
  return `${JSON.stringify({ $schema: schema, ...rest }, null, 2)}\n`;
}

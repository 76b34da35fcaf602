import { parseJsonText } from '../../syntax/json/bounded-json.ts';
import { findingSchema, type Assessment, type Finding } from './assessment.ts';
import { invalidAssessment, parseAssessment } from './parse-assessment.ts';
import { createListSplitter } from './list-splitter.ts';
import { createSharing } from './share-values.ts';

/**
 * Reads an assessment that came from outside while its bytes arrive, a finding at a time: the whole text of a large
 * one is never held, and what findings say alike is held once.
 *
 * @throws PlimsollError `assessment-invalid`
 * @throws SyntaxError when it is no JSON
 * @example
 * const assessment = await parseAssessmentPieces(createReadStream('assessment.json'));
 */
export async function parseAssessmentPieces(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Assessment> {
  const splitter = createListSplitter('findings');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const share = createSharing();
  const findings: Finding[] = [];
  const take = (text: string): void => {
    for (const item of splitter.push(text)) {
      const { success, data, error } = findingSchema.safeParse(parseJsonText(item));
      if (!success) throw invalidAssessment(error, ['findings', findings.length]);
      findings.push(share(data));
    }
  };
  for await (const piece of pieces) take(decoder.decode(piece, { stream: true }));
  take(decoder.decode());
  return { ...parseAssessment(parseJsonText(splitter.rest())), findings };
}

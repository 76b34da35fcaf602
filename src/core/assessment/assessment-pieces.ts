import { JsonProblem, parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { text } from '../text.ts';
import { readWith } from '../read-with.ts';
import { findingSchema, type Assessment, type Finding } from './assessment.ts';
import { invalidAssessment, readAssessment, withoutContradiction } from './parse-assessment.ts';
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
  const take = (piece: string): void => {
    for (const item of splitter.push(piece)) {
      const read = readWith(findingSchema, parsePart(item, `findings[${findings.length}]`));
      if (!read.success) {
        throw invalidAssessment(read.problems, ['findings', findings.length]);
      }
      findings.push(share(read.data));
    }
  };
  for await (const piece of pieces) take(decoder.decode(piece, { stream: true }));
  take(decoder.decode());
  return withoutContradiction({ ...readAssessment(parsePart(splitter.rest(), '')), findings });
}

/** Parses a part of the file, whose lines are not those of the file: a mistake is named by the part. */
function parsePart(json: string, part: string): unknown {
  try {
    return parseJsonText(json);
  } catch (cause) {
    if (!(cause instanceof JsonProblem)) throw cause;
    const { en, zh } = cause.why;
    throw new JsonProblem(part === '' ? text(en, zh) : text(`${part}: ${en}`, `${part}：${zh}`));
  }
}

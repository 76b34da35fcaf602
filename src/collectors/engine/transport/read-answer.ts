import { z } from 'zod';
import { parseSparingly } from '../../../core/parse-sparingly.ts';
import { text } from '../../../core/text.ts';
import { httpFailure, malformedFailure, type Answer, type Failure } from './failure.ts';

const notJson = text('it is not JSON', '不是 JSON');

/** Reads the text of an answer that succeeded. */
export function readJson(endpoint: string, body: string): Answer<unknown> {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return { failure: malformedFailure(endpoint, 200, notJson) };
  }
}

/** Reads an answer's JSON with a schema. */
export function readShape<T>(
  endpoint: string,
  answer: Answer<unknown>,
  schema: z.ZodType<T>,
): Answer<T> {
  if ('failure' in answer) return answer;
  const parsed = parseSparingly(schema, answer.value);
  return parsed.success
    ? { value: parsed.data }
    : { failure: shapeFailure(endpoint, parsed.error) };
}

/** An answer whose JSON is not what a schema reads. */
export function shapeFailure(endpoint: string, { issues: [first] }: z.ZodError): Failure {
  const place = first ? `/${first.path.join('/')}` : '/';
  const why = text(`at ${place}: ${first?.message}`, `位于 ${place}：${first?.message}`);
  return malformedFailure(endpoint, 200, why);
}

const refusal = z.object({ message: z.string() });

/**
 * Reads the text of an answer whose status is no success.
 *
 * @param clean takes secrets out of what the engine said
 */
export function readRefusal(
  endpoint: string,
  status: number,
  body: string,
  clean: (text: string) => string,
): Failure {
  const answer = readJson(endpoint, body);
  const said = 'value' in answer ? refusal.safeParse(answer.value).data?.message : body;
  const line = clean((said ?? '').replace(/\s+/g, ' ').trim()).slice(0, 300);
  return httpFailure(endpoint, status, line);
}

import { z } from 'zod';
import {
  connectionFailure,
  httpFailure,
  malformedFailure,
  type Answer,
  type Failure,
} from './failure.ts';

/** Reads what docker-modem hands over: parsed JSON, or bytes where it is `null` or no JSON at all. */
export function readBody(endpoint: string, body: unknown): Answer<unknown> {
  if (!Buffer.isBuffer(body)) return { value: body };
  try {
    return { value: JSON.parse(body.toString()) as unknown };
  } catch {
    return { failure: malformedFailure(endpoint, 200, 'it is not JSON') };
  }
}

/** Reads an answer's JSON with a schema. */
export function readShape<T>(
  endpoint: string,
  answer: Answer<unknown>,
  schema: z.ZodType<T>,
): Answer<T> {
  if ('failure' in answer) return answer;
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return { value: parsed.data };
  const [first] = parsed.error.issues;
  const why = first ? `at /${first.path.join('/')}: ${first.message}` : 'it is not understood';
  return { failure: malformedFailure(endpoint, 200, why) };
}

/** How docker-modem reports a status that is no success. */
const refusal = z.object({ statusCode: z.number(), json: z.unknown() });

const message = z.union([
  z.object({ message: z.string() }).transform((body) => body.message),
  z.instanceof(Buffer).transform(String),
]);

/**
 * Reads an error of docker-modem's: either the engine refused, or there was no answer.
 *
 * @param clean takes secrets out of what the engine said
 */
export function readError(
  endpoint: string,
  error: unknown,
  clean: (text: string) => string,
): Failure {
  const refused = refusal.safeParse(error);
  if (!refused.success) return connectionFailure(endpoint, error);
  const said = message.safeParse(refused.data.json).data ?? '';
  const line = clean(said.replace(/\s+/g, ' ').trim()).slice(0, 300);
  return httpFailure(endpoint, refused.data.statusCode, line);
}

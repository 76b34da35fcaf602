import { z } from 'zod';
import { depthAtMost, overBound } from '../../../syntax/json/bounded-json.ts';
import { parseSparingly } from '../../../core/parse-sparingly.ts';
import type { Problem } from '../../../core/say-issues.ts';
import { formatPointer } from '../../../core/facts/pointer.ts';
import { text } from '../../../core/text.ts';
import { entriesAtMost } from '../../gathering/bounds.ts';
import {
  httpFailure,
  malformedFailure,
  tooManyFailure,
  type Answer,
  type Failure,
} from './failure.ts';

const notJson = text('it is not JSON', '不是 JSON');
const tooDeep = text('it nests too deep', '嵌套过深');

/**
 * Reads the text of an answer that succeeded.
 *
 * @param entries of one list, or members of one object, at most
 */
export function readJson(endpoint: string, body: string, entries = entriesAtMost): Answer<unknown> {
  const over = overBound(body, { depth: depthAtMost, entries });
  if (over === 'entries') return { failure: tooManyFailure(endpoint, entries) };
  if (over) return { failure: malformedFailure(endpoint, 200, tooDeep) };
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return { failure: malformedFailure(endpoint, 200, notJson) };
  }
}

/**
 * Reads an answer's JSON with a schema.
 *
 * @param within where it stands in what was answered
 */
export function readShape<T>(
  endpoint: string,
  answer: Answer<unknown>,
  schema: z.ZodType<T>,
  within: readonly (string | number | undefined)[] = [],
): Answer<T> {
  if ('failure' in answer) return answer;
  const parsed = parseSparingly(schema, answer.value);
  return parsed.success
    ? { value: parsed.data }
    : { failure: shapeFailure(endpoint, parsed.problems, within) };
}

/** An answer whose JSON is not what a schema reads. */
export function shapeFailure(
  endpoint: string,
  [{ place, said }]: readonly [Problem, ...Problem[]],
  within: readonly (string | number | undefined)[] = [],
): Failure {
  const at = formatPointer([...within.filter((key) => key !== undefined), ...place]) || '/';
  const why = text(`at ${at}: ${said.en}`, `位于 ${at}：${said.zh}`);
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

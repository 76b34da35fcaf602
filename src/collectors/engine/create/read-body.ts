import { readGoJson, type GoJsonProblem } from '../../../syntax/json/read-go-json.ts';
import { formatPointer } from '../../../core/facts/pointer.ts';
import { readWith } from '../../../core/read-with.ts';
import { sayProblems } from '../../../core/say-issues.ts';
import { said, SyntaxProblem } from '../../../syntax/problem.ts';
import { createBody, createShape, withoutNulls, type CreateBody } from './create-body.ts';

/** The body of a request to make a container. */
export interface ReadBody {
  readonly body: CreateBody;
  /** Its keys and values, in which sources are looked up. */
  readonly tree: unknown;
  /** Where the engine and another reader may take it for different things. */
  readonly problems: readonly GoJsonProblem[];
}

/**
 * Reads the body of a request to make a container, as the engine does.
 *
 * @throws SyntaxProblem for what is no such body, which the engine refuses as well
 */
export function readBody(bytes: Uint8Array): ReadBody {
  const { tree, problems } = readGoJson(bytes, createShape);
  const read = readWith(createBody, withoutNulls(tree));
  if (read.success) return { body: read.data, tree, problems };
  const why = sayProblems(read.problems.slice(0, 1), formatPointer);
  throw new SyntaxProblem(
    'invalid',
    said(`It is no request for a container: ${why.en}.`, `不是创建容器的请求：${why.zh}。`),
  );
}

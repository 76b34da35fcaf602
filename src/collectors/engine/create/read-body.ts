import { readGoJson, type GoJsonProblem } from '../../../syntax/json/read-go-json.ts';
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
  const { data, error } = createBody.safeParse(withoutNulls(tree));
  if (data) return { body: data, tree, problems };
  const place = (error.issues[0]?.path ?? []).map((key) => `/${String(key)}`).join('');
  throw new SyntaxProblem(
    'invalid',
    said(
      `It is no request for a container: ${place || 'the body'} has another type.`,
      `不是创建容器的请求：${place || '请求体'} 的类型不符。`,
    ),
  );
}

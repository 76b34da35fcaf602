import { z } from 'zod';
import { readGoJson, type GoJsonProblem, type GoShape } from '../../../syntax/json/read-go-json.ts';
import { formatPointer } from '../../../core/facts/pointer.ts';
import { readWith } from '../../../core/read-with.ts';
import { sayProblems } from '../../../core/say-issues.ts';
import { said, SyntaxProblem } from '../../../syntax/problem.ts';

/** The body of a request. */
export interface ReadBody<Body> {
  readonly body: Body;
  /** Its keys and values, in which sources are looked up. */
  readonly tree: unknown;
  /** Where the engine and another reader may take it for different things. */
  readonly problems: readonly GoJsonProblem[];
}

/**
 * Prepares to read bodies of requests, as the engine does.
 *
 * @param schema the fields that are used; what is left out has Go's zero value
 * @returns what throws SyntaxProblem for what is no such body, which the engine refuses as well
 */
export function bodyReader<Schema extends z.ZodType>(schema: Schema) {
  // The keys of the body as the engine compares them; those of its maps are free.
  const shape = shapeOf(schema);
  return (bytes: Uint8Array): ReadBody<z.output<Schema>> => {
    const { tree, problems } = readGoJson(bytes, shape);
    const read = readWith(schema, withoutNulls(tree, shape));
    if (read.success) return { body: read.data, tree, problems };
    const why = sayProblems(read.problems.slice(0, 1), formatPointer);
    throw new SyntaxProblem(
      'invalid',
      said(`It is no such request: ${why.en}.`, `不是此类请求：${why.zh}。`),
    );
  };
}

/** A tree of a body without the members of structures that are `null`, which Go passes over. */
function withoutNulls(tree: unknown, shape: GoShape): unknown {
  if (Array.isArray(tree)) return tree.map((item) => withoutNulls(item, shape.each ?? {}));
  if (typeof tree !== 'object' || tree === null) return tree;
  const { members, each = {} } = shape;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([, value]) => !members || value !== null)
      .map(([key, value]) => [key, withoutNulls(value, members ? (members[key] ?? {}) : each)]),
  );
}

function shapeOf(schema: z.core.$ZodType): GoShape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return shapeOf(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in);
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return { members: Object.fromEntries(members.map(([key, below]) => [key, shapeOf(below)])) };
  }
  if (schema instanceof z.ZodArray) return { each: shapeOf(schema.element) };
  return schema instanceof z.ZodRecord ? { each: shapeOf(schema.valueType) } : {};
}

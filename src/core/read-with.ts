import type { z } from 'zod';
import { problemsOf, sayProblems, unsaid, type Problem } from './say-issues.ts';

/** What a schema makes of a value, or everything that is wrong with it. */
export type ReadWith<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads a value with a schema. What it refuses is said in our words: the value itself stays in no error, since it may
 * hold a secret.
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { jitless = false }: { readonly jitless?: boolean } = {},
): ReadWith<z.output<Schema>> {
  const parsed = schema.safeParse(value, { error: () => unsaid, reportInput: true, jitless });
  if (parsed.success) return { success: true, data: parsed.data };
  // An error of zod has at least one issue, and each issue says something.
  const problems = problemsOf(parsed.error.issues) as [Problem, ...Problem[]];
  return { success: false, problems };
}

/** That a document is not what its format says. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(sayProblems(problems).en);
    this.problems = problems;
  }
}

/**
 * Reads a value with a schema, for what reads a format in many steps.
 *
 * @throws Misfit
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const read = readWith(schema, value);
  if (read.success) return read.data;
  throw new Misfit(read.problems);
}

import type { z } from 'zod';
import { readWith, type ReadWith } from './read-with.ts';

/** So many values are parsed before zod is to compile a parser for a schema: to compile costs what that many save. */
const worthCompiling = 200;

const parsed = new WeakMap<z.ZodType, number>();

/** As {@link readWith}, which has zod compile a parser for the schema only once it is used often. */
export function parseSparingly<T>(schema: z.ZodType<T>, value: unknown): ReadWith<T> {
  const count = (parsed.get(schema) ?? 0) + 1;
  parsed.set(schema, count);
  return readWith(schema, value, { jitless: count < worthCompiling });
}

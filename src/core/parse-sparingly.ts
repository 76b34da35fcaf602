import type { z } from 'zod';

/** So many values are parsed before zod is to compile a parser for a schema: to compile costs what that many save. */
const worthCompiling = 200;

const parsed = new WeakMap<z.ZodType, number>();

/** As `safeParse` of the schema, which compiles a parser of its own only once it is used often. */
export function parseSparingly<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  const count = (parsed.get(schema) ?? 0) + 1;
  parsed.set(schema, count);
  return schema.safeParse(value, { jitless: count < worthCompiling });
}

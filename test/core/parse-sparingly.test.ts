import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readWith } from '../../src/core/read-with.ts';
import { parseSparingly } from '../../src/core/parse-sparingly.ts';

afterEach(() => void vi.restoreAllMocks());

const makeSchema = () =>
  z.object({
    name: z.string(),
    size: z.number().nullish(),
    parts: z.array(z.object({ a: z.int() })),
  });

const values: readonly unknown[] = [
  { name: 'a', size: 1, parts: [{ a: 1 }] },
  { name: 'a', parts: [], more: true },
  { name: 1, parts: [{ a: 1.5 }, {}] },
  null,
];

describe('a schema that is used sparingly', () => {
  it('reads the same at every use', () => {
    const [schema, plain] = [makeSchema(), makeSchema()];
    for (let use = 0; use < 300; use += 1) {
      const value = values[use % values.length];
      expect(parseSparingly(schema, value)).toEqual(readWith(plain, value));
    }
  });

  it('has zod compile a parser only once it is used often', () => {
    const schema = makeSchema();
    // zod tries out whether it may compile at all, once.
    makeSchema().safeParse(values[0]);
    const compiled = vi.spyOn(globalThis, 'Function');
    for (let use = 1; use < 200; use += 1) parseSparingly(schema, values[0]);
    expect(compiled).not.toHaveBeenCalled();
    parseSparingly(schema, values[0]);
    expect(compiled).toHaveBeenCalled();
  });
});

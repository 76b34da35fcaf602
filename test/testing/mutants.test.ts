import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keysOf } from '../../src/core/facts/pointer.ts';
import { factAt, valuesAt, withValue } from '../../src/testing/mutation/pointer.ts';
import { mutantsOf } from '../../src/testing/mutation/mutants.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { machine } from '../../src/testing/machine.ts';

describe('other values of a fact', () => {
  it.each<[string, z.ZodType, unknown, readonly unknown[]]>([
    ['a boolean is turned about', z.boolean(), true, [false]],
    ['an enum has its other members', z.enum(['a', 'b', 'c']), 'b', ['a', 'c']],
    ['a number crosses its neighbours', z.number(), 5, [0, 4, 6, 5000]],
    ['a number keeps to its bounds', z.number().int().min(3).max(9), 5, [3, 4, 6, 9]],
    ['a text is another', z.string(), 'x', ['', 'changed', 'xx']],
    [
      'an instant is long ago or long from now',
      z.iso.datetime(),
      '2026-01-01T00:00:00Z',
      ['1970-01-01T00:00:00Z'],
    ],
    ['what may be null is', z.string().nullable(), 'x', [null]],
    [
      'what is null may be something',
      z.object({ a: z.boolean() }).nullable(),
      null,
      [{ a: false }],
    ],
    ['what may be absent is', z.string().optional(), 'x', [undefined]],
    [
      'a list is empty, shorter and longer',
      z.array(z.string()),
      ['a', 'b'],
      [[], ['b'], ['a'], ['a', 'b', 'changed']],
    ],
    [
      'a record loses and gains',
      z.record(z.string(), z.string()),
      { a: 'x' },
      [{}, { a: 'x', changed: 'changed' }],
    ],
    ['a union is another member', z.union([z.boolean(), z.literal('auto')]), true, [false, 'auto']],
  ])('%s', (_, schema, value, expected) => {
    const made = mutantsOf(schema, value, []);
    expect(made).toEqual(expect.arrayContaining([...expected]));
    expect(made).not.toContainEqual(value);
    for (const one of made) expect(schema.safeParse(one).success).toBe(true);
  });

  it('are first what others have there', () => {
    expect(mutantsOf(z.string(), 'x', ['x', 'latest', 7])[0]).toBe('latest');
  });

  it('may be none for a key that need not be there', () => {
    expect(mutantsOf(z.string(), 'x', [], true)).toContain(undefined);
    expect(mutantsOf(z.string(), 'x', [])).not.toContain(undefined);
  });
});

describe('the place of a fact', () => {
  const schema = z.object({
    list: z.array(z.object({ name: z.string() })),
    labels: z.record(z.string(), z.string()),
    counts: z.record(z.enum(['high', 'low']), z.number()),
  });

  it.each([
    ['/list/3/name', '/list/*/name'],
    ['/labels/a~1b', '/labels/a~1b'],
    ['/counts/high', '/counts/*'],
    ['/nothing', undefined],
  ])('%s', (path, expected) => {
    expect(factAt(schema, keysOf(path))?.path).toBe(expected);
  });

  it('is changed in a copy', () => {
    const facts = { list: [{ name: 'a' }, { name: 'b' }], labels: { x: '1' } };
    expect(withValue(facts, ['list', '1', 'name'], 'c')).toEqual({
      ...facts,
      list: [{ name: 'a' }, { name: 'c' }],
    });
    expect(withValue(facts, ['labels', 'x'], undefined)).toEqual({ ...facts, labels: {} });
    expect(valuesAt(facts, ['list', '*', 'name'])).toEqual(['a', 'b']);
  });

  // Every leaf of every compliant subject can be changed in some way that its kind allows.
  it.each(builtinKinds)('can be changed: every fact of $kind', (kind) => {
    const [subject] = machine().filter((one) => one.kind === kind.kind);
    const stuck = leaves(subject?.facts, []).filter((keys) => {
      const fact = factAt(kind.schema, keys);
      return !fact || mutantsOf(fact.schema, undefined, [], fact.mayLack).length === 0;
    });
    expect(stuck).toEqual([]);
  });
});

function leaves(value: unknown, keys: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [keys];
  return Object.entries(value).flatMap(([key, below]) => leaves(below, [...keys, key]));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/core/controls/check.ts';
import { all, any, atLeast, each, none, not, when } from '../../src/core/controls/combinators.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type ThingCheck = Check<Thing, Record<never, never>>;

const everyPath = [
  '',
  '/on',
  '/count',
  '/tags',
  '/tags/0',
  '/tags/-',
  '/parts',
  '/parts/1',
  '/parts/-',
  '/parts/1/safe',
  '/labels',
  '/labels/team',
  '/nested',
  '/nested/deep',
  '/nested/deep/value',
  '/extra',
] as const;

/** Ways to read all of a thing; each touches every fact there is, by its own means. */
const readers: Readonly<Record<string, (thing: Thing) => unknown>> = {
  'JSON.stringify': (thing) => JSON.stringify(thing),
  'deep spread': (thing) => ({
    ...thing,
    tags: [...thing.tags],
    parts: thing.parts.map((part) => ({ ...part })),
    labels: { ...thing.labels },
    nested: { deep: { ...thing.nested.deep } },
  }),
  'deep entries': (thing) =>
    walk(thing, (value) => Object.entries(value).map(([, below]): unknown => below)),
  'deep keys': (thing) =>
    walk(thing, (value) => Object.keys(value).map((key): unknown => Reflect.get(value, key))),
  'deep for-in': (thing) =>
    walk(thing, (value) => {
      const below: unknown[] = [];
      for (const key in value) below.push(Reflect.get(value, key));
      return below;
    }),
  'own descriptors': (thing) =>
    walk(thing, (value) =>
      Object.values(Object.getOwnPropertyDescriptors(value)).map(
        (descriptor): unknown => descriptor.value,
      ),
    ),
  destructuring: ({ on, count, tags, parts, labels, nested, extra }) => {
    const [first, second, ...further] = tags;
    const [{ name } = { name: '' }, { safe } = { safe: false }, ...others] = parts;
    const { team, ...rest } = labels;
    const { deep } = nested;
    const { value } = deep;
    return [on, count, first, second, further, name, safe, others, team, rest, value, extra];
  },
  'array methods': (thing) => [
    thing.on,
    thing.count,
    thing.extra,
    thing.tags.some((tag) => tag === 'zz'),
    thing.parts.every((part) => part.safe),
    thing.parts.find((part) => part.name === 'zz'),
    thing.labels['team'],
    thing.nested.deep.value,
  ],
  'in and iteration': (thing) => {
    const seen: unknown[] = [
      'on' in thing,
      'count' in thing,
      'extra' in thing,
      'team' in thing.labels,
    ];
    for (const tag of thing.tags) seen.push(tag);
    for (const part of thing.parts) seen.push('safe' in part, part.safe);
    return [...seen, 'value' in thing.nested.deep];
  },
  'Object.assign': (thing) =>
    [thing, thing.labels, thing.nested.deep, ...thing.parts, thing.tags].map((part) =>
      Object.assign({}, part),
    ),
};

function walk(value: unknown, below: (value: object) => readonly unknown[]): void {
  if (typeof value === 'object' && value !== null) {
    for (const next of below(value)) walk(next, below);
  }
}

/** Ways to ask only whether something is there. */
const seekers: Readonly<Record<string, (thing: Thing) => unknown>> = {
  in: (thing) => ['nested', 'labels', 'parts', 'extra'].map((key) => key in thing),
  hasOwn: (thing) => ['nested', 'labels', 'parts', 'extra'].map((key) => Object.hasOwn(thing, key)),
  'Object.keys': (thing) => Object.keys(thing).includes('nested'),
  'for-in': (thing) => {
    const keys: string[] = [];
    for (const key in thing) keys.push(key);
    return keys;
  },
  reading: ({ nested, labels, parts, extra }: Partial<Thing>) => [nested, labels, parts, extra],
};

/** What a careless or a cunning author may do around the reading. */
const wrappers: Readonly<Record<string, (read: (thing: Thing) => unknown) => ThingCheck>> = {
  plainly: (read) => (thing) => {
    read(thing);
    return true;
  },
  'catching what it throws': (read) => (thing) => {
    try {
      read(thing);
    } catch {
      return true;
    }
    return true;
  },
  'catching and returning a verdict': (read) => (thing) => {
    try {
      read(thing);
    } catch {
      return { status: 'pass' };
    }
    return { status: 'pass' };
  },
  'inside a combinator that is called by hand': (read) => (thing, ctx) => {
    let leaked = false;
    const verdict = any<Thing, Record<never, never>>(
      (inner) => {
        try {
          read(inner);
        } catch {
          leaked = true;
        }
        return false;
      },
      (inner) => inner !== undefined,
    )(thing, ctx);
    return leaked || verdict;
  },
  'with finally': (read) => (thing) => {
    try {
      read(thing);
    } finally {
      // oxlint-disable-next-line no-unsafe-finally -- the worst that an author can do
      return true;
    }
  },
};

const statusWith = (
  check: ThingCheck,
  path: string | undefined,
  facts: Partial<Thing> = thingFacts,
): string =>
  judge(thingControl(check), facts, {
    gaps: path === undefined ? [] : [{ path, reason: 'denied', detail: 'test' }],
  }).status;

/** The facts as a collector leaves them: without what it could not read, or without all that it stands in. */
const without = (key: string | undefined): Partial<Thing> =>
  Object.fromEntries(Object.entries(thingFacts).filter(([each]) => each !== key));

describe('no check passes on the strength of a gap', () => {
  for (const [reader, read] of Object.entries(readers)) {
    for (const [wrapper, wrap] of Object.entries(wrappers)) {
      it(`${reader}, ${wrapper}`, () => {
        expect(statusWith(wrap(read), undefined)).toBe('pass');
        for (const path of everyPath) {
          expect([path, statusWith(wrap(read), path)]).toEqual([path, 'unknown']);
        }
      });
    }
  }

  for (const [reader, read] of Object.entries({ ...readers, ...seekers })) {
    for (const [wrapper, wrap] of Object.entries(wrappers)) {
      it(`${reader}, ${wrapper}, where the fact is not even there`, () => {
        for (const path of [
          '/extra',
          '/labels',
          '/labels/team',
          '/parts/1/safe',
          '/parts/-',
          '/nested/deep/value',
        ]) {
          const facts = without(path.split('/')[1]);
          expect([path, statusWith(wrap(read), path, facts)]).toEqual([path, 'unknown']);
        }
      });
    }
  }

  it('whatever combinators stand around the reading', () => {
    const leaf = fc
      .constantFrom(...Object.values(readers))
      .chain((read) =>
        fc.constantFrom(...Object.values(wrappers)).map((wrap): ThingCheck => wrap(read)),
      );
    const { check } = fc.letrec<{ check: ThingCheck }>((tie) => ({
      check: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((checks) => all(...checks)),
        fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((checks) => any(...checks)),
        tie('check').map((inner) => not(not(inner))),
        tie('check').map((inner) => when(inner, inner)),
        tie('check').map((inner) => each((thing: Thing) => [thing], inner)),
        tie('check').map((inner) => none((thing: Thing) => [thing], not(inner))),
        tie('check').map((inner) => atLeast(1, (thing: Thing) => [thing], inner)),
      ),
    }));
    fc.assert(
      fc.property(check, fc.constantFrom(...everyPath), (composed, path) => {
        expect(statusWith(composed, path)).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });

  it('but any passes when another branch passes on facts that were read', () => {
    const check = any<Thing, Record<never, never>>(
      (thing) => thing.count > 5,
      (thing) => thing.on,
    );
    expect(statusWith(check, '/count')).toBe('pass');
    expect(statusWith(check, '/on')).toBe('unknown');
  });

  it('and a branch that reads nothing has nothing to pass on beside a gap', () => {
    let leaked = false;
    const check = any<Thing, Record<never, never>>(
      (thing) => {
        try {
          return thing.count > 5;
        } catch {
          leaked = true;
          return false;
        }
      },
      () => leaked,
    );
    expect(statusWith(check, '/count')).toBe('unknown');
  });
});

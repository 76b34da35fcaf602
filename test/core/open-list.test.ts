import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/core/controls/check.ts';
import { all, any, atLeast, each, none, not } from '../../src/core/controls/combinators.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type ThingCheck = Check<Thing, Record<never, never>>;
type Tags = readonly string[];

const statusOf = (check: ThingCheck, tags: Tags, open: boolean): string =>
  judge(
    thingControl(check),
    { ...thingFacts, tags },
    {
      gaps: open ? [{ path: '/tags/-', reason: 'unavailable', detail: 'test' }] : [],
    },
  ).status;

/** What a check of the tags says where only `a` and `b` are known. */
const ofOpen = (check: (tags: Tags) => boolean): string =>
  statusOf(({ tags }) => check(tags), ['a', 'b'], true);

describe('a list of which only the beginning is known', () => {
  const decided: Readonly<Record<string, (tags: Tags) => boolean>> = {
    some: (tags) => tags.some((tag) => tag === 'b'),
    every: (tags) => !tags.every((tag) => tag === 'a'),
    find: (tags) => tags.find((tag) => tag > 'a') === 'b',
    findIndex: (tags) => tags.findIndex((tag) => tag === 'b') === 1,
    includes: (tags) => tags.includes('b'),
    'an item': (tags) => tags[1] === 'b',
    in: (tags) => 1 in tags,
    destructuring: ([first, second]) => first === 'a' && second === 'b',
    'a loop that ends before': (tags) => {
      for (const tag of tags) if (tag === 'b') return true;
      return false;
    },
    'entries, left before their end': (tags) => {
      for (const [at, tag] of tags.entries()) if (at === 1) return tag === 'b';
      return false;
    },
    isArray: (tags) => Array.isArray(tags),
    'what it hands to a callback': (tags) => tags.some((_, at, list) => list[at] === 'b'),
    'what a callback is called on': (tags) =>
      tags.some(
        function (this: { wanted: string }, tag) {
          return tag === this.wanted;
        },
        { wanted: 'b' },
      ),
  };
  for (const [way, check] of Object.entries(decided)) {
    it(`decides by what is known: ${way}`, () => {
      expect(ofOpen(check)).toBe('pass');
    });
  }

  const open: Readonly<Record<string, (tags: Tags) => unknown>> = {
    length: (tags) => tags.length,
    some: (tags) => tags.some((tag) => tag === 'z'),
    every: (tags) => tags.every((tag) => tag !== 'z'),
    find: (tags) => tags.find((tag) => tag === 'z'),
    findIndex: (tags) => tags.findIndex((tag) => tag === 'z'),
    findLast: (tags) => tags.findLast((tag) => tag === 'b'),
    includes: (tags) => tags.includes('z'),
    'includes, from a place': (tags) => tags.includes('z', 1),
    indexOf: (tags) => tags.indexOf('z'),
    filter: (tags) => tags.filter(() => true),
    map: (tags) => tags.map((tag) => tag),
    flatMap: (tags) => tags.flatMap((tag) => tag),
    forEach: (tags) => {
      tags.forEach(() => undefined);
    },
    reduce: (tags) => tags.reduce((count) => count + 1, 0),
    keys: (tags) => [...tags.keys()],
    spread: (tags) => [...tags],
    rest: ([, ...rest]) => rest,
    'Array.from': (tags) => Array.from(tags),
    Set: (tags) => new Set(tags),
    concat: (tags) => tags.concat([]),
    'concat, of another': (tags) => ['z'].concat(tags),
    'slice before the end': (tags) => tags.slice(0, -1),
    'slice after the end': (tags) => tags.slice(5),
    'at, from behind': (tags) => tags.at(-1),
    'an item beyond': (tags) => tags[2],
    'an item far beyond': (tags) => tags[7],
    'in, beyond': (tags) => 2 in tags,
    'hasOwn, beyond': (tags) => Object.hasOwn(tags, 2),
    'a descriptor beyond': (tags) => Object.getOwnPropertyDescriptor(tags, 2),
    'the descriptor of its length': (tags) => Object.getOwnPropertyDescriptor(tags, 'length'),
    'Object.keys': (tags) => Object.keys(tags),
    'JSON.stringify': (tags) => JSON.stringify(tags),
    join: (tags) => tags.join(''),
    'as text': (tags) => String(tags),
    toSorted: (tags) => tags.toSorted(),
    'its length in a callback': (tags) => tags.some((_, __, list) => list.length > 5),
    'how often a callback was called': (tags) => {
      let count = 0;
      tags.map(() => (count += 1));
      return count === 2;
    },
    'the methods of all lists': (tags) => Array.prototype.some.call(tags, (tag) => tag === 'a'),
  };
  for (const [way, read] of Object.entries(open)) {
    it(`is unknown where its end matters: ${way}`, () => {
      const swallowing = (tags: Tags): boolean => {
        try {
          read(tags);
        } catch {
          return true;
        }
        return true;
      };
      expect([
        statusOf(({ tags }) => swallowing(tags), ['a', 'b'], false),
        ofOpen(swallowing),
      ]).toEqual(['pass', 'unknown']);
    });
  }

  it('has methods that do as ever when they are called on another list', () => {
    const other = ['x', 'y'];
    const isY = (item: string): boolean => item === 'y';
    const ways: readonly [keyof Tags, readonly unknown[], unknown][] = [
      ['some', [isY], true],
      ['every', [isY], false],
      ['find', [isY], 'y'],
      ['find', [(item: string) => item === 'z'], undefined],
      ['findIndex', [isY], 1],
      ['findIndex', [(item: string) => item === 'z'], -1],
      ['includes', ['y'], true],
      ['includes', ['x', 1], false],
      ['filter', [isY], ['y']],
      ['map', [isY], [false, true]],
      ['flatMap', [(item: string) => [item, item]], ['x', 'x', 'y', 'y']],
    ];
    const seen: unknown[] = [];
    ofOpen((tags) => {
      for (const [name, given] of ways) {
        seen.push(Reflect.apply(Reflect.get(tags, name) as () => unknown, other, given));
      }
      return true;
    });
    expect(seen).toEqual(ways.map(([, , expected]) => expected));
  });

  it('cannot be changed, and no list that was made of it', () => {
    const change = (list: string[]): boolean => {
      list.push('z');
      return true;
    };
    expect(statusOf(({ tags }) => change([...tags]), ['a'], false)).toBe('pass');
    expect(
      statusOf(
        ({ tags }) => {
          // The type forbids it; a cast does not.
          (tags as string[])[0] = 'z';
          return true;
        },
        ['a'],
        true,
      ),
    ).toBe('error');
  });
});

describe('combinators over a list of which only the beginning is known', () => {
  const isA: Check<string, Record<never, never>> = (tag) => tag === 'a';
  const cases: readonly [string, ThingCheck, string][] = [
    ['each fails by a known item', each(({ tags }) => tags, isA), 'fail'],
    [
      'each is else unknown',
      each(
        ({ tags }) => tags,
        (tag) => tag < 'z',
      ),
      'unknown',
    ],
    ['none fails by a known item', none(({ tags }) => tags, isA), 'fail'],
    [
      'none is else unknown',
      none(
        ({ tags }) => tags,
        (tag) => tag === 'z',
      ),
      'unknown',
    ],
    ['atLeast passes by known items', atLeast(1, ({ tags }) => tags, isA), 'pass'],
    ['atLeast is else unknown', atLeast(2, ({ tags }) => tags, isA), 'unknown'],
    [
      'atLeast is unknown however many are asked for',
      atLeast(99, ({ tags }) => tags, isA),
      'unknown',
    ],
    ['its negation too', not(atLeast(99, ({ tags }) => tags, isA)), 'unknown'],
    [
      'each of what was filtered fails by a known item',
      each(({ tags }) => tags.filter((tag) => tag === 'b'), isA),
      'fail',
    ],
    [
      'each of what was made of it fails by a known item',
      each(({ tags }) => tags.map((tag) => tag + tag).flatMap((tag) => tag.split('')), isA),
      'fail',
    ],
    [
      'each of nothing that was left is unknown',
      each(({ tags }) => tags.filter((tag) => tag === 'z'), isA),
      'unknown',
    ],
    [
      'each of another list is unknown where it was looked at',
      each(({ tags }) => {
        tags.filter((tag) => tag === 'a');
        return ['a'];
      }, isA),
      'unknown',
    ],
    [
      'atLeast does not rest on what was made of it',
      atLeast(
        1,
        ({ tags }) => {
          let count = 0;
          tags.map(() => (count += 1));
          return count === 2 ? ['a'] : [];
        },
        isA,
      ),
      'unknown',
    ],
    [
      'any passes by another branch',
      any(
        ({ tags }) => tags.length === 2,
        ({ count }) => count === 3,
      ),
      'pass',
    ],
    [
      'all fails by another branch',
      all(
        ({ tags }) => tags.length === 2,
        ({ count }) => count === 4,
      ),
      'fail',
    ],
  ];
  for (const [what, check, status] of cases) {
    it(what, () => {
      expect(statusOf(check, ['a', 'b'], true)).toBe(status);
    });
  }
});

describe('what is said of the beginning of a list', () => {
  const tag = fc.constantFrom('a', 'b', 'c');
  const place = fc.integer({ min: -2, max: 4 });

  /** Lists that are made of a list. */
  const made = fc.array(
    fc.oneof(
      tag.map((wanted) => (tags: Tags) => tags.filter((each) => each !== wanted)),
      fc.constant((tags: Tags) => tags.map((each) => (each === 'a' ? 'b' : each))),
      tag.map((more) => (tags: Tags) => tags.flatMap((each) => [each, more])),
      fc.tuple(place, place).map(
        ([from, to]) =>
          (tags: Tags) =>
            tags.slice(from, to),
      ),
      fc.constantFrom<(tags: Tags) => Tags>(
        (tags) => [...tags],
        (tags) => tags.toSorted(),
        (tags) => tags.concat('a'),
        (tags) => [...tags.entries()].map(([at]) => (at > 1 ? 'a' : 'c')),
        (tags) => tags.filter((_, __, list) => list.includes('a')),
        (tags) => tags.map((_, at, list) => list[at + 1] ?? 'c'),
      ),
    ),
    { maxLength: 3 },
  );

  /** Questions to a list. */
  const asked = fc.oneof(
    tag.map((wanted) => (tags: Tags) => tags.some((each) => each === wanted)),
    tag.map((wanted) => (tags: Tags) => tags.every((each) => each !== wanted)),
    tag.map((wanted) => (tags: Tags) => tags.includes(wanted)),
    tag.map((wanted) => (tags: Tags) => tags.find((each) => each >= wanted) === wanted),
    fc.tuple(tag, place).map(
      ([wanted, at]) =>
        (tags: Tags) =>
          tags.indexOf(wanted) >= at,
    ),
    fc.tuple(tag, place).map(
      ([wanted, at]) =>
        (tags: Tags) =>
          tags.includes(wanted, at),
    ),
    fc.tuple(tag, place).map(
      ([wanted, at]) =>
        (tags: Tags) =>
          tags.at(at) === wanted,
    ),
    fc.tuple(tag, place).map(
      ([wanted, at]) =>
        (tags: Tags) =>
          tags[at] === wanted,
    ),
    place.map((at) => (tags: Tags) => at in tags),
    place.map((count) => (tags: Tags) => tags.length > count),
    tag.map((wanted) => (tags: Tags) => {
      for (const each of tags) if (each === wanted) return true;
      return false;
    }),
    place.map((count) => (tags: Tags) => {
      let seen = 0;
      for (const each of tags) seen += each === 'a' ? 2 : 1;
      return seen > count;
    }),
    fc.constantFrom<(tags: Tags) => boolean>(
      (tags) => new Set(tags).size === 1,
      (tags) => tags.join('') === 'ab',
      (tags) => JSON.stringify(tags) === '["a","b"]',
      (tags) => tags.findLast((each) => each < 'c') === 'a',
      (tags) => tags.reduce((all, each) => all + each, '') === 'ab',
    ),
  );

  const plain = fc
    .tuple(made, asked, fc.constantFrom<'not caught' | boolean>('not caught', true, false))
    .map(([make, ask, caught]): ThingCheck => {
      const check: ThingCheck = ({ tags }) => ask(make.reduce((list, next) => next(list), tags));
      if (typeof caught === 'string') return check;
      return (thing, ctx) => {
        try {
          return check(thing, ctx);
        } catch {
          return caught;
        }
      };
    });
  const over = fc
    .tuple(fc.constantFrom('each', 'none', 0, 1, 2, 3), made, tag)
    .map(([how, make, wanted]): ThingCheck => {
      const select = ({ tags }: Thing): Tags => make.reduce((list, next) => next(list), tags);
      const isWanted = (each: string): boolean => each === wanted;
      if (how === 'each') return each(select, isWanted);
      return how === 'none' ? none(select, isWanted) : atLeast(Number(how), select, isWanted);
    });
  const { check: anyCheck } = fc.letrec<{ check: ThingCheck }>((tie) => ({
    check: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(plain, over),
      tie('check').map((inner) => not(inner)),
      fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((checks) => all(...checks)),
      fc.array(tie('check'), { minLength: 1, maxLength: 3 }).map((checks) => any(...checks)),
    ),
  }));

  it('is true of the whole list, whatever that is', () => {
    const said = new Map<string, number>();
    fc.assert(
      fc.property(
        anyCheck,
        fc.array(tag, { maxLength: 3 }),
        fc.array(tag, { maxLength: 3 }),
        (check, known, further) => {
          const status = statusOf(check, known, true);
          said.set(status, (said.get(status) ?? 0) + 1);
          if (status === 'unknown') return;
          expect(statusOf(check, [...known, ...further], false)).toBe(status);
        },
      ),
      { numRuns: 1500 },
    );
    // Otherwise it would say nothing.
    for (const status of ['pass', 'fail', 'unknown']) expect(said.get(status)).toBeGreaterThan(20);
  });
});

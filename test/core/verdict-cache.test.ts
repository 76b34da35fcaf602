import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess, createAssessor } from '../../src/core/assessment/assess.ts';
import type { Finding } from '../../src/core/assessment/assessment.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Check } from '../../src/core/controls/check.ts';
import { all, any, each, not } from '../../src/core/controls/combinators.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { pass } from '../../src/core/controls/verdict.ts';
import type { Gap } from '../../src/core/facts/gap.ts';
import { defineSubject, type FactsOf, type Subject } from '../../src/core/facts/subject.ts';
import { text } from '../../src/core/text.ts';
import { createViewer, wholeFact } from '../../src/core/recording/record.ts';
import { createRecorder, manyQuestions } from '../../src/core/recording/recorder.ts';
import { createVerdictCache, remember } from '../../src/core/recording/verdict-cache.ts';
import { snapshotOf, subjectOf, tool } from '../support/judge.ts';

/**
 * A check is run once for all subjects of which it reads the same: what is said of many subjects, one after the other,
 * is what is said of each alone.
 */

const box = defineSubject({
  kind: 'box',
  label: { en: 'Box', zh: '盒子' },
  schema: z.object({
    on: z.boolean().optional(),
    size: z.number(),
    tags: z.array(z.string()),
    parts: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.number())) })),
    labels: z.record(z.string(), z.string()),
    inner: z.object({ deep: z.object({ value: z.number() }) }).nullable(),
    odd: z.array(z.unknown()),
    tree: z.record(z.string(), z.unknown()),
  }),
});

type Box = FactsOf<typeof box>;
type BoxCheck = Check<Box, Record<never, never>>;

const boxControl = (check: BoxCheck, id = 'box-test') =>
  defineControl({
    id,
    subject: box,
    severity: 'low',
    title: { en: 'A box', zh: '盒子' },
    rationale: { en: 'Because', zh: '因为' },
    remediation: { en: 'Do', zh: '去做' },
    references: ['https://example.org/'],
    check,
  });

const say = (value: unknown) => pass(text(JSON.stringify(value ?? null), ''));

/** Checks that read in every way there is, several of them with words made of what they read. */
const checks: Readonly<Record<string, BoxCheck>> = {
  'a property': ({ size }) => size > 0,
  'words of a property': ({ size }) => say(size),
  'a property that may be absent': ({ on }) => on === undefined,
  in: (facts) => 'on' in facts,
  'in a record': ({ labels }) => 'team' in labels,
  hasOwn: ({ labels }) => Object.hasOwn(labels, '__proto__'),
  'an inherited key': ({ labels }) => say(typeof labels['constructor']),
  keys: ({ labels }) => say(Object.keys(labels)),
  'for in': ({ labels }) => {
    const found: string[] = [];
    for (const key in labels) found.push(key);
    return say(found);
  },
  spread: (facts) => say({ ...facts.labels, ...facts.inner }),
  'an object alone': ({ inner }) => inner !== null,
  'deep in an object': ({ inner }) => say(inner?.deep.value),
  'a key that is an object everywhere': ({ tree }) => say(tree['__proto__']),
  'whether there is a list': (read) => Array.isArray(Reflect.get(read.tree, 'b')),
  'a list': ({ tags }) => tags.includes('a'),
  'how long a list is': ({ parts }) => say(parts.length),
  'an item': ({ parts }) => parts[1]?.name === 'a',
  'lists in lists': ({ parts }) => say(parts.map(({ rows }) => rows)),
  'lists of anything': ({ odd }) => say(odd),
  'what is in a list': ({ odd }) => say(odd.map((item) => typeof item)),
  'an item by its place': ({ size, tags }) => say(tags[size]),
  everything: (facts) => say(facts),
  'a list as a whole': (read) => say(wholeFact(read, 'parts').map(({ rows }) => rows)),
  'one after the other': all(
    ({ size }) => size > 1,
    ({ tags }) => tags.length > 0,
  ),
  'the first that passes': any(
    ({ size }) => size > 1,
    ({ inner }) => inner === null,
  ),
  'each part': each(
    ({ parts }) => parts,
    ({ name, rows }) => (name === 'a' ? rows.length > 0 : say(name)),
  ),
  'what it caught': (facts) => {
    try {
      return facts.size > 1;
    } catch {
      return facts.tags.length > 0;
    }
  },
  'how many there are': not((_, { all: list }) => list(box).length > 2),
  'another one': ({ size }, { find }) => say(find(box, `box-${size}`)?.tags),
  'all others': ({ size }, { all: list }) => say(list(box).map((other) => other.size === size)),
};

const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 });
const number = fc.constantFrom(0, 1, 2);
const word = fc.constantFrom('a', 'b');

const facts: fc.Arbitrary<Box> = fc
  .record({
    on: fc.constantFrom(undefined, true),
    size: number,
    tags: few(word),
    parts: few(fc.record({ name: word, rows: few(few(number)) })),
    labels: fc.dictionary(fc.constantFrom('team', '__proto__', 'constructor', '1'), word, {
      maxKeys: 2,
    }),
    inner: fc.constantFrom(null, ...[0, 1].map((value) => ({ deep: { value } }))),
    odd: few(fc.constantFrom<unknown>(0, null, {}, { a: 1 }, [], [0], [{}])),
    tree: fc.dictionary(
      fc.constantFrom('a', 'b', '__proto__'),
      fc.constantFrom<unknown>({}, { c: 1 }, [], 'a'),
      { maxKeys: 2 },
    ),
  })
  // As a collector hands them over: what is undefined is not there.
  .map((made) => JSON.parse(JSON.stringify(made)) as Box);

const gap: fc.Arbitrary<Gap> = fc.record({
  path: fc.constantFrom(
    ...['', '/size', '/on', '/tags', '/tags/-', '/parts/0', '/parts/1/name', '/labels/team'],
    ...['/labels', '/inner/deep/value', '/inner/deep', '/parts/-', '/parts/0/rows/0/0'],
    ...['/on/below', '/labels/team/below', '/labels/none', '/odd/0', '/tree/b/0', '/tree/b/-'],
  ),
  reason: fc.constantFrom('denied', 'timeout'),
  detail: fc.constantFrom('one', 'two', text('one', '一')),
});

const boxes = fc
  .array(fc.tuple(facts, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, few(gap))), {
    minLength: 4,
    maxLength: 12,
  })
  // Each twice over, so that many are alike.
  .map((made) =>
    [...made, ...made].map(([each, gaps], at) =>
      subjectOf('box', each, {
        id: `box-${at}`,
        gaps: gaps.map((one) => ({ ...one, source: { kind: 'file', path: `/${at}`, line: at } })),
        sources: { '': { kind: 'file', path: `/${at}`, line: at } },
      }),
    ),
  );

/** What is said of each, by an engine that judges nothing else. */
const alone = (subjects: readonly Subject[], check: BoxCheck): readonly Finding[] => {
  const { subjects: around, ...header } = snapshotOf(subjects);
  const catalog = defineCatalog({ id: 'test', version: '1', controls: [boxControl(check)] });
  return subjects.flatMap((subject) => {
    const { judge, describe: write } = createAssessor(header, around, { catalog, tool });
    return judge(subject).map(write);
  });
};

const together = (subjects: readonly Subject[], check: BoxCheck): readonly Finding[] =>
  assess(snapshotOf(subjects), {
    catalog: defineCatalog({ id: 'test', version: '1', controls: [boxControl(check)] }),
    tool,
  }).findings;

describe('what is said of many subjects is what is said of each alone', () => {
  for (const [way, check] of Object.entries(checks)) {
    it(`by a check that reads ${way}`, () => {
      fc.assert(
        fc.property(boxes, (subjects) => {
          expect(together(subjects, check)).toEqual(alone(subjects, check));
        }),
        { numRuns: 60 },
      );
    });
  }

  it('and of subjects on other machines, around which stand others', () => {
    const header = snapshotOf([]);
    const [engine] = header.targets;
    if (engine === undefined) throw new Error('there is no engine');
    const machines = ['a', 'b', 'a'].map((id) => ({ ...engine, id, machine: id }));
    const subjects = ['a', 'b', 'b', 'a', 'a', 'b', 'b', 'a'].map((target, at) =>
      subjectOf('box', plain(at % 2), { id: `${target}-${at}`, target }),
    );
    const control = boxControl((_, { all: list }) => say(list(box).map(({ size }) => size)));
    const { findings } = assess(
      { ...header, targets: machines, subjects, population: populationOf(['a', 'b']) },
      { catalog: defineCatalog({ id: 'test', version: '1', controls: [control] }), tool },
    );
    for (const { subject, message } of findings) {
      const own = subjects.filter(({ target }) => target === subject.target);
      expect(JSON.parse(message.en)).toEqual(own.map((each) => each.facts['size']));
    }
  });
});

const plain = (size: number): Box => ({
  ...{ size, tags: [], parts: [], labels: {}, inner: null, odd: [], tree: {} },
});

const populationOf = (targets: readonly string[]) =>
  targets.map((target) => ({ target, kind: 'box', existed: 4, read: 4, vanished: 0 }));

describe('a check', () => {
  const runsOf = (subjects: readonly Subject[], check: BoxCheck): number => {
    let runs = 0;
    const counted: BoxCheck = (read, ctx) => {
      runs += 1;
      return check(read, ctx);
    };
    together(subjects, counted);
    return runs;
  };
  const many = (of: (at: number) => Box, gaps: Gap[] = []): readonly Subject[] =>
    Array.from({ length: 300 }, (_, at) => subjectOf('box', of(at), { id: `box-${at}`, gaps }));

  it('is run for the first subject, and then once for all of which it reads the same', () => {
    const subjects = many((at) => ({ ...plain(at % 3), tags: [`${at}`] }));
    expect(runsOf(subjects, ({ size }) => size > 1)).toBe(1 + 3);
  });

  it('is run once for all that have the very list that it reads as a whole', () => {
    const lists = [[], [{ name: 'a', rows: [] }], [{ name: 'b', rows: [[1]] }]];
    const subjects = many((at) => ({ ...plain(0), parts: lists[at % 3] ?? [] }));
    expect(runsOf(subjects, (read) => wholeFact(read, 'parts').length > 1)).toBe(1 + 3);
  });

  it('is run for each that has a list of its own, which it reads as a whole', () => {
    const subjects = many(() => ({ ...plain(0), parts: [{ name: 'a', rows: [] }] }));
    expect(runsOf(subjects, (read) => wholeFact(read, 'parts').length > 1)).toBe(subjects.length);
  });

  it('is run for each that has a gap within what it reads as a whole', () => {
    const { parts } = { parts: [{ name: 'a', rows: [] }] };
    const subjects = many(
      () => ({ ...plain(0), parts }),
      [{ path: '/parts/-', reason: 'denied', detail: 'no' }],
    );
    expect(runsOf(subjects, (read) => wholeFact(read, 'parts').length > 1)).toBe(subjects.length);
  });

  it('is run once for all whose facts could not be read for the same reason', () => {
    const subjects = many(plain, [{ path: '/size', reason: 'denied', detail: 'no' }]);
    expect(runsOf(subjects, ({ size }) => size > 1)).toBe(1 + 1);
  });

  it('is run for each where it reads something else of each', () => {
    const subjects = many(plain);
    expect(runsOf(subjects, ({ size }) => say(size))).toBe(subjects.length);
  });

  it('is run for each from when it asks otherwise where all it read is equal', () => {
    let calls = 0;
    const moody: BoxCheck = (read) => {
      calls += 1;
      return calls % 2 === 0 ? read.size === 0 : read.inner === null;
    };
    const subjects = many((at) => plain(at % 5));
    expect(runsOf(subjects, moody)).toBe(subjects.length);
  });

  it('is run for each that it fails on with an error', () => {
    const subjects = many(() => plain(1));
    const broken: BoxCheck = ({ size }) => {
      throw new Error(`size ${size}`);
    };
    expect(runsOf(subjects, broken)).toBe(subjects.length);
  });
});

describe('nothing is kept', () => {
  /** What is in a cache after this was read of a subject. */
  const keptOf = (
    subject: Subject,
    read: (facts: Readonly<Record<string, unknown>>) => unknown,
  ) => {
    const recorder = createRecorder();
    const asked = (recorder.asked = []);
    const view = createViewer(recorder, undefined, () => undefined)(subject);
    // A view of facts is the facts to whoever reads it.
    read(view as Readonly<Record<string, unknown>>);
    const cache = createVerdictCache<string>();
    remember(cache, asked, 'said');
    return { asked: asked.length, ends: cache.ends, first: cache.first };
  };

  it('of a subject in which a gap may hide an answer', () => {
    const facts = { size: 1, tags: ['a', 'b'] };
    const gaps: Gap[] = [{ path: '/tags/1', reason: 'denied', detail: 'no' }];
    const read = ({ size, tags }: Readonly<Record<string, unknown>>) => [
      size,
      Array.isArray(tags) ? tags.length : 0,
    ];
    expect(keptOf(subjectOf('box', facts), read)).toMatchObject({ ends: 1 });
    expect(keptOf(subjectOf('box', facts, { gaps }), read)).toMatchObject({
      ends: 0,
      first: undefined,
    });
  });

  it('of answers that are longer than two subjects have in common', () => {
    const read = ({ tags }: Readonly<Record<string, unknown>>) => tags;
    const kept = (tags: unknown) => keptOf(subjectOf('box', { tags }), read).ends;
    expect([kept(Array(2048).fill(0)), kept('a'.repeat(2048))]).toEqual([1, 1]);
    expect([kept(Array(2049).fill(0)), kept('a'.repeat(2049))]).toEqual([0, 0]);
    expect([kept([Array(1024).fill(0)]), kept([['a'.repeat(2049)]])]).toEqual([1, 0]);
  });

  it('of a check that asks for more than two subjects have in common', () => {
    const keys = Array.from({ length: 1000 }, (_, at) => `key-${at}`);
    const facts = Object.fromEntries(keys.map((key) => [key, 0]));
    const read = (count: number) =>
      keptOf(subjectOf('box', facts), (all) => keys.slice(0, count).map((key) => all[key]));
    expect(read(manyQuestions)).toMatchObject({ asked: manyQuestions, ends: 1 });
    expect(read(1000)).toMatchObject({ asked: manyQuestions + 1, ends: 0, first: undefined });
  });
});

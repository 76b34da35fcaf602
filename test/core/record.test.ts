import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess, createAssessor } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Check } from '../../src/core/controls/check.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { pass, type Verdict } from '../../src/core/controls/verdict.ts';
import { defineSubject, type Subject } from '../../src/core/facts/subject.ts';
import { text } from '../../src/core/text.ts';
import { judge, snapshotOf, subjectOf, tool } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type ThingCheck = Check<Thing, Record<never, never>>;

/** What a check of a thing read, as path and value. */
const readBy = (check: ThingCheck): readonly (readonly [string, unknown])[] =>
  judge(thingControl(check), thingFacts).observations.map(({ path, value }) => [path, value]);

describe('what is read through the view', () => {
  const ways: readonly [
    string,
    (thing: Thing) => unknown,
    readonly (readonly [string, unknown])[],
  ][] = [
    ['a property', (thing) => thing.nested.deep.value, [['/nested/deep/value', 7]]],
    [
      'one that is not there',
      (thing): unknown => Reflect.get(thing, 'missing'),
      [['/missing', null]],
    ],
    ['in', (thing) => 'extra' in thing, [['/extra', 'there']]],
    ['in, of what is not there', (thing) => 'missing' in thing, [['/missing', null]]],
    ['hasOwn', (thing) => Object.hasOwn(thing, 'extra'), [['/extra', 'there']]],
    [
      'hasOwn, of what is not there',
      (thing) => Object.hasOwn(thing, 'missing'),
      [['/missing', null]],
    ],
    [
      'keys',
      (thing) => Object.keys(thing.labels),
      [
        ['/labels', ['team']],
        ['/labels/team', 'blue'],
      ],
    ],
    ['a list', (thing) => thing.tags, [['/tags', ['a', 'b']]]],
    [
      'an item',
      (thing) => thing.parts[1]?.name,
      [
        ['/parts', { count: 2 }],
        ['/parts/1/name', 'two'],
      ],
    ],
  ];
  for (const [way, look, expected] of ways) {
    it(`is an observation: ${way}`, () => {
      const seen = readBy((thing) => look(thing) !== thing);
      expect(seen).toEqual(expected);
    });
  }

  it('is what stands there, wherever it is', () => {
    const facts = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', '0', 'length', '__proto__', 'constructor', 'a/b~'),
      fc.letrec((tie) => ({
        value: fc.oneof(
          { maxDepth: 4 },
          fc.constantFrom<unknown>(0, 1, '', 'x', true, null),
          fc.array(tie('value'), { maxLength: 3 }),
          fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value'), { maxKeys: 2 }),
        ),
      })).value,
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), (several) => {
        const copies = several.map((each) => JSON.parse(JSON.stringify(each)) as Subject['facts']);
        const subjects = copies.map((each, at) => subjectOf('any', each, { id: String(at) }));
        const control = anyControl((view) => pass(text(JSON.stringify(view), '')));
        const { findings } = assess(snapshotOf(subjects), { catalog: only(control), tool });
        expect(findings.map(({ status }) => status)).toEqual(subjects.map(() => 'pass'));
        const seen = findings.map(({ message }): unknown => JSON.parse(message.en));
        expect(seen).toEqual(copies);
      }),
      { numRuns: 200 },
    );
  });

  it('is noted in lists within lists, by every check that reaches them', () => {
    const reads = anyControl(({ rows }) => JSON.stringify(rows) === '[[1,2],[3]]');
    const again = { ...reads, id: 'again' };
    const subject = subjectOf('any', { rows: [[1, 2], [3]] });
    const { findings } = assess(snapshotOf([subject]), { catalog: only(reads, again), tool });
    for (const { observations } of findings) {
      expect(observations.map(({ path, value }) => [path, value])).toEqual([
        ['/rows', { count: 2 }],
        ['/rows/0', [1, 2]],
        ['/rows/1', [3]],
      ]);
    }
  });
});

describe('one check and the next', () => {
  it('share no list: what one does to it stays with it', () => {
    const spoil = thingControl((thing) => {
      const tags = thing.tags as string[];
      tags.push('c');
      (thing.parts as unknown[]).pop();
      return tags.length === 3;
    }, 'spoil');
    const look = thingControl(
      (thing) => thing.tags.join() === 'a,b' && thing.parts.length === 2,
      'look',
    );
    const subject = subjectOf('thing', thingFacts);
    const { findings } = assess(snapshotOf([subject]), { catalog: only(spoil, look), tool });
    expect(findings.map(({ status }) => status)).toEqual(['pass', 'pass']);
  });

  it('see the same object in the same place', () => {
    const check: ThingCheck = (thing) =>
      thing.nested === thing.nested && thing.parts[0] === thing.parts[0];
    expect(judge(thingControl(check), thingFacts).status).toBe('pass');
  });
});

describe('one subject and the next', () => {
  const two = ['a', 'b'].map((id) =>
    subjectOf('thing', { ...thingFacts, count: id.length }, { id }),
  );

  it('share no view: one that a check kept is an error, however it is read', () => {
    const ways: readonly ((thing: Thing) => unknown)[] = [
      (thing) => thing.on,
      (thing) => thing.nested,
      (thing) => 'on' in thing,
      (thing) => Object.keys(thing),
      (thing) => Object.hasOwn(thing, 'missing'),
      (thing) => JSON.stringify(thing),
    ];
    for (const of of ['it', 'a part of it'] as const) {
      for (const way of ways) {
        let kept: Thing | undefined;
        const control = thingControl((thing) => {
          const look = kept ?? thing;
          // A part is no thing; all that is asked of it may be asked of an object with free keys.
          kept ??= of === 'it' ? thing : (thing.labels as unknown as Thing);
          way(look);
          return true;
        });
        const { findings } = assess(snapshotOf(two), { catalog: only(control), tool });
        expect(findings.map(({ status }) => status)).toEqual(['pass', 'error']);
      }
    }
  });

  it('are different objects, so that what a check remembers by object is of the one alone', () => {
    const seen = new WeakSet<object>();
    const control = thingControl((thing) => {
      const known = [thing, thing.nested, ...thing.parts].some((each) => seen.has(each));
      for (const each of [thing, thing.nested, ...thing.parts]) seen.add(each);
      return !known;
    });
    const { findings } = assess(snapshotOf(two), { catalog: only(control), tool });
    expect(findings.map(({ status }) => status)).toEqual(['pass', 'pass']);
  });

  it('may be described in any order, each by what was read of it', () => {
    const control = thingControl((thing) => thing.nested.deep.value > thing.count);
    const subjects = [1, 2, 3].map((value) =>
      subjectOf('thing', { ...thingFacts, nested: { deep: { value } } }, { id: String(value) }),
    );
    const { subjects: _, ...header } = snapshotOf(subjects);
    const { judge: judgeOne, describe: write } = createAssessor(header, subjects, {
      catalog: only(control),
      tool,
    });
    const findings = subjects
      .flatMap((subject) => judgeOne(subject))
      .toReversed()
      .map(write);
    expect(findings.map(({ observations }) => observations[0]?.value)).toEqual([3, 2, 1]);
  });

  it('may have any number of keys', () => {
    const subjects = Array.from({ length: 30 }, (_, at) => {
      const keys = Array.from({ length: 1000 }, (__, key) => `${at}-${key}`);
      const facts = Object.fromEntries(keys.map((key) => [key, { at }]));
      return subjectOf('any', facts, { id: String(at) });
    });
    const control = anyControl((view) =>
      Object.entries(view).every(
        ([key, value]) => JSON.stringify(value) === `{"at":${key.split('-')[0]}}`,
      ),
    );
    const { findings } = assess(snapshotOf(subjects), { catalog: only(control), tool });
    expect(findings.every(({ status }) => status === 'pass')).toBe(true);
    expect(findings.at(-1)?.observations.at(-1)?.path).toBe('/29-999/at');
  });
});

const anyKind = defineSubject({
  kind: 'any',
  label: { en: 'Anything', zh: '任意对象' },
  schema: z.record(z.string(), z.unknown()),
});

function anyControl(check: (view: Readonly<Record<string, unknown>>) => boolean | Verdict) {
  const { id, severity, title, rationale, remediation, references } = thingControl(() => true);
  const words = { id, severity, title, rationale, remediation, references: [...references] };
  return defineControl({ ...words, subject: anyKind, check });
}

const only = (...controls: Parameters<typeof defineCatalog>[0]['controls']) =>
  defineCatalog({ id: 'test', version: '1', controls });

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Check, CheckContext } from '../../src/core/controls/check.ts';
import { all, any, each, none, not, orElse, when } from '../../src/core/controls/combinators.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { defineSubject } from '../../src/core/facts/subject.ts';
import { workload } from '../../src/core/subjects/workload/workload.ts';
import { holdersIn, typo } from '../support/schema-paths.ts';
import { judge, snapshotOf, subjectOf, tool } from '../support/judge.ts';
import { thing, thingControl, thingFacts, type Thing } from './tiny.ts';

const words = {
  severity: 'high',
  title: { en: 'A thing', zh: '某物' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Do', zh: '去做' },
  references: ['https://example.org/'],
} as const;

type ThingCheck = Check<Thing, Record<never, never>>;

/** What JavaScript may do, and TypeScript does not let a check do. */
const read = (from: unknown, key: PropertyKey): unknown => Reflect.get(Object(from), key);

const said = (check: ThingCheck) => {
  const { status, message } = judge(thingControl(check), thingFacts);
  return { status, message: message.en };
};

describe('a key that the schema does not have', () => {
  const ways: Readonly<Record<string, ThingCheck>> = {
    'is read': (t) => read(t, 'onn') === undefined,
    'is taken apart': (t) => {
      const { onn } = t as unknown as Record<string, unknown>;
      return onn === undefined;
    },
    'is asked for with in': (t) => !('onn' in t),
    'is asked for as its own': (t) => !Object.hasOwn(t, 'onn'),
    'is described': (t) => Object.getOwnPropertyDescriptor(t, 'onn') === undefined,
    'is caught': (t) => {
      try {
        return read(t, 'onn') === undefined;
      } catch {
        return true;
      }
    },
    'is caught and said to be not applicable': (t) => {
      try {
        return read(t, 'onn') === undefined;
      } catch {
        return { status: 'not-applicable' };
      }
    },
    'is read beside what passes': any(
      (t) => read(t, 'onn') === true,
      () => true,
    ),
    'is read in all': all((t) => read(t, 'onn') === undefined),
    'is read and turned about': not((t) => read(t, 'onn') === true),
    'is a condition': when(
      (t) => read(t, 'onn') === true,
      () => true,
    ),
    'is read before another witness': orElse(
      (t) => read(t, 'onn') === true,
      () => true,
    ),
    'is a list that is selected': each(
      (t) => {
        try {
          // A list where there is one.
          return (read(t, 'onn') ?? []) as readonly string[];
        } catch {
          return [];
        }
      },
      () => true,
    ),
  };
  for (const [way, check] of Object.entries(ways)) {
    it(`is an error that names it and the nearest: it ${way}`, () => {
      expect(said(check)).toEqual({
        status: 'error',
        message: 'The check reads onn, which thing does not have; the nearest is on',
      });
    });
  }

  it('is found at any depth, in lists and by their methods', () => {
    const deep: readonly [ThingCheck, string, string][] = [
      [(t) => read(t.nested, 'dep') === undefined, 'dep', 'deep'],
      [(t) => read(t.nested.deep, 'values') === undefined, 'values', 'value'],
      [(t) => t.parts.every((part) => read(part, 'saef') === undefined), 'saef', 'safe'],
      [
        none(
          (t) => t.parts,
          (part) => read(part, 'nam') === true,
        ),
        'nam',
        'name',
      ],
      [(t) => read(t.parts, 'lenght') === undefined, 'lenght', 'length'],
      [(t) => read(t.tags, 'inclueds') === undefined, 'inclueds', 'includes'],
      [(t) => !('lenght' in t.tags), 'lenght', 'length'],
    ];
    for (const [check, key, nearest] of deep) {
      const { status, message } = said(check);
      expect(status).toBe('error');
      expect(message).toMatch(new RegExp(`reads ${key}, which (thing /|a list )`));
      expect(message).toMatch(new RegExp(`the nearest is ${nearest}$`));
    }
  });

  it('does not hide a failure that stands on what was read', () => {
    expect(
      said(
        all(
          ({ on }) => !on,
          (t) => read(t, 'onn') === undefined,
        ),
      ).status,
    ).toBe('fail');
  });

  it('is found in what decides whether the control applies, in parameters and in the context', () => {
    const params = z.object({
      most: z.number().default(1),
      less: z.number().optional(),
      deep: z.object({ list: z.array(z.string()).default(['a']) }).prefault({}),
    });
    type Ctx = CheckContext<z.output<typeof params>>;
    const of = (check: (t: Thing, ctx: Ctx) => boolean) =>
      judge(defineControl({ id: 'a-thing', subject: thing, ...words, params, check }), thingFacts);
    const wrong = judge(
      defineControl({
        id: 'a-thing',
        subject: thing,
        ...words,
        applies: (t) => read(t, 'onn') === true,
        check: () => true,
      }),
      thingFacts,
    );
    expect([wrong.status, wrong.message.en]).toEqual([
      'error',
      'The check reads onn, which thing does not have; the nearest is on',
    ]);
    expect(of((_, { params: p }) => read(p, 'msot') === undefined)).toMatchObject({
      status: 'error',
      message: {
        en: 'The check reads msot, which the parameters does not have; the nearest is most',
      },
    });
    expect(of((_, { params: p }) => read(p.deep, 'lists') === undefined).status).toBe('error');
    expect(of((_, ctx) => read(ctx, 'collected') === undefined).status).toBe('error');
    expect(
      of(({ count }, { params: p, collectedAt }) => {
        const { most, less, ...rest } = p;
        const whole = JSON.parse(JSON.stringify(p)) as unknown;
        return (
          count > most &&
          less === undefined &&
          rest.deep.list[0] === 'a' &&
          collectedAt !== '' &&
          Object.keys(p).length === 2 &&
          whole !== p
        );
      }).status,
    ).toBe('pass');
    expect(
      of((_, { params: p }) => {
        p.deep.list.push('b');
        return true;
      }).status,
    ).toBe('error');
  });

  it('is found in subjects that were looked up', () => {
    const other = subjectOf('workload', {}, { id: 'other' });
    const control = thingControl((_, ctx) => {
      const [found] = ctx.all(workload);
      return read(found, 'privilegd') === undefined;
    });
    expect(judge(control, thingFacts, { others: [other] })).toMatchObject({
      status: 'error',
      message: {
        en: 'The check reads privilegd, which workload does not have; the nearest is privileged',
      },
    });
    const counts = thingControl((_, ctx) => read(ctx.all(workload), 'lenght') !== 0);
    expect(judge(counts, thingFacts, { others: [other] })).toMatchObject({
      status: 'error',
      message: { en: 'The check reads lenght, which a list does not have; the nearest is length' },
    });
  });

  it('is found again with every subject, whatever was remembered of the ones before', () => {
    const subjects = Array.from({ length: 50 }, (_, at) =>
      subjectOf('thing', thingFacts, { id: String(at) }),
    );
    const catalog = defineCatalog({
      id: 'test',
      version: '0',
      controls: [thingControl((t) => t.on && read(t, 'onn') === undefined)],
    });
    const { findings } = assess(snapshotOf(subjects), { catalog, tool });
    expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['error']));
    expect(findings).toHaveLength(50);
  });
});

describe('a key that is known', () => {
  it('passes, whether it is there or not', () => {
    const checks: readonly ThingCheck[] = [
      (t) => t.missing === undefined && !('missing' in t) && !Object.hasOwn(t, 'missing'),
      ({ on, ...rest }) => on && Object.keys(rest).length === 6,
      (t) => Object.keys({ ...t }).length === 7,
      (t) => t.labels['anything'] === undefined && !('other' in t.labels),
      (t) => t.parts[7] === undefined && t.tags.at(-1) === 'b' && read(t.tags, -1) === undefined,
      (t) => JSON.stringify(t) === JSON.stringify(thingFacts),
      (t) => structuredClone({ ...t.nested.deep }).value === 7,
      (t) => read(t, Symbol.iterator) === undefined && read(t.parts, Symbol.for('x')) === undefined,
      (t) => read(t, 'then') === undefined && read(t, 'toJSON') === undefined,
      (t) => read(t, 'length') === undefined && read(t, 'constructor') === Object,
      (t) => Object.prototype.toString.call(t) === '[object Object]' && String(t.tags) === 'a,b',
      (t) => Array.isArray(Object(t.tags)) && [...t.tags].length === 2,
      // oxlint-disable-next-line no-instanceof-builtins -- it may be asked
      (t) => Object(t.tags) instanceof Array,
      (t) => [...t.tags, ...t.parts].length === 4 && t.tags.concat('c').length === 3,
      (t) => t.tags.toSorted().map((tag) => tag.length).length === 2,
      (t) => Object.entries(t.tags).length === 2 && t.tags.indexOf('b') === 1,
    ];
    for (const check of checks) {
      expect([String(check), said(check).status]).toEqual([String(check), 'pass']);
    }
  });

  it('is anything where the schema of an own kind leaves that open', () => {
    const loose = defineSubject({
      kind: 'loose',
      label: { en: 'Loose', zh: '松散' },
      schema: z.looseObject({
        any: z.unknown(),
        map: z.record(z.enum(['read', 'write']), z.boolean()),
        late: z.lazy(() => z.object({ a: z.string() })).optional(),
        either: z.discriminatedUnion('type', [
          z.object({ type: z.literal('a'), one: z.string() }),
          z.object({ type: z.literal('b'), two: z.string() }),
        ]),
        changed: z.object({ from: z.string() }).transform(({ from }) => ({ to: from })),
        pair: z.tuple([z.object({ left: z.string() })], z.object({ right: z.string() })),
      }),
    });
    const facts = {
      any: { thing: 1 },
      map: { read: true },
      late: { a: 'x' },
      either: { type: 'a', one: 'x' },
      changed: { to: 'x' },
      pair: [{ left: 'x' }, { right: 'y' }],
    };
    const of = (check: (f: object) => unknown) =>
      judge(
        defineControl({
          ...words,
          id: 'a-loose-thing',
          subject: loose,
          check: (f) => check(f) === undefined,
        }),
        facts,
      ).status;
    const at =
      (...path: readonly PropertyKey[]) =>
      (f: object): unknown =>
        path.reduce<unknown>((value, key) => read(value, key), f);
    for (const path of [['what'], ['any', 'ever'], ['changed', 'x'], ['either', 'two']]) {
      expect(of(at(...path))).toBe('pass');
    }
    expect(of(at('map', 'write'))).toBe('pass');
    for (const path of [
      ['map', 'wriet'],
      ['late', 'b'],
      ['either', 'three'],
      ['pair', 0, 'rihgt'],
    ]) {
      expect(of(at(...path))).toBe('error');
    }
  });

  it('holds for every kind: each of its keys is known, and each misspelt one is an error', () => {
    for (const kind of builtinKinds) {
      const keys = holdersIn(kind.schema).flatMap((holder) =>
        [...holder.names].map((key) => ({ holder, key })),
      );
      expect(keys.length).toBeGreaterThan(3);
      fc.assert(
        fc.property(fc.constantFrom(...keys), fc.nat(), ({ holder, key }, seed) => {
          const of = (wanted: string) =>
            judge(
              defineControl({
                ...words,
                id: 'a-control',
                subject: kind,
                check: (f: unknown) => {
                  read(holder.path.reduce<unknown>(read, f), wanted);
                  return true;
                },
              }),
              holder.facts,
            );
          // A known key that these facts have not is a gap.
          expect(of(key).status).not.toBe('error');
          const wrong = typo(key, seed);
          fc.pre(wrong !== '' && !holder.names.has(wrong));
          const { status, message } = of(wrong);
          expect([status, message.en.includes(`reads ${wrong}, `)]).toEqual(['error', true]);
        }),
      );
    }
  });
});

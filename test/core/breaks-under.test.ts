import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog, extendCatalog } from '../../src/core/controls/catalog.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { sampleFramework } from '../fixtures/sample-framework.ts';
import { snapshotOf, subjectOf, target, tool } from '../support/judge.ts';
import { thing, thingFacts } from './tiny.ts';
import { breaksUnder, isLive, type Guard, type Link } from '../../src/core/frameworks/mapping.ts';
import { text } from '../../src/core/text.ts';

const link = (guard: Guard, breaks: Link['breaks'] = 'breaks'): Link => ({
  ...{ control: 'a', requirement: '1', shows: 'part', breaks, guard },
  reason: text('because', '因为'),
});
const under = (guard: Guard, value: unknown, byDefault: unknown) =>
  breaksUnder(link(guard), { value }, { value: byDefault });
const param = 'value';
const number = fc.nat({ max: 9 });
const names = fc.subarray(['a', 'b', 'c']);

describe('what a failure breaks', () => {
  it('is weaker only where a number is stricter than the guard and the default', () => {
    fc.assert(
      fc.property(number, number, number, (bound, value, byDefault) => {
        expect(under({ param, atMost: bound }, value, byDefault)).toBe(
          value < Math.min(bound, byDefault) ? 'weakens' : 'breaks',
        );
        expect(under({ param, atLeast: bound }, value, byDefault)).toBe(
          value > Math.max(bound, byDefault) ? 'weakens' : 'breaks',
        );
      }),
    );
  });

  it('is weaker where a list or bits let less pass than both, and nowhere else', () => {
    fc.assert(
      fc.property(names, names, names, (bound, value, byDefault) => {
        const lacks = (some: readonly string[], of: readonly string[]) =>
          some.some((each) => !of.includes(each));
        expect(under({ param, within: bound }, value, byDefault)).toBe(
          lacks(bound, value) && lacks(byDefault, value) ? 'weakens' : 'breaks',
        );
        expect(under({ param, includes: bound }, value, byDefault)).toBe(
          lacks(value, bound) && lacks(value, byDefault) ? 'weakens' : 'breaks',
        );
      }),
    );
    const file: Guard = { param, bitsWithin: 0o644 };
    expect(under(file, 0o600, 0o644)).toBe('weakens');
    expect(under(file, 0o600, 0o600)).toBe('breaks');
    expect(under(file, 0o644, 0o644)).toBe('breaks');
    expect(under({ param, within: ['1.2', '1.3'] }, '1.3', '1.2')).toBe('weakens');
    expect(under({ param, equals: false }, false, true)).toBe('breaks');
  });

  it('is never more than the link says, and as much at the defaults', () => {
    fc.assert(
      fc.property(number, number, number, (bound, value, byDefault) => {
        const guard: Guard = { param, atMost: bound };
        expect(under(guard, byDefault, byDefault)).toBe('breaks');
        for (const most of ['weakens', 'nothing'] as const) {
          expect(breaksUnder(link(guard, most), { value }, { value: byDefault })).toBe(most);
        }
        // What the guard refuses as too loose is never called stricter.
        if (!isLive(link(guard), { value })) expect(under(guard, value, byDefault)).toBe('breaks');
      }),
    );
  });

  it('is weaker in an assessment whose catalog is stricter than the control’s own defaults', () => {
    const bounded = defineControl({
      id: 'thing-bounded',
      subject: thing,
      severity: 'high',
      title: { en: 'Bounded', zh: '受限' },
      rationale: { en: 'Because', zh: '因为' },
      remediation: { en: 'Bound', zh: '限制' },
      references: ['https://example.org/'],
      params: z.object({ max: z.number().default(2) }),
      check: ({ count }, { params }) => count <= params.max,
    });
    const base = defineCatalog({ id: 'test', version: '1', controls: [bounded] });
    const links = [
      {
        ...link({ param: 'max', atMost: 3 }),
        ...{ control: 'thing-bounded', requirement: '1.2' },
      },
    ];
    const judged = (max: number, count: number) => {
      const catalog = extendCatalog(base, {
        tailor: { 'thing-bounded': { params: { max }, reason: 'ours', by: 'me' } },
      });
      const { frameworks } = assess(
        snapshotOf([subjectOf('thing', { ...thingFacts, count })], {
          population: [{ target, kind: 'thing', existed: 1, read: 1, vanished: 0 }],
        }),
        {
          ...{ catalog, tool },
          frameworks: [
            {
              framework: sampleFramework,
              mappings: [{ framework: sampleFramework.id, links }],
              level: 'L3',
            },
          ],
        },
      );
      return frameworks[0]?.requirements.find(({ id }) => id === '1.2')?.status;
    };
    expect(judged(1, 2)).toBe('weakened');
    expect(judged(2, 3)).toBe('not-satisfied');
    expect(judged(3, 4)).toBe('not-satisfied');
    expect(judged(1, 1)).toBe('supported');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
});

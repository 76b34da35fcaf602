import { text } from '../../src/core/text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/core/controls/check.ts';
import {
  all,
  any,
  atLeast,
  each,
  ifAny,
  none,
  noneFails,
  not,
  when,
} from '../../src/core/controls/combinators.ts';
import {
  fail,
  notApplicable,
  pass,
  unknown,
  type Verdict,
} from '../../src/core/controls/verdict.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type ThingCheck = Check<Thing, Record<never, never>>;

const reason = { en: 'no', zh: '否' };
const constant = {
  pass: () => pass(),
  fail: () => fail(),
  unknown: () => unknown(reason),
  'not-applicable': () => notApplicable(reason),
  error: (): Verdict => {
    throw new Error('broken');
  },
} as const satisfies Record<string, ThingCheck>;

type Name = keyof typeof constant;
const names = Object.keys(constant) as readonly Name[];
const name = fc.constantFrom(...names);
const kleene = fc.constantFrom<Name>('pass', 'fail', 'unknown');
const status = (check: ThingCheck): string => judge(thingControl(check), thingFacts).status;

describe('the algebra of the combinators', () => {
  it('all and any do not care for order', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.nat(), (of, seed) => {
        const shuffled = of.toSorted((a, b) => ((a.length + seed) % 3) - ((b.length + seed) % 3));
        expect(status(all(...of.map((each) => constant[each])))).toBe(
          status(all(...shuffled.map((each) => constant[each]))),
        );
        expect(status(any(...of.map((each) => constant[each])))).toBe(
          status(any(...shuffled.map((each) => constant[each]))),
        );
      }),
    );
  });

  it('nesting does not matter', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const [x, y, z] = [constant[a], constant[b], constant[c]];
        expect(status(all(x, all(y, z)))).toBe(status(all(x, y, z)));
        expect(status(any(x, any(y, z)))).toBe(status(any(x, y, z)));
      }),
    );
  });

  it('saying it twice adds nothing', () => {
    for (const each of names) {
      expect(status(all(constant[each], constant[each]))).toBe(status(constant[each]));
      expect(status(any(constant[each], constant[each]))).toBe(status(constant[each]));
    }
  });

  it('not is its own inverse, and De Morgan holds', () => {
    fc.assert(
      fc.property(kleene, kleene, (a, b) => {
        const [x, y] = [constant[a], constant[b]];
        expect(status(not(not(x)))).toBe(status(x));
        expect(status(not(all(x, y)))).toBe(status(any(not(x), not(y))));
        expect(status(not(any(x, y)))).toBe(status(all(not(x), not(y))));
      }),
    );
  });

  it('each and noneFails are all of their items, none is noneFails of not', () => {
    fc.assert(
      fc.property(fc.array(kleene, { maxLength: 5 }), (of) => {
        const items = (): readonly Name[] => of;
        const together = status(all(...of.map((item) => constant[item])));
        // What items are like is not judged where there are none.
        expect(status(each(items, (item) => constant[item]()))).toBe(
          of.length === 0 ? 'not-applicable' : together,
        );
        expect(status(noneFails(items, (item) => constant[item]()))).toBe(together);
        expect(status(none(items, (item) => constant[item]()))).toBe(
          status(all(...of.map((item) => not(constant[item])))),
        );
      }),
    );
  });

  it('ifAny turns nothing but a pass into not-applicable, where nothing exists', () => {
    fc.assert(
      fc.property(kleene, kleene, (exists, check) => {
        const said = status(ifAny(constant[exists], constant[check], text('None.', '没有。')));
        const open = exists === 'fail' ? 'not-applicable' : exists;
        expect(said).toBe(check === 'pass' && exists !== 'pass' ? open : status(constant[check]));
      }),
    );
  });

  it('atLeast counts what passed, and what might have', () => {
    fc.assert(
      fc.property(
        fc.array(kleene, { maxLength: 5 }),
        fc.integer({ min: 0, max: 6 }),
        (of, count) => {
          const passed = of.filter((item) => item === 'pass').length;
          const open = of.filter((item) => item === 'unknown').length;
          const expected = passed >= count ? 'pass' : passed + open >= count ? 'unknown' : 'fail';
          expect(
            status(
              atLeast(
                count,
                () => of,
                (item) => constant[item](),
              ),
            ),
          ).toBe(expected);
        },
      ),
    );
  });
});

describe('Kleene’s order', () => {
  const table: readonly [string, ThingCheck, string][] = [
    ['in all, fail beats unknown', all(constant.unknown, constant.fail), 'fail'],
    ['in all, unknown beats pass', all(constant.pass, constant.unknown), 'unknown'],
    ['in all, fail beats error', all(constant.error, constant.fail), 'fail'],
    ['in all, error beats unknown', all(constant.unknown, constant.error), 'error'],
    ['in any, pass beats unknown', any(constant.unknown, constant.pass), 'pass'],
    ['in any, unknown beats fail', any(constant.fail, constant.unknown), 'unknown'],
    ['not-applicable is neutral', all(constant['not-applicable'], constant.pass), 'pass'],
    ['when: condition met', when(constant.pass, constant.fail), 'fail'],
    ['when: condition not met', when(constant.fail, constant.fail), 'not-applicable'],
    ['when: condition unknown', when(constant.unknown, constant.pass), 'unknown'],
    ['all of nothing', all(), 'pass'],
    ['any of nothing', any(), 'fail'],
  ];
  for (const [what, check, expected] of table) {
    it(what, () => {
      expect(status(check)).toBe(expected);
    });
  }
});

describe('what a check may return', () => {
  it('a throw is an error, with its text', () => {
    const finding = judge(thingControl(constant.error), thingFacts);
    expect(finding.status).toBe('error');
    expect(finding.message.en).toContain('broken');
  });

  it('neither a boolean nor a verdict is an error', () => {
    const wrong = (() => 'yes') as unknown as ThingCheck;
    expect(judge(thingControl(wrong), thingFacts).status).toBe('error');
  });

  it('a promise is an error, since it is truthy and says nothing', () => {
    const wrong = (() => Promise.resolve(true)) as unknown as ThingCheck;
    expect(judge(thingControl(wrong), thingFacts).status).toBe('error');
  });

  it('writing to a fact is an error', () => {
    const wrong: ThingCheck = (thing) => {
      Object.assign(thing, { on: false });
      return true;
    };
    expect(judge(thingControl(wrong), { ...thingFacts }).status).toBe('error');
  });
});

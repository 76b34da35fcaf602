import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenByFailure,
  shownByPass,
  type Breaks,
  type Shows,
} from '../../src/core/frameworks/mapping.ts';
import {
  requirementStatuses,
  rollUp,
  type Contribution,
  type RequirementStatus,
  type Tally,
} from '../../src/core/frameworks/rollup.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';

const link =
  (shows: Shows, breaks: Breaks) =>
  (tally: Partial<Tally>): Contribution => ({
    shows,
    breaks,
    tally: { ...emptyTally(), ...tally },
  });
const all = link('all', 'breaks');
const part = link('part', 'breaks');
const weak = link('part', 'weakens');
const mere = link('part', 'nothing');
/** A failure is a fault, and a pass shows next to nothing: no second account with the number of root. */
const sign = link('context', 'breaks');
const context = link('context', 'nothing');

const attested = { attested: true };
const stated = { notApplicable: true };

describe.each<
  [
    rule: string,
    cases: [RequirementStatus, string, Contribution[], Parameters<typeof rollUp>[1]?][],
  ]
>([
  [
    'rule 0: a person stated that it does not apply, and no failure breaks or weakens it',
    [
      ['not-applicable', 'whatever passed', [all({ pass: 1 })], stated],
      ['not-applicable', 'whatever is unknown', [all({ unknown: 1 })], stated],
      ['not-applicable', 'whatever fails as context', [context({ fail: 1 })], stated],
      ['not-applicable', 'where nothing is mapped', [], stated],
      ['not-satisfied', 'not over a failure that breaks it', [part({ fail: 1 })], stated],
      ['weakened', 'not over a failure that weakens it', [weak({ fail: 1 })], stated],
      ['accepted-with-waiver', 'not over one that was accepted', [part({ waived: 1 })], stated],
    ],
  ],
  [
    'rule 1: an unwaived failure breaks it',
    [
      ['not-satisfied', 'in one of many subjects', [all({ pass: 9, fail: 1 })]],
      ['not-satisfied', 'beside one that shows all', [all({ pass: 1 }), part({ fail: 1 })]],
      ['not-satisfied', 'where a pass shows nothing', [all({ pass: 1 }), sign({ fail: 1 })]],
      ['not-satisfied', 'before all else', [all({ fail: 1, unknown: 1, waived: 1 })], attested],
      ['satisfied', 'not where it breaks nothing', [all({ pass: 1 }), context({ fail: 1 })]],
    ],
  ],
  [
    'rule 2: what breaks it or shows something of it is open',
    [
      ['undetermined', 'by one fact that was not read', [all({ pass: 99, unknown: 1 })]],
      ['undetermined', 'by a check that threw', [all({ pass: 1 }), weak({ error: 1 })]],
      ['undetermined', 'by evidence that holds no longer', [part({ stale: 1 })], attested],
      ['undetermined', 'by silence', [all({ pass: 1 }), part({})], attested],
      ['undetermined', 'by a question without an answer', [all({ manual: 1 })]],
      ['undetermined', 'where a pass shows nothing', [all({ pass: 1 }), sign({ unknown: 1 })]],
      ['undetermined', 'before a waiver', [all({ waived: 1 }), mere({ unknown: 1 })]],
      ['undetermined', 'before a weakness', [weak({ fail: 1, unknown: 1 })]],
      ['satisfied', 'not by context', [all({ pass: 1 }), context({ unknown: 1 })]],
    ],
  ],
  [
    'rule 3: failures break it, and all of them are waived',
    [
      ['accepted-with-waiver', 'beside passes', [all({ pass: 3, waived: 1 })]],
      [
        'accepted-with-compensating-control',
        'each with a compensating control',
        [all({ waived: 2, compensated: 2 }), part({ pass: 1 })],
      ],
      [
        'accepted-with-waiver',
        'one of them without',
        [all({ waived: 2, compensated: 1 }), all({ waived: 1, compensated: 1 })],
      ],
      ['accepted-with-waiver', 'before a weakness', [all({ waived: 1 }), weak({ fail: 1 })]],
    ],
  ],
  [
    'rule 4: an unwaived failure weakens it',
    [
      ['weakened', 'beside one that shows all', [all({ pass: 1 }), weak({ fail: 1 })]],
      ['weakened', 'whatever a person attests', [all({ pass: 1 }), weak({ fail: 1 })], attested],
      [
        'supported',
        'and accepted it shows no more than a part',
        [all({ pass: 1 }), weak({ waived: 1 })],
      ],
    ],
  ],
  [
    'rule 5: nothing was judged',
    [
      [
        'not-tested',
        'of all that is mapped',
        [all({ notApplicable: 4 }), weak({ notApplicable: 1 })],
      ],
      ['not-tested', 'whatever context passes', [all({ notApplicable: 1 }), context({ pass: 1 })]],
      ['not-tested', 'not even context', [context({ notApplicable: 1 })]],
      ['attested', 'but a person stands for it', [all({ notApplicable: 1 })], attested],
    ],
  ],
  [
    'rule 6: all pass, and one shows all of it or an attestation stands',
    [
      [
        'satisfied',
        'beside nothing to judge',
        [all({ pass: 1, notApplicable: 2 }), part({ pass: 1 })],
      ],
      ['satisfied', 'by a part and an attestation', [part({ pass: 1 })], attested],
      ['satisfied', 'by a question that is answered', [all({ manual: 1 })], attested],
      [
        'supported',
        'not where one failed that breaks nothing',
        [all({ pass: 1 }), mere({ fail: 1 })],
      ],
      ['attested', 'not by what shows nothing', [sign({ pass: 1 })], attested],
    ],
  ],
  [
    'rule 7: all pass, each a part',
    [
      ['supported', 'of several', [part({ pass: 5 }), weak({ pass: 1 })]],
      [
        'supported',
        'where what shows all had nothing to judge',
        [all({ notApplicable: 1 }), part({ pass: 1 })],
      ],
    ],
  ],
  [
    'rule 8: context only, or nothing mapped',
    [
      ['context-only', 'of a pass', [context({ pass: 1 })]],
      ['context-only', 'of a failure', [context({ fail: 1 })]],
      ['context-only', 'of a pass that shows nothing alone', [sign({ pass: 1 })]],
      ['attested', 'of context beside an attestation', [context({ fail: 1 })], attested],
      ['not-assessed', 'of nothing', []],
      ['attested', 'of nothing beside an attestation', [], attested],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s: %s', (status, _why, contributions, said) => {
    expect(rollUp(contributions, said)).toBe(status);
  });
});

describe('whatever the findings', () => {
  const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 }));
  const tally = fc
    .record({
      pass: count,
      fail: count,
      waived: count,
      compensated: count,
      unknown: count,
      error: count,
      notApplicable: count,
      manual: count,
      stale: count,
    })
    .map((counts) => ({ ...counts, compensated: Math.min(counts.compensated, counts.waived) }));
  const contributionOf = (
    shows: readonly Shows[] = shownByPass,
    breaks: readonly Breaks[] = brokenByFailure,
    counts: fc.Arbitrary<Tally> = tally,
  ): fc.Arbitrary<Contribution> =>
    fc.record({
      shows: fc.constantFrom(...shows),
      breaks: fc.constantFrom(...breaks),
      tally: counts,
    });
  const contributions = fc.array(contributionOf(), { maxLength: 5 });
  const said = fc.record({ attested: fc.boolean(), notApplicable: fc.boolean() });
  const unstated = fc.record({ attested: fc.boolean() });
  const decides = ({ shows, breaks }: Contribution): boolean =>
    shows !== 'context' || breaks !== 'nothing';

  it('does not depend on their order', () => {
    const shuffled = contributions.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, said, ([list, other], by) => {
        expect(rollUp(other, by)).toBe(rollUp(list, by));
      }),
    );
  });
  it('an unwaived failure that breaks it is not satisfied, whatever stands beside it and whatever people said', () => {
    fc.assert(
      fc.property(contributions, said, contributionOf(undefined, ['breaks']), (list, by, one) => {
        const failing = { ...one, tally: { ...one.tally, fail: one.tally.fail + 1 } };
        expect(rollUp([...list, failing], by)).toBe('not-satisfied');
      }),
    );
  });
  it('a failure that weakens it, or was accepted, is never satisfied and never out of scope', () => {
    const failing = fc.oneof(
      contributionOf(
        undefined,
        ['weakens'],
        tally.map((each) => ({ ...each, fail: each.fail + 1 })),
      ),
      contributionOf(
        undefined,
        ['breaks', 'weakens'],
        tally.map((each) => ({ ...each, waived: each.waived + 1 })),
      ),
    );
    fc.assert(
      fc.property(contributions, said, failing, (list, by, one) => {
        expect(['satisfied', 'not-applicable']).not.toContain(rollUp([...list, one], by));
      }),
    );
  });
  it('does not apply where a person stated so and nothing that breaks or weakens it failed, and nowhere else', () => {
    fc.assert(
      fc.property(contributions, said, (list, by) => {
        const failed = list.some(
          ({ breaks, tally: each }) => breaks !== 'nothing' && each.fail + each.waived > 0,
        );
        expect(rollUp(list, by) === 'not-applicable').toBe(by.notApplicable && !failed);
      }),
    );
  });
  it('is attested or not tested where nothing was judged', () => {
    const nothing = fc
      .integer({ min: 1, max: 3 })
      .map((notApplicable) => ({ ...emptyTally(), notApplicable }));
    fc.assert(
      fc.property(
        fc.array(contributionOf(undefined, undefined, nothing), { minLength: 1, maxLength: 5 }),
        unstated,
        (list, by) => {
          expect(rollUp(list, by)).toBe(by.attested ? 'attested' : 'not-tested');
        },
      ),
    );
  });
  it('is never satisfied by passes that show a part or nothing, unless an attestation stands', () => {
    fc.assert(
      fc.property(fc.array(contributionOf(['part', 'context']), { maxLength: 5 }), (list) => {
        expect(rollUp(list)).not.toBe('satisfied');
      }),
    );
  });
  it('is never satisfied or supported by a person’s word alone', () => {
    fc.assert(
      fc.property(contributions, said, (list, by) => {
        fc.pre(['satisfied', 'supported'].includes(rollUp(list, by)));
        expect(
          list.some(({ shows, tally: each }) => shows !== 'context' && each.pass + each.manual > 0),
        ).toBe(true);
      }),
      { maxSkipsPerRun: 2000 },
    );
  });
  it('is satisfied only where every control that decides was judged, and none otherwise than well', () => {
    fc.assert(
      fc.property(contributions, unstated, (list, by) => {
        fc.pre(rollUp(list, by) === 'satisfied');
        for (const { shows, breaks, tally: each } of list.filter(decides)) {
          expect(each.fail + each.waived).toBe(0);
          if (shows === 'context' && breaks !== 'breaks') continue;
          expect(each.unknown + each.error + each.stale + (by.attested ? 0 : each.manual)).toBe(0);
          expect(each.pass + each.notApplicable + each.manual).toBeGreaterThan(0);
        }
      }),
    );
  });
  it('is not changed by context beside what decides, and not by context that passes beside context', () => {
    const passing = contributionOf(
      ['context'],
      ['nothing'],
      tally.map((each) => ({ ...each, pass: each.pass + 1 })),
    );
    fc.assert(
      fc.property(contributions, passing, passing, said, (list, one, more, by) => {
        const known = list.some(decides) ? list : [...list, one];
        expect(rollUp([...known, more], by)).toBe(rollUp(known, by));
      }),
    );
  });
  it('never gets better by a pass that becomes a failure or unknown', () => {
    fc.assert(
      fc.property(
        contributions,
        fc.nat(),
        fc.constantFrom('fail' as const, 'unknown' as const, 'error' as const),
        said,
        (list, at, instead, by) => {
          const place = at % Math.max(list.length, 1);
          const one = list[place];
          fc.pre(one !== undefined && one.tally.pass > 0);
          const worse = list.map((each, index) =>
            index === place
              ? {
                  ...each,
                  tally: {
                    ...each.tally,
                    pass: each.tally.pass - 1,
                    [instead]: each.tally[instead] + 1,
                  },
                }
              : each,
          );
          expect(worth[rollUp(worse, by)]).toBeLessThanOrEqual(worth[rollUp(list, by)]);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('has one of the statuses that there are', () => {
    fc.assert(
      fc.property(contributions, said, (list, by) => {
        expect(requirementStatuses).toContain(rollUp(list, by));
      }),
    );
  });
});

/** How much good news a status is; those that no pass leads out of stand beside one another. */
const worth = {
  'not-satisfied': 0,
  undetermined: 1,
  'accepted-with-waiver': 2,
  'accepted-with-compensating-control': 3,
  weakened: 4,
  'not-tested': 5,
  'not-assessed': 5,
  'context-only': 6,
  attested: 7,
  supported: 8,
  satisfied: 9,
  'not-applicable': 9,
} as const satisfies Record<RequirementStatus, number>;

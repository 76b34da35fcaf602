import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strengths, type Strength } from '../../src/core/frameworks/mapping.ts';
import {
  requirementStatuses,
  rollUp,
  type Contribution,
  type Tally,
} from '../../src/core/frameworks/rollup.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';

const of = (strength: Strength, tally: Partial<Tally>): Contribution => ({
  strength,
  tally: { ...emptyTally(), ...tally },
});
const full = (tally: Partial<Tally>) => of('full', tally);
const partial = (tally: Partial<Tally>) => of('partial', tally);
const supporting = (tally: Partial<Tally>) => of('supporting', tally);

describe('rule 1: a full or partial control failed, unwaived', () => {
  it('is not satisfied when a full control fails', () => {
    expect(rollUp([full({ pass: 9, fail: 1 })], false)).toBe('not-satisfied');
  });
  it('is not satisfied when a partial control fails beside a full one that passes', () => {
    expect(rollUp([full({ pass: 1 }), partial({ fail: 1 })], false)).toBe('not-satisfied');
  });
  it('comes before an unknown, a waiver and an attestation', () => {
    expect(rollUp([full({ fail: 1, unknown: 1, waived: 1 })], true)).toBe('not-satisfied');
  });
  it('does not count what fails as supporting', () => {
    expect(rollUp([full({ pass: 1 }), supporting({ fail: 1 })], false)).toBe('satisfied');
  });
});

describe('rule 2: one of them is unknown or in error', () => {
  it('is undetermined when a full control could not read a fact', () => {
    expect(rollUp([full({ pass: 99, unknown: 1 })], false)).toBe('undetermined');
  });
  it('is undetermined when a partial control threw', () => {
    expect(rollUp([full({ pass: 1 }), partial({ error: 1 })], false)).toBe('undetermined');
  });
  it('is undetermined when a control said nothing at all', () => {
    expect(rollUp([full({ pass: 1 }), full({})], true)).toBe('undetermined');
  });
  it('is undetermined when a question to a person has no answer', () => {
    expect(rollUp([full({ manual: 1 })], false)).toBe('undetermined');
  });
  it('is not overcome by an attestation', () => {
    expect(rollUp([full({ unknown: 1 })], true)).toBe('undetermined');
  });
  it('comes before a waiver', () => {
    expect(rollUp([full({ waived: 1 }), partial({ unknown: 1 })], false)).toBe('undetermined');
  });
});

describe('rule 3: there are failures, all under a live waiver', () => {
  it('is accepted with a waiver', () => {
    expect(rollUp([full({ pass: 3, waived: 1 })], false)).toBe('accepted-with-waiver');
  });
  it('is accepted with a compensating control when every waived failure has one', () => {
    expect(rollUp([full({ waived: 2, compensated: 2 }), partial({ pass: 1 })], false)).toBe(
      'accepted-with-compensating-control',
    );
  });
  it('is accepted with a waiver when one of the failures has no compensating control', () => {
    const contributions = [
      full({ waived: 2, compensated: 1 }),
      full({ waived: 1, compensated: 1 }),
    ];
    expect(rollUp(contributions, false)).toBe('accepted-with-waiver');
  });
});

describe('rule 4: all are not applicable', () => {
  it('is not applicable', () => {
    expect(rollUp([full({ notApplicable: 4 }), partial({ notApplicable: 1 })], false)).toBe(
      'not-applicable',
    );
  });
  it('stays so beside a supporting control that passes', () => {
    expect(rollUp([full({ notApplicable: 1 }), supporting({ pass: 1 })], false)).toBe(
      'not-applicable',
    );
  });
});

describe('rule 5: all pass, and one is full or an attestation stands', () => {
  it('is satisfied by a full control', () => {
    expect(rollUp([full({ pass: 1, notApplicable: 2 }), partial({ pass: 1 })], false)).toBe(
      'satisfied',
    );
  });
  it('is satisfied by partial controls and an attestation', () => {
    expect(rollUp([partial({ pass: 1 })], true)).toBe('satisfied');
  });
  it('is satisfied by a question that an attestation answers', () => {
    expect(rollUp([full({ manual: 1 })], true)).toBe('satisfied');
  });
});

describe('rule 6: all pass, partial only', () => {
  it('is supported', () => {
    expect(rollUp([partial({ pass: 5 }), partial({ pass: 1 })], false)).toBe('supported');
  });
  it('is supported when the full control had nothing to judge', () => {
    expect(rollUp([full({ notApplicable: 1 }), partial({ pass: 1 })], false)).toBe('supported');
  });
});

describe('rule 7: only supporting controls', () => {
  it('is context only, whatever they say', () => {
    expect(rollUp([supporting({ pass: 1 })], false)).toBe('context-only');
    expect(rollUp([supporting({ fail: 1 })], false)).toBe('context-only');
    expect(rollUp([supporting({})], false)).toBe('context-only');
  });
  it('is attested when a person stands for it', () => {
    expect(rollUp([supporting({ fail: 1 })], true)).toBe('attested');
  });
});

describe('rule 8: nothing is mapped', () => {
  it('is not assessed', () => {
    expect(rollUp([], false)).toBe('not-assessed');
  });
  it('is attested when a person stands for it', () => {
    expect(rollUp([], true)).toBe('attested');
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
  const contributionOf = (...allowed: readonly Strength[]) =>
    fc.record({ strength: fc.constantFrom(...allowed), tally });
  const contributions = fc.array(contributionOf(...strengths), { maxLength: 5 });
  const shuffled = contributions.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );
  const decides = ({ strength }: Contribution): boolean => strength !== 'supporting';

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([list, other], attested) => {
        expect(rollUp(other, attested)).toBe(rollUp(list, attested));
      }),
    );
  });
  it('is never satisfied by partial and supporting controls alone', () => {
    fc.assert(
      fc.property(fc.array(contributionOf('partial', 'supporting'), { maxLength: 5 }), (list) => {
        expect(rollUp(list, false)).not.toBe('satisfied');
      }),
    );
  });
  it('is satisfied or supported only where every deciding control was judged, and none otherwise than well', () => {
    fc.assert(
      fc.property(contributions, fc.boolean(), (list, attested) => {
        fc.pre(['satisfied', 'supported'].includes(rollUp(list, attested)));
        for (const { tally: each } of list.filter(decides)) {
          const unanswered = attested ? 0 : each.manual;
          const doubtful = each.unknown + each.error + each.stale + unanswered;
          expect(each.fail + each.waived + doubtful).toBe(0);
          expect(each.pass + each.notApplicable + each.manual).toBeGreaterThan(0);
        }
      }),
    );
  });
  it('is not changed by supporting controls, except from nothing to context', () => {
    fc.assert(
      fc.property(
        fc.array(contributionOf('full', 'partial'), { minLength: 1, maxLength: 4 }),
        fc.array(contributionOf('supporting'), { maxLength: 3 }),
        fc.boolean(),
        (deciding, context, attested) => {
          expect(rollUp([...deciding, ...context], attested)).toBe(rollUp(deciding, attested));
        },
      ),
    );
  });
  it('never gets better by one more failure', () => {
    fc.assert(
      fc.property(
        contributions,
        fc.boolean(),
        contributionOf('full', 'partial'),
        (list, attested, one) => {
          const failing = { ...one, tally: { ...one.tally, fail: one.tally.fail + 1 } };
          expect(rollUp([...list, failing], attested)).toBe('not-satisfied');
        },
      ),
    );
  });
  it('has one of the statuses that there are', () => {
    fc.assert(
      fc.property(contributions, fc.boolean(), (list, attested) => {
        expect(requirementStatuses).toContain(rollUp(list, attested));
      }),
    );
  });
});

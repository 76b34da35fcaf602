import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assessment/assess.ts';
import { waiverSchema, type Waiver } from '../../src/core/statements/waiver.ts';
import { sampleCatalog } from '../fixtures/bundle.ts';
import { compliantWorkload } from '../fixtures/workload.ts';
import { snapshotOf, subjectOf, tool } from '../support/judge.ts';

const waiver: Waiver = {
  control: 'sample-not-privileged',
  scope: { subject: 'bad' },
  reason: 'one deployment',
  owner: 'platform',
  approver: 'security',
  from: '2026-11-24',
  until: '2026-11-24',
};

/** What becomes of a failure under a waiver that holds for one day, by a snapshot of this time. */
function judgedAt(collectedAt: string, options: object = {}) {
  const snapshot = {
    ...snapshotOf([
      subjectOf('workload', { ...compliantWorkload, privileged: true }, { id: 'bad' }),
    ]),
    collectedAt,
  };
  const { findings, waivers, summary } = assess(snapshot, {
    catalog: sampleCatalog,
    waivers: [waiver],
    tool,
    ...options,
  });
  return {
    state: waivers[0]?.state,
    waived: findings.some((each) => each.status === 'fail' && each.waiver !== undefined),
    tally: [summary.tally.fail, summary.tally.waived],
  };
}

const live = { state: 'live', waived: true, tally: [0, 1] };
const not = (state: string) => ({ state, waived: false, tally: [1, 0] });

describe('a waiver whose last day is its first', () => {
  it('is one, and one that ends before it begins is none', () => {
    expect(waiverSchema.safeParse(waiver).success).toBe(true);
    expect(waiverSchema.safeParse({ ...waiver, until: '2026-11-23' }).success).toBe(false);
  });

  it.each([
    ['2026-11-23T23:59:59.999Z', not('not-yet')],
    ['2026-11-24T00:00:00.000Z', live],
    ['2026-11-24T12:00:00.000Z', live],
    ['2026-11-24T23:59:59.999Z', live],
    ['2026-11-25T00:00:00.000Z', not('expired')],
  ])('at %s', (at, expected) => {
    expect(judgedAt(at)).toEqual(expected);
  });

  it('is no longer than a policy of one day allows', () => {
    const waiverLimits = { critical: 1 };
    expect(judgedAt('2026-11-24T12:00:00Z', { waiverLimits })).toEqual(live);
  });

  it('counts on the day that is asked about', () => {
    expect(judgedAt('2026-11-25T12:00:00Z', { at: '2026-11-24' })).toEqual(live);
    expect(judgedAt('2026-11-24T12:00:00Z', { at: '2026-11-25' })).toEqual(not('expired'));
  });
});

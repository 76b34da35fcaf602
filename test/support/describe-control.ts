import { describe, expect, it } from 'vitest';
import type { AnyControl } from '../../src/core/control.ts';
import type { FindingStatus } from '../../src/core/finding-status.ts';
import { misfits } from '../../src/core/snapshot.ts';
import type { Subject } from '../../src/core/subject.ts';
import { judge, subjectOf } from './judge.ts';

type Plain = Readonly<Record<string, unknown>>;

/** One reason per case: what differs from the compliant subject, and what stands around it. */
export interface Case {
  /** Merged into the compliant facts: objects key by key, everything else replaced. */
  readonly facts?: Plain;
  readonly params?: Plain;
  /** Paths that are denied. */
  readonly denied?: readonly string[];
  /** Other subjects in the snapshot. */
  readonly others?: readonly Subject[];
}

type Cases = Readonly<Record<string, Case>>;

/**
 * Tests a control: the compliant subject passes, and so does every case under `pass`; the other cases
 * have the status that their heading says. Every fact that the compliant subject's verdict read is then
 * denied in turn, and none of that may pass, except on what is named as standing `beside`.
 */
export function describeControl(
  control: AnyControl,
  compliant: Plain,
  cases: {
    pass?: Cases;
    fail: Cases;
    notApplicable?: Cases;
    unknown?: Cases;
    around?: readonly Subject[];
    /** Under which the compliant subject passes, where it does not by the defaults; a case names its own. */
    params?: Plain;
    /** Paths that the compliant subject's verdict shows as evidence only: denied, it still passes. */
    beside?: readonly string[];
  },
): void {
  const others = cases.around ?? [];
  const run = (test: Case) => {
    const params = test.params ?? cases.params;
    const facts = merge(compliant, test.facts ?? {});
    const gaps = (test.denied ?? []).map((path) => ({
      path,
      reason: 'denied' as const,
      detail: 'test',
    }));
    expect(misfits(control.subject, subjectOf(control.subject.kind, facts, { gaps }))).toEqual([]);
    return judge(control, facts, {
      gaps,
      ...(params ? { params } : {}),
      others: test.others ?? others,
    });
  };
  const check = (status: FindingStatus, named: Cases | undefined): void => {
    for (const [name, test] of Object.entries(named ?? {})) {
      it(`${status}: ${name}`, () => {
        expect(run(test).status).toBe(status);
      });
    }
  };

  describe(control.id, () => {
    const plain: Case = cases.params ? { params: cases.params } : {};
    it('pass: the compliant subject', () => {
      const finding = run(plain);
      expect(finding.status).toBe('pass');
      expect(finding.observations.length).toBeGreaterThan(0);
    });
    check('pass', cases.pass);
    check('fail', cases.fail);
    check('not-applicable', cases.notApplicable);
    check('unknown', cases.unknown);
    it('does not pass when a fact that it read is denied', () => {
      const own = run(plain).observations.filter(
        (observation) => observation.subject === undefined,
      );
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(({ path }) => path)).toEqual(
        expect.arrayContaining([...(cases.beside ?? [])]),
      );
      for (const { path } of own) {
        const expected = cases.beside?.includes(path) ? 'pass' : 'unknown';
        expect([path, run({ ...plain, denied: [path] }).status]).toEqual([path, expected]);
      }
    });
  });
}

/** Merges objects key by key; lists and scalars of `change` replace those of `base`. */
export function merge(base: Plain, change: Plain): Plain {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const before = merged[key];
    merged[key] = isPlain(before) && isPlain(value) ? merge(before, value) : value;
  }
  return merged;
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

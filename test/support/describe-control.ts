import { describe, expect, it } from 'vitest';
import type { AnyControl } from '../../src/core/controls/control.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import {
  expectations,
  statusOf,
  type ExpectedMessage,
  type Expectation,
  type NamedCase,
} from '../../src/testing/judging/cases.ts';
import { deniedProblems, mutationProblems } from '../../src/testing/try-control.ts';
import { findUnnoticed } from '../../src/testing/mutation/surviving-mutants.ts';
import { merge } from '../../src/testing/judging/merge.ts';
import { replayDenied } from '../../src/testing/judging/replay-denied.ts';
import { shapeProblems } from '../../src/testing/judging/shape-problems.ts';
import { deny } from '../../src/testing/judging/test-subject.ts';
import { prepareTrials } from '../../src/testing/judging/trial.ts';
import { verifyCase } from '../../src/testing/judging/verify-case.ts';
import { subjectOf } from './judge.ts';

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
  /** What the finding says. */
  readonly message?: ExpectedMessage;
}

type Cases = Readonly<Record<string, Case>>;

/**
 * Tests a control as `testControl` of plimsoll/testing does, by the same engine and with mutation, a test for each
 * case: the compliant subject passes, and so does every case under `pass`; the other cases have the status that
 * their heading says.
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
    /** Facts that a verdict shows as evidence only: denied, it still passes. */
    beside?: readonly string[];
    /** What findings say, by the name of the case. */
    says?: Readonly<Record<string, ExpectedMessage>>;
    /** Facts of which no case need take notice, each with the reason. */
    unnoticed?: Readonly<Record<string, string>>;
  },
): void {
  const { says = {} } = cases;
  const all: Readonly<Partial<Record<Expectation, Cases>>> = {
    ...cases,
    pass: { 'the compliant subject': {}, ...cases.pass },
  };
  const named = expectations.flatMap((expected) =>
    Object.entries(all[expected] ?? {}).map(([name, test]): NamedCase => ({
      name,
      expected,
      subject: subjectOf(control.subject.kind, merge(compliant, test.facts ?? {}), {
        gaps: (test.denied ?? []).map(deny),
      }),
      params: test.params ?? cases.params ?? {},
      surroundings: test.others ?? cases.around ?? [],
      message: test.message ?? says[name],
    })),
  );
  describe(control.id, () => {
    it('has cases that its kind allows, each once', () => {
      expect(shapeProblems(control, named)).toEqual([]);
      const names = named.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(says)));
    });
    const trials = prepareTrials(control, named);
    for (const trial of trials) {
      it(`${statusOf[trial.expected]}: ${trial.name}`, () => {
        expect(verifyCase(trial)).toBeUndefined();
      });
      if (trial.expected !== 'fail') continue;
      it(`says in words of its own what failed: ${trial.name}`, () => {
        expect(trial.judge(trial.scene).message().en).not.toMatch(/^Found: /);
      });
    }
    it('does not pass when a fact that it read is denied', () => {
      expect(deniedProblems(replayDenied(trials), cases.beside ?? [])).toEqual([]);
    });
    // A control that follows builds is tried on hundreds of values.
    it('has a case for every fact that it reads', { timeout: 120_000 }, () => {
      const found = findUnnoticed(control, trials);
      expect(mutationProblems(found, cases.unnoticed ?? {}, cases.beside ?? [])).toEqual([]);
    });
  });
}

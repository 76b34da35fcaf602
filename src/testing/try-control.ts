import type { z } from 'zod';
import type { AnyControl, Control } from '../core/controls/control.ts';
import type { SubjectKind } from '../core/facts/subject.ts';
import { nameCases, type Cases, type NamedCase } from './judging/cases.ts';
import { findUnnoticed, type MutationResult } from './mutation/surviving-mutants.ts';
import type { TestOptions } from './judging/options.ts';
import { replayDenied, type DeniedReplay } from './judging/replay-denied.ts';
import { shapeProblems } from './judging/shape-problems.ts';
import { machine } from './machine.ts';
import { prepareTrials } from './judging/trial.ts';
import { verifyCase } from './judging/verify-case.ts';

/** What a test of a control found. */
export interface ControlTest {
  readonly control: string;
  /** How many cases there are. */
  readonly cases: number;
  /** How many times a fact was denied. */
  readonly denials: number;
  /** What changing facts showed; absent unless that was asked for. */
  readonly mutation?: MutationResult;
  /** Everything that is wrong, a sentence each; empty when the control does what its cases say. */
  readonly problems: readonly string[];
}

/**
 * Tests a control and returns what was found, right or wrong; {@link testControl} throws instead.
 *
 * @throws PlimsollError `parameters-invalid`
 */
export function tryControl<K extends SubjectKind, Params extends z.ZodObject>(
  control: Control<string, K, Params>,
  cases: Cases<K['kind'], Params>,
  options: TestOptions<Params> = {},
): ControlTest {
  const { params = {}, surroundings = machine() } = options;
  // For a caller that only runs them, cases of one kind are cases of any.
  const named = nameCases(cases, { params, surroundings });
  return tryCases(control, named, options);
}

function tryCases(
  control: AnyControl,
  cases: readonly NamedCase[],
  { collectedAt, beside = [], mutate = false, unnoticed = {} }: TestOptions,
): ControlTest {
  const { length } = cases;
  const misshapen = shapeProblems(control, cases);
  if (misshapen.length > 0) {
    return { control: control.id, cases: length, denials: 0, problems: misshapen };
  }
  const trials = prepareTrials(control, cases, collectedAt);
  const wrong = trials.flatMap((trial) => verifyCase(trial) ?? []);
  const replay = replayDenied(trials);
  const mutation = mutate ? findUnnoticed(control, trials) : undefined;
  return {
    control: control.id,
    cases: length,
    denials: replay.denials,
    ...(mutation ? { mutation } : {}),
    problems: [
      ...wrong,
      ...deniedProblems(replay, beside),
      ...(mutation ? mutationProblems(mutation, unnoticed, beside) : []),
    ],
  };
}

/** What is wrong with how a control takes facts that could not be read. */
export function deniedProblems(
  { passes }: DeniedReplay,
  beside: readonly string[],
): readonly string[] {
  const stale = beside.filter((fact) => passes.every((one) => one.fact !== fact));
  return [
    ...passes
      .filter(({ fact }) => !beside.includes(fact))
      .map(
        ({ fact, name, status }) =>
          `${status}: ${name}: it still ${status === 'pass' ? 'passes' : 'does not apply'} when ${fact} is denied. Where it only stands beside the verdict, say so: { beside: [${JSON.stringify(fact)}] }.`,
      ),
    ...stale.map(
      (fact) => `${fact} is declared as beside the verdict, but no case passes without it.`,
    ),
  ];
}

/** What is wrong with how cases take other values of facts. */
export function mutationProblems(
  { read, unnoticed, breaks }: MutationResult,
  excused: Readonly<Record<string, string>>,
  beside: readonly string[],
): readonly string[] {
  const stale = Object.keys(excused).filter((fact) => !unnoticed.includes(fact));
  return [
    ...unnoticed
      .filter((fact) => !Object.hasOwn(excused, fact) && !beside.includes(fact))
      .map((fact) => `No case notices any change of ${fact}, which the control reads.`),
    ...stale.map((fact) =>
      read.includes(fact)
        ? `${fact} is declared as noticed by no case, but one notices it.`
        : `${fact} is declared as noticed by no case, but the control never reads it.`,
    ),
    ...breaks.map(({ fact, how }) => `The check breaks on another value of ${fact}: ${how}.`),
  ];
}

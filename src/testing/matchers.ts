import type { AnyControl } from '../core/controls/control.ts';
import type { Subject } from '../core/facts/subject.ts';
import { statusOf, type ExpectedMessage, type Expectation } from './judging/cases.ts';
import { machine } from './machine.ts';
import type { TestSubject } from './judging/test-subject.ts';
import { prepareTrials } from './judging/trial.ts';
import { verifyCase } from './judging/verify-case.ts';

/** What is different about one judgement beside its subject. */
export interface JudgeOptions {
  readonly message?: ExpectedMessage;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly surroundings?: readonly Subject[];
  readonly collectedAt?: string;
}

/** What a matcher of vitest or Jest returns. */
export interface Matched {
  readonly pass: boolean;
  /** What a failing test says. */
  readonly message: () => string;
}

/**
 * Whether a control judges a subject so, for the `expect` of vitest and Jest.
 *
 * @throws PlimsollError `parameters-invalid`
 */
export function toJudge(
  control: AnyControl,
  subject: TestSubject,
  expected: Expectation,
  options: JudgeOptions = {},
): Matched {
  const { message, params = {}, surroundings = machine(), collectedAt } = options;
  const name = subject.differs;
  const one = { name, expected, subject, params, surroundings, message };
  const [trial] = prepareTrials(control, [one], collectedAt);
  const wrong = trial && verifyCase(trial);
  return {
    pass: wrong === undefined,
    message: () => `${control.id}: ${wrong ?? `${name}: it is ${statusOf[expected]}`}`,
  };
}

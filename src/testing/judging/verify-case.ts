import { languages, type Text } from '../../core/text.ts';
import { statusOf, type ExpectedMessage } from './cases.ts';
import type { Outcome } from './judge-case.ts';
import type { Trial } from './trial.ts';

/** What is wrong with a case; `undefined` when the control says what it expects. */
export function verifyCase(trial: Trial): string | undefined {
  const outcome = trial.judge(trial.scene);
  const expected = statusOf[trial.expected];
  const place = `${trial.expected}: ${trial.name}`;
  if (outcome.status !== expected) {
    return `${place}: it is ${outcome.status} (${outcome.message().en})`;
  }
  if (trial.message === undefined) return undefined;
  const said = outcome.message();
  if (bears(said, trial.message)) return undefined;
  return `${place}: its message is ${spell(said, trial.message)}, not ${show(trial.message)}`;
}

/** Whether a case would notice that a control said this instead. */
export const notices = (trial: Trial, outcome: Outcome): boolean =>
  outcome.status !== statusOf[trial.expected] ||
  (trial.message !== undefined && !bears(outcome.message(), trial.message));

function bears(said: Text, expected: ExpectedMessage): boolean {
  if (typeof expected === 'string') return said.en === expected;
  if (expected instanceof RegExp) return expected.test(said.en);
  return languages.every((language) => {
    const sentence = expected[language];
    return sentence === undefined || sentence === said[language];
  });
}

const spell = (said: Text, expected: ExpectedMessage): string =>
  typeof expected === 'string' || expected instanceof RegExp
    ? JSON.stringify(said.en)
    : JSON.stringify(said);

const show = (expected: ExpectedMessage): string =>
  expected instanceof RegExp ? String(expected) : JSON.stringify(expected);

import { outcomesOf, type Outcomes } from '../outcomes.ts';
import type { Found, Rule } from '../rule.ts';

/** A control whose answer is known beforehand gives no evidence. */
export const canFailAndPass: Rule = {
  id: 'can-fail-and-pass',
  level: 'error',
  summary: 'A check can pass and can fail.',
  *find({ controls, isOwn }): Iterable<Found> {
    for (const { member } of controls) {
      const check = member('check');
      if (!check || !isOwn(check.element)) continue;
      const message = complaint(outcomesOf(check));
      if (message !== undefined) yield { node: check.element, message };
    }
  },
};

function complaint({ pass, fail }: Outcomes): string | undefined {
  if (pass && fail) return undefined;
  if (pass) return 'This check can never fail, whatever the facts are.';
  if (fail) return 'This check can never pass, whatever the facts are.';
  return 'This check can neither pass nor fail: write it with defineManualControl, and ask a person.';
}

import { text, type Text } from '../../../core/text.ts';
import { outcomesOf, type Outcomes } from '../rule/outcomes.ts';
import type { Found, Rule } from '../rule/rule.ts';

/** A control whose answer is known beforehand gives no evidence. */
export const canFailAndPass: Rule = {
  id: 'can-fail-and-pass',
  level: 'error',
  summary: text('A check can pass and can fail.', '检查既可能通过，也可能不通过。'),
  why: text(
    'A control with the same answer for all facts gives no evidence, but looks in the report as if it did. The usual causes are the rest of a first try, a comparison of something with itself, and a length that is never below 0. A check that can only return notApplicable or unknown is a question for a person: write it with defineManualControl.',
    '无论事实如何结果都相同的控制项不提供任何证据，却会出现在报告中。常见的是初稿遗留的代码、与自身的比较，或永远不小于 0 的长度。只会返回 notApplicable 或 unknown 的检查应交由人来判断：请用 defineManualControl 编写。',
  ),
  example: {
    wrong: `export const fewMounts = defineControl({
  ...words,
  id: 'acme-few-mounts',
  subject: workload,
  check: (w) => w.mounts.length >= 0,
});`,
    right: `export const fewMounts = defineControl({
  ...words,
  id: 'acme-few-mounts',
  subject: workload,
  check: (w) => w.mounts.length <= 8,
});`,
  },
  *find({ controls, isOwn }): Iterable<Found> {
    for (const { member } of controls) {
      const check = member('check');
      if (!check || !isOwn(check.element)) continue;
      const message = problemOf(outcomesOf(check));
      if (message !== undefined) yield { node: check.element, message };
    }
  },
};

function problemOf({ pass, fail }: Outcomes): Text | undefined {
  if (pass && fail) return undefined;
  if (pass) {
    return text(
      'This check can never fail, whatever the facts are.',
      '无论事实如何，此检查都不会不通过。',
    );
  }
  if (fail) {
    return text(
      'This check can never pass, whatever the facts are.',
      '无论事实如何，此检查都不会通过。',
    );
  }
  return text(
    'This check can neither pass nor fail: write it with defineManualControl, and ask a person.',
    '此检查既不会通过也不会不通过：请用 defineManualControl 编写，由人来回答。',
  );
}

import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Found, Rule, Scene } from '../rule/rule.ts';
import { isGlobal, isMemberOf, nodesIn } from '../rule/walk.ts';

const message = text(
  'The only clock of a check is ctx.collectedAt: judged again, this gives another verdict.',
  '检查唯一的时钟是 ctx.collectedAt：重新判定时，这里会给出不同的判定。',
);

/** The time of a verdict is that of the snapshot. */
export const noClock: Rule = {
  id: 'no-clock',
  level: 'error',
  summary: text('A check does not read the clock.', '检查不询问当前时间。'),
  why: text(
    'The time of a verdict is that of the snapshot. A check that reads the clock judges the same facts differently tomorrow, and a bundle can never be replayed to the same result. ctx.collectedAt is when the facts were read, an instant in ISO 8601.',
    '判定的时间就是快照的时间。询问时钟的检查明天会对相同的事实作出不同判定，证据包也无法重放出相同结果。ctx.collectedAt 是事实被读取的时刻（ISO 8601）。',
  ),
  example: {
    wrong: `const day = 24 * 60 * 60 * 1000;

export const fresh = defineControl({
  ...words,
  id: 'acme-fresh',
  subject: image,
  check: (i) => Date.now() - Date.parse(i.createdAt ?? '') < 90 * day,
});`,
    right: `const day = 24 * 60 * 60 * 1000;

export const fresh = defineControl({
  ...words,
  id: 'acme-fresh',
  subject: image,
  check: (i, { collectedAt }) => Date.parse(collectedAt) - Date.parse(i.createdAt ?? '') < 90 * day,
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) if (asksForTime(node, isOwn)) yield { node, message };
  },
};

const ofDate = new Set(['now']);
const ofPerformance = new Set(['now', 'timeOrigin']);
const ofTemporal = new Set(['Now']);

function asksForTime(node: Node, isOwn: Scene['isOwn']): boolean {
  if (Node.isNewExpression(node) || Node.isCallExpression(node)) {
    const called = node.getExpression();
    const isDate = Node.isIdentifier(called) && called.getText() === 'Date';
    // Called without `new`, it gives the time of now whatever it is given.
    const given = Node.isNewExpression(node) ? node.getArguments().length : 0;
    return isDate && given === 0 && isGlobal(called, isOwn);
  }
  return (
    isMemberOf(node, 'Date', ofDate, isOwn) ||
    isMemberOf(node, 'performance', ofPerformance, isOwn) ||
    isMemberOf(node, 'Temporal', ofTemporal, isOwn)
  );
}

import { Node } from 'ts-morph';
import type { Found, Rule, Scene } from '../rule.ts';
import { isGlobal, isMemberOf, nodesIn } from '../walk.ts';

const message =
  'The only clock of a check is ctx.collectedAt: judged again, this gives another verdict.';

/** The time of a verdict is that of the snapshot. */
export const noClock: Rule = {
  id: 'no-clock',
  level: 'error',
  summary: 'A check does not ask what time it is.',
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

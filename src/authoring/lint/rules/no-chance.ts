import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Found, Rule } from '../rule/rule.ts';
import { isGlobal, isMemberOf, nodesIn } from '../rule/walk.ts';

const ofMath = new Set(['random']);

/** The same facts give the same verdict. */
export const noChance: Rule = {
  id: 'no-chance',
  level: 'error',
  summary: text('A check uses no randomness.', '检查不使用随机数。'),
  why: text(
    'The same facts give the same verdict, today and when an assessor replays the bundle in two years. A collector draws samples, and records what it drew.',
    '相同的事实给出相同的判定，无论今天，还是两年后测评师重放证据包时。抽样应由采集器进行，并记录抽到了什么。',
  ),
  example: {
    wrong: `export const sampled = defineControl({
  ...words,
  id: 'acme-sampled',
  subject: workload,
  check: (w) => Math.random() < 0.9 || !w.privileged,
});`,
    right: `export const sampled = defineControl({
  ...words,
  id: 'acme-sampled',
  subject: workload,
  check: (w) => !w.privileged,
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const isCrypto =
        Node.isIdentifier(node) && node.getText() === 'crypto' && isGlobal(node, isOwn);
      if (isCrypto || isMemberOf(node, 'Math', ofMath, isOwn)) {
        yield {
          node,
          message: text(
            'Judged again, randomness gives another verdict for the same facts.',
            '重新判定时，随机数会对相同的事实给出不同的判定。',
          ),
        };
      }
    }
  },
};

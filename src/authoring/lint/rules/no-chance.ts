import { Node } from 'ts-morph';
import type { Found, Rule } from '../rule.ts';
import { isGlobal, isMemberOf, nodesIn } from '../walk.ts';

const ofMath = new Set(['random']);

/** The same facts give the same verdict. */
export const noChance: Rule = {
  id: 'no-chance',
  level: 'error',
  summary: 'A check does not roll dice.',
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      const isCrypto =
        Node.isIdentifier(node) && node.getText() === 'crypto' && isGlobal(node, isOwn);
      if (isCrypto || isMemberOf(node, 'Math', ofMath, isOwn)) {
        yield { node, message: 'Judged again, chance gives another verdict of the same facts.' };
      }
    }
  },
};

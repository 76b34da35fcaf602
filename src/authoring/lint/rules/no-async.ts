import { Node } from 'ts-morph';
import type { Edit } from '../problem.ts';
import type { Found, Rule } from '../rule.ts';
import { isGlobal, nodesIn } from '../walk.ts';

/** A check is asked and answers. */
export const noAsync: Rule = {
  id: 'no-async',
  level: 'error',
  summary: 'A check answers at once: it is not async, awaits nothing and makes no promise.',
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      if (Node.isAsyncable(node) && node.isAsync()) {
        const fix = withoutAsync(node);
        yield {
          node,
          message: 'A check that answers later has answered a promise, which is no verdict.',
          ...(fix ? { fix } : {}),
        };
      } else if (Node.isAwaitExpression(node)) {
        yield { node, message: 'There is nothing to wait for: the facts are there.' };
      } else if (Node.isIdentifier(node) && node.getText() === 'Promise' && isGlobal(node, isOwn)) {
        yield { node, message: 'A promise is no verdict.' };
      }
    }
  },
};

/** Without an `await` in it, the word does nothing but make a promise of the answer. */
function withoutAsync(node: Node): Edit | undefined {
  const word = Node.isAsyncable(node) ? node.getAsyncKeyword() : undefined;
  const waits = node
    .getDescendants()
    .some((each) => Node.isAwaitExpression(each) || isForAwait(each));
  if (!word || waits) return undefined;
  const next = node.getSourceFile().getFullText().slice(word.getEnd());
  const space = /^\s*/.exec(next)?.[0].length ?? 0;
  return { start: word.getStart(), end: word.getEnd() + space, text: '' };
}

const isForAwait = (node: Node): boolean => Node.isForOfStatement(node) && node.isAwaited();

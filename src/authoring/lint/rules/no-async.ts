import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Edit } from '../rule/problem.ts';
import type { Found, Rule } from '../rule/rule.ts';
import { isGlobal, nodesIn } from '../rule/walk.ts';

/** A check is asked and answers. */
export const noAsync: Rule = {
  id: 'no-async',
  level: 'error',
  summary: text(
    'A check returns at once: it is not async, awaits nothing and makes no promise.',
    '检查立即作答：不使用 async，不等待，也不返回 Promise。',
  ),
  why: text(
    'A check is a plain function of facts that were read before. An async check returns a promise, which is not a verdict: the engine reports an error. Work that takes time belongs in a collector, which may wait and reports what it could not read.',
    '检查是对已有事实的普通函数。async 函数返回 Promise，那不是判定，引擎会报告错误。需要等待的内容应放入采集器，采集器可以耗时，并会说明哪些内容无法读取。',
  ),
  mends: text('Removes async where nothing is awaited.', '函数中没有 await 时，去掉 async。'),
  example: {
    wrong: `export const notPrivileged = defineControl({
  ...words,
  id: 'acme-not-privileged',
  subject: workload,
  // @ts-expect-error A promise is no verdict: the compiler says so as well.
  check: async (w) => !w.privileged,
});`,
    right: `export const notPrivileged = defineControl({
  ...words,
  id: 'acme-not-privileged',
  subject: workload,
  check: (w) => !w.privileged,
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      if (Node.isAsyncable(node) && node.isAsync()) {
        const fix = withoutAsync(node);
        yield {
          node,
          message: text(
            'A check that answers later returns a promise, which is not a verdict.',
            '稍后才作答的检查返回的是 Promise，而不是判定。',
          ),
          ...(fix ? { fix } : {}),
        };
      } else if (Node.isAwaitExpression(node)) {
        yield {
          node,
          message: text(
            'There is nothing to wait for: the facts were read before.',
            '无需等待：事实已在。',
          ),
        };
      } else if (Node.isIdentifier(node) && node.getText() === 'Promise' && isGlobal(node, isOwn)) {
        yield { node, message: text('A promise is not a verdict.', 'Promise 不是判定。') };
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

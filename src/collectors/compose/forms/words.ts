import { text } from '../../../core/text.ts';
import { invalidAt } from '../compose-error.ts';
import { list, scalar, type Node } from '../node.ts';
import { isNothing, replaced, shortOr, type Form } from './form.ts';
import { listOf } from './lists.ts';
import { textOrNumber } from './single.ts';
import { splitWords } from './split-words.ts';

const anyWords = shortOr(replaced(listOf(textOrNumber)), (node: Node, at: string) => {
  if (node.kind !== 'scalar') return node;
  const split = splitWords(String(node.value));
  if (!split) {
    throw invalidAt(
      node.place,
      text(`${at}: a quote or a bracket is opened and not closed`, `${at}：引号或括号未闭合`),
    );
  }
  return list(
    split.map((word) => scalar(word, node.place)),
    node.place,
  );
});

/** A command: a list of words, or a text that is split into them. A later one stands alone, also where it says nothing. */
export const words: Form = {
  ...anyWords,
  normalise: (node, at) => (isNothing(node) ? node : anyWords.normalise(node, at)),
  clears: true,
};

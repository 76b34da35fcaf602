import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { list, scalar, type Node } from '../tree/nodes.ts';
import { isNothing, replaced, type Form } from './form.ts';
import { listOf } from './lists.ts';
import { textOrNumber } from './scalars.ts';
import { splitWords } from './split-words.ts';

const listed = replaced(listOf(textOrNumber));

function split(node: Node, at: string): Node {
  if (node.kind !== 'scalar') return listed.normalise(node, at);
  const read = splitWords(String(node.value));
  if (!read) {
    throw invalidAt(
      node.place,
      said(`${at}: a quote or a bracket is opened and not closed`, `${at}：引号或括号未闭合`),
    );
  }
  const items = read.words.map((word) => scalar(word, node.place));
  const made = list(items, node.place);
  return read.rest === '' ? made : { ...made, passedOver: read.rest };
}

/** A command: a list of words, or a text that is split into them. A later one stands alone, also where it says nothing. */
export const words: Form = {
  merge: listed.merge,
  normalise: (node, at) => (isNothing(node) ? node : split(node, at)),
  clears: true,
};

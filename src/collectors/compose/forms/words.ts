import { text } from '../../../core/text.ts';
import { invalidAt } from '../compose-error.ts';
import { list, scalar, type Node } from '../node.ts';
import { isNothing, replaced, shortOr, type Form } from './form.ts';
import { listOf } from './lists.ts';
import { textOrNumber } from './single.ts';

/** Splits a command as Compose does: quotes hold words together, a backslash outside of single ones is dropped. */
function splitWords(written: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < written.length; at += 1) {
    const letter = written.charAt(at);
    if (letter === '\\' && quote !== "'") {
      at += 1;
      const next = written[at];
      if (next === undefined) return undefined;
      word = (word ?? '') + next;
    } else if (quote !== '') {
      if (letter === quote) quote = '';
      else word = (word ?? '') + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + letter;
  }
  if (quote !== '') return undefined;
  return word === undefined ? words : [...words, word];
}

const anyWords = shortOr(replaced(listOf(textOrNumber)), (node: Node, at: string) => {
  if (node.kind !== 'scalar') return node;
  const split = splitWords(String(node.value));
  if (!split) {
    throw invalidAt(
      node.place,
      text(`${at}: a quote is opened and not closed`, `${at}：引号未闭合`),
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

/** A command in one text, taken apart. */
export interface SplitWords {
  readonly words: readonly string[];
  /** What stands behind an operator of a shell, as it is written; empty where there is none. */
  readonly rest: string;
}

/**
 * Splits a command as Compose does, which has no shell for it: quotes hold words together, as do backticks and `$(…)`, a
 * backslash outside of single quotes is dropped, and what stands behind `;`, `&`, `|`, `<` or `>` is passed over.
 *
 * @returns `undefined` for what Compose refuses: a quote or a bracket that is not closed, or a bracket of another kind
 */
export function splitWords(written: string): SplitWords | undefined {
  const words: string[] = [];
  let rest = '';
  let word: string | undefined;
  /** What holds words together just now: a quote, or `(` for `$(`. */
  let held = '';
  for (let at = 0; at < written.length; at += 1) {
    const letter = written.charAt(at);
    if (letter === '\\' && held !== "'") {
      at += 1;
      const next = written[at];
      if (next === undefined) return undefined;
      word = (word ?? '') + next;
    } else if (/\s/.test(letter) && held === '') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (held === '' && /[;&|<>]/.test(letter)) {
      // The number of a stream before it is none of the command's words.
      if (letter === '>' && /^\d/.test(word ?? '')) word = undefined;
      rest = written.slice(at + 1);
      break;
    } else if ((letter === '"' || letter === "'") && (held === '' || held === letter)) {
      held = held === '' ? letter : '';
      word ??= '';
    } else {
      if (letter === '(' && (held === '' || held === '(')) {
        if (held === '(' || word?.endsWith('$') !== true) return undefined;
        held = '(';
      } else if (letter === ')' && (held === '' || held === '(')) {
        held = held === '' ? '(' : '';
      } else if (letter === '`' && (held === '' || held === '`')) {
        held = held === '' ? '`' : '';
      }
      word = (word ?? '') + letter;
    }
  }
  if (held !== '') return undefined;
  return { words: word === undefined ? words : [...words, word], rest };
}

import { basename } from '../knowledge/base-name.ts';

/** A command without the interpreter that runs it as a module: `python3 -m pip install x` is `pip install x`. */
export const withoutModule = (words: readonly string[]): readonly string[] =>
  /^python[\d.]*$/.test(basename(words[0] ?? '')) && words[1] === '-m' ? words.slice(2) : words;

import { basename } from './base-name.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Words as a shell is handed them. */
export const quotedWords = (words: readonly string[]): string => words.map(quoted).join(' ');

/** Words, those that are paths of Windows as every other. */
export const withSlashes = (words: readonly string[]): readonly string[] =>
  words.map((word) => (/^(?:[A-Za-z]:|\.)\\/.test(word) ? word.replaceAll('\\', '/') : word));

/** The entrypoints of many images set something up and then start what their words name. */
export const isEntrypoint = (program: string): boolean =>
  /\.sh$|entrypoint/.test(basename(program));

/** What is started in the end, behind entrypoints and the options of these. */
export function behindEntrypoints(words: readonly string[]): readonly string[] {
  let at = 0;
  while (isEntrypoint(words[at] ?? '')) {
    at += 1;
    while (words[at]?.startsWith('-') === true) at += 1;
  }
  return words.slice(at);
}

import type { KnownText } from './printed-texts.ts';

const quoted = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** How commands are made of words and an input, as `xargs` does. */
export interface Template {
  readonly words: readonly string[];
  /** What stands for a word, or a line, of the input; at the end where nothing does. */
  readonly mark: string | undefined;
  /** Whether a shell reads what is made. */
  readonly isScript: boolean;
}

/** Programs that run what they are given: of `xargs sh -c` the input is the script. */
const runsWords = /(?:^|\/)(?:(?:ba|da|z|k|a)?sh|eval|env|sudo|nohup|exec)$/;

/**
 * The script that `xargs` and its like make of their words and what they read; `undefined` where that may start anything, as
 * what is read is not known. Where it is fetched, or only handed on as words of a program, nothing is made of it.
 */
export function commandsMade(
  { words, mark, isScript }: Template,
  read: KnownText,
): string | undefined {
  if (read === 'fetched') return '';
  if (typeof read === 'string') return startsWhatItReads(words, mark, isScript) ? undefined : '';
  const lines = read.text.split('\n').filter((line) => line.trim() !== '');
  const spell = isScript ? (word: string): string => word : quoted;
  const template = words.map(spell).join(' ');
  const isMarked = mark !== undefined && words.some((word) => word.includes(mark));
  if (!isMarked) {
    return isScript
      ? lines.map((line) => `${template} ${line}`).join('\n')
      : `${template} ${lines.join(' ')}`;
  }
  return lines
    .map((line) => words.map((word) => spell(word.replaceAll(mark, line))).join(' '))
    .join('\n');
}

function startsWhatItReads(
  words: readonly string[],
  mark: string | undefined,
  isScript: boolean,
): boolean {
  const [first = ''] = words;
  if (first === '') return isScript;
  const hole = words.findIndex((word) => mark !== undefined && word.trim() === mark);
  if (hole === 0) return true;
  if (!runsWords.test(first)) return false;
  const before = words.slice(0, hole < 0 ? words.length : hole);
  return before.length === 1 || /^-\w*c$/.test(before.at(-1) ?? '');
}

import { parseJsonText } from '../json/parse-json-text.ts';
/** One word of an instruction, quotes and escapes as they are written. */
export interface RawWord {
  readonly raw: string;
  /** Where it begins. */
  readonly start: number;
}

/**
 * Splits at white space outside quotes, as the builder does. A quote that is not closed goes on to the end.
 *
 * @param escape the file's escape character
 */
export function splitWords(text: string, escape: string): readonly RawWord[] {
  const words: RawWord[] = [];
  let start = -1;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (start < 0) {
      if (isSpace(char)) continue;
      start = at;
    }
    if (char === escape && quote !== "'") at += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (isSpace(char)) {
      words.push({ raw: text.slice(start, at), start });
      start = -1;
    }
  }
  if (start >= 0) words.push({ raw: text.slice(start), start });
  return words;
}

/** Whether a character is white space; the code alone decides nearly all. */
const isSpace = (char: string): boolean =>
  char > ' ' && char < '\u0080' ? false : /\s/.test(char);

/** Reads the form of an instruction in brackets; `undefined` where it is not one of texts alone. */
export function readList(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const parsed: unknown = parseJsonText(text);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string')
      ? parsed
      : undefined;
  } catch {
    // The builder takes what is no list for the other form, too.
    return undefined;
  }
}

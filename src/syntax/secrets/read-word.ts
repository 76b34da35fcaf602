import type { Command, Word } from './command.ts';
import { dollar, type Placed } from './placed-text.ts';

/** Reads the commands of a substitution up to its end; `undefined` where it is too deep. */
type ReadInner = (
  close: string,
  at: number,
) => { readonly commands: readonly Command[]; readonly end: number } | undefined;

const endsWord = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')']);
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Makes what reads the words of a text one by one. */
export function createWordReader(source: Placed, readInner: ReadInner) {
  const { text } = source;
  const places = new Map<string, number>();
  /** Where the next quote of a kind is, found once for all that stands before it. */
  const closing = (quote: string, after: number): number => {
    const known = places.get(quote) ?? -1;
    if (known >= after) return known;
    const found = text.indexOf(quote, after);
    const place = found < 0 ? Infinity : found;
    places.set(quote, place);
    return place;
  };

  function word(start: number, close: string | undefined, inLine: boolean): Word {
    const chars: string[] = [];
    const from: number[] = [];
    const to: number[] = [];
    const inner: Command[] = [];
    let quoted = false;
    let at = start;
    const put = (char: string, length: number): void => {
      chars.push(char);
      from.push(source.from[at] ?? -1);
      to.push(source.to[at + length - 1] ?? -1);
      at += length;
    };
    /** What stands for the output of commands. */
    const substitute = (opening: number, closes: string): boolean => {
      const read = readInner(closes, at + opening);
      if (read === undefined) return false;
      for (const each of read.commands) inner.push(each);
      for (const char of '$()') {
        chars.push(char);
        from.push(source.from[at] ?? -1);
        to.push(source.to[at] ?? -1);
      }
      at = read.end;
      return true;
    };
    const expand = (): void => {
      const next = text[at + 1] ?? '';
      if (next === '(' && substitute(2, ')')) return;
      if (next === '{') {
        const end = text.slice(at, at + 500).indexOf('}');
        for (let left = end; left > 0; left -= 1) put(text[at] ?? '', 1);
      }
      put(text[at] ?? '', 1);
    };
    const isClosed = (quote: string): boolean => {
      const end = closing(quote, at + 1);
      return end < text.length && (!inLine || closing('\n', at + 1) > end);
    };
    const single = (): void => {
      quoted = true;
      const end = closing("'", at + 1);
      at += 1;
      for (let left = end - at; left > 0; left -= 1) {
        put(text[at] === '$' ? dollar : (text[at] ?? ''), 1);
      }
      at += 1;
    };
    /** `$'…'`, in which a letter behind a stroke is another character. */
    const spelled = (): void => {
      quoted = true;
      for (at += 2; at < text.length && text[at] !== "'";) {
        const next = text[at + 1] ?? '';
        if (text[at] === '\\') put(escapes[next] ?? next, 2);
        else put(text[at] === '$' ? dollar : (text[at] ?? ''), 1);
      }
      at += 1;
    };
    const double = (): void => {
      quoted = true;
      at += 1;
      while (at < text.length && text[at] !== '"') {
        const [now = '', next = ''] = [text[at], text[at + 1]];
        if (now === '\\' && next === '\n') at += 2;
        else if (now === '\\' && next === '$') put(dollar, 2);
        else if (now === '\\' && /["\\`]/.test(next)) put(next, 2);
        else if (now === '$') expand();
        else if (now !== '`' || close === '`' || !substitute(1, '`')) put(now, 1);
      }
      at += 1;
    };
    while (at < text.length) {
      const [now = '', next = ''] = [text[at], text[at + 1]];
      if (now === close) break;
      if ((now === '<' || now === '>') && next === '(') {
        if (!substitute(2, ')')) put(now, 1);
      } else if (endsWord.has(now)) break;
      else if (now === '\\' && /[\r\n]/.test(next)) {
        at = text.indexOf('\n', at) + 1;
      } else if (now === '\\' && next === '$') put(dollar, 2);
      else if (now === '\\' && next !== '' && /[^\w]/.test(next)) put(next, 2);
      else if (now === "'" && isClosed(now)) single();
      else if (now === '"' && isClosed(now)) double();
      else if (now === '$' && next === "'" && closing("'", at + 2) < text.length) spelled();
      else if (now === '$') expand();
      else if (now !== '`' || !substitute(1, '`')) put(now, 1);
    }
    return { text: chars.join(''), from, to, end: Math.min(at, text.length), inner, quoted };
  }
  return { word };
}

import type { Say } from '../../locale/translate.ts';

/** Where a text may end: behind a space, and behind a mark of Chinese. */
const ends = /[\s、，。；：）”]/u;

/**
 * A text, or where it has more letters the words that fit, with where the whole of it is. A sentence of ordinary length
 * is never cut: it takes another line.
 */
export function cutAtWord(text: string, most: number, say: Say): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const end = letters.slice(0, most + 1).findLastIndex((letter) => ends.test(letter));
  // One word that is longer than all that is shown, such as a hash, has to be cut somewhere.
  const kept = letters.slice(0, end > most / 2 ? end : most).join('');
  return `${kept.replace(/[\s、，；：]+$/u, '')} ${say('print.cut', { count: letters.length - Array.from(kept).length })}`;
}

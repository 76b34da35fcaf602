/** Characters; chance alone mixes what is shorter often enough. */
export const shortestRandom = 20;

/**
 * Tells whether a word looks like a random key: one that changes between small letters, capitals and
 * digits far more often than names do. What is all of a kind is left alone: digests, ids and fingerprints
 * (hexadecimal), and so is what everybody may know: checksums and public keys.
 */
export function looksRandom(word: string): boolean {
  if (word.length < shortestRandom || word.length > 512 || harmless.test(word)) return false;
  if (!/[a-z]/.test(word) || !/[A-Z]/.test(word) || !/\d/.test(word)) return false;
  let changes = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (changesBetween(word.charCodeAt(at - 1), word.charCodeAt(at))) changes += 1;
  }
  return changes / word.length >= leastChanges;
}

/** Hexadecimal, a checksum with its algorithm before it, or a public key as ssh writes it. */
const harmless = /^(?:[0-9a-fA-F]+$|sha\d{1,3}[-_=]|AAAA[BCE])/;

/** Random letters and digits change at six places of ten; names, with versions in them, at two. */
const leastChanges = 0.3;

type Class = 'digit' | 'capital' | 'small' | 'between';

function classOf(code: number): Class {
  if (code >= 48 && code <= 57) return 'digit';
  if (code >= 65 && code <= 90) return 'capital';
  return code >= 97 && code <= 122 ? 'small' : 'between';
}

/** What stands between words belongs to neither. */
function changesBetween(first: number, second: number): boolean {
  const [before, after] = [classOf(first), classOf(second)];
  return before !== after && before !== 'between' && after !== 'between';
}

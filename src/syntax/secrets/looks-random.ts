/** Characters; chance alone mixes what is shorter often enough. */
export const shortestRandom = 20;

/**
 * Tells whether a word looks like a random key: one that changes between small letters, capitals and
 * digits far more often than names do. What is all of a kind is left alone: digests, ids and fingerprints
 * (hexadecimal), and so is what everybody may know: checksums and public keys.
 */
export function looksRandom(found: string): boolean {
  const word = found.replace(digest, '');
  if (word.length < shortestRandom || word.length > 512 || harmless.test(word)) return false;
  if (!/[a-z]/.test(word) || !/[A-Z]/.test(word) || !/\d/.test(word)) return false;
  let changes = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (changesBetween(word.charCodeAt(at - 1), word.charCodeAt(at))) changes += 1;
  }
  return changes / word.length >= leastChanges && !isName(word);
}

/** A part of a path that is a commit or a digest, as in the address of an archive. */
const digest = /(?<=\/)[0-9a-f]{32,}(?=\/|$)/g;

/** What names are put together from: words, a few capitals, a few digits with a unit, and what joins them. */
const parts =
  /[A-Z]?[a-z]{2,}|[A-Z]{2,4}(?![a-z])|[A-Z]?\d{1,4}(?:[a-z](?![A-Za-z0-9])|(?![a-z]))|[-_/=+]/g;

/** Words that are long enough to be some. */
const spoken = /[A-Z]?[a-z]{3,}/g;

/** How much of a name such words are, at least; of 32 random letters and digits, one in 5,000 passes for a name. */
const leastSpoken = 0.5;

/** `StartLimitIntervalSec=10s`: settings, classes and devices have such names, which change as often as keys do. */
const isName = (word: string): boolean =>
  word.replaceAll(parts, '') === '' &&
  Array.from(word.matchAll(spoken)).reduce((sum, [part]) => sum + part.length, 0) >=
    leastSpoken * word.length;

/** Hexadecimal, a checksum with its algorithm before it, or a public key as ssh writes it, or Stripe. */
const harmless = /^(?:(?:0x)?[0-9a-fA-F]+$|sha\d{1,3}[-_=]|AAAA[BCE]|pk_(?:live|test)_)/;

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

/**
 * Tells whether a word looks like a random key. What only looks random is left alone: digests, ids and
 * fingerprints (all hexadecimal), public keys, versions, and words strung together.
 */
export function looksRandom(word: string): boolean {
  if (word.length < 20 || word.length > 512) return false;
  if (!/[a-z]/.test(word) || !/[A-Z]/.test(word) || !/\d/.test(word)) return false;
  // The numbers of an SSH public key, which everybody may know.
  if (word.startsWith('AAAA')) return false;
  const parts = word.split(/[/_\-=+]/);
  // Paths and names are made of words, numbers and hexadecimal; a key is not.
  if (parts.every((part) => plain.test(part))) return false;
  return entropy(word) >= leastEntropy;
}

const plain = /^(?:[A-Z]?[a-z]*|[A-Z]*|\d*|[0-9a-f]*|[0-9A-F]*|v?\d+(?:[a-z]+\d*)?|[A-Z]?[a-z]+\d{1,4})$/;

/** Bits for a character: English words come to about 3, random letters and digits to over 4. */
const leastEntropy = 3.7;

function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / word.length) * Math.log2(count / word.length);
  return bits;
}

/** No script that a person writes holds more secrets; of more, those that fill a part of a word are found. */
const mostSecrets = 200;

/** A secret that is shorter may stand in a word for something else. */
const shortest = 4;

/** What stands nowhere but as the secret: it is long, or has letters and digits or other characters. */
const isOwn = (secret: string): boolean =>
  secret.length >= 2 * shortest ||
  (secret.length >= shortest && /[^A-Za-z]/.test(secret) && /[^\d]/.test(secret));

const part = /[^\s"'=:,;@&|()<>]+/g;

/**
 * Takes secrets that were found out of wherever else they stand, in time that grows with the text alone: one that is
 * a word that people use is taken out where it is a part of its own.
 *
 * @param isAnywhere which of them are taken out of the middle of words; those that can be nothing else where absent
 */
export function hidesRepeats(
  secrets: readonly string[],
  put: (secret: string) => string,
  isAnywhere: (secret: string) => boolean = isOwn,
): (text: string) => string {
  const all = new Set(secrets.filter((secret) => secret !== ''));
  if (all.size === 0) return (text) => text;
  const first = [...all]
    .filter((secret) => secret.length >= shortest && isAnywhere(secret))
    .slice(0, mostSecrets)
    .toSorted((a, b) => b.length - a.length);
  const any = new RegExp(
    first.map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join('|'),
    'g',
  );
  return (text) => {
    const without = first.length === 0 ? text : text.replace(any, put);
    return all.has(without)
      ? put(without)
      : without.replace(part, (word) => (all.has(word) ? put(word) : word));
  };
}

/** More of a command is no line. */
const shown = 100;

/** A command as a message quotes it: where it is long, its end stands there as well, which may be what matters. */
export function cutQuote(words: string): string {
  const all = words.trim();
  if (all.length <= shown) return all;
  return `${all.slice(0, shown - 30).trimEnd()}…${all.slice(-29).trimStart()}`;
}

/** The same where a part of it matters: that stands in the middle of what is left. */
export function cutAround(words: string, part: RegExp): string {
  const all = words.trim();
  const at = all.search(part);
  if (all.length <= shown || at < shown / 2) return cutQuote(all);
  const from = Math.max(0, Math.min(at - shown / 4, all.length - shown));
  const end = from + shown < all.length ? '…' : '';
  return `…${all.slice(from, from + shown).trim()}${end}`;
}

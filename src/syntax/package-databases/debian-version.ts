/**
 * Compares two versions of Debian packages, as dpkg does: below 0 where the first is older.
 *
 * @see https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
export function compareDebianVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    a.epoch - b.epoch ||
    compareParts(a.upstream, b.upstream) ||
    compareParts(a.revision, b.revision)
  );
}

function partsOf(version: string) {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/s.exec(version.trim()) ?? [];
  const dash = rest.lastIndexOf('-');
  return {
    epoch: Number(epoch),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

/** By turns what is no digit, letters before other signs and a tilde before the end, and numbers. */
function compareParts(one: string, other: string): number {
  const [as, bs] = [one.match(runs) ?? [], other.match(runs) ?? []];
  for (let at = 0; at < Math.max(as.length, bs.length); at += 1) {
    const [a = '', b = ''] = [as[at], bs[at]];
    const difference =
      compareSigns(a.replace(/\d+$/, ''), b.replace(/\d+$/, '')) || compareNumbers(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A run of signs and the number behind it. */
const runs = /\D*\d+|\D+/g;

function compareSigns(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = weightOf(one[at]) - weightOf(other[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function weightOf(sign: string | undefined): number {
  if (sign === '~') return -1;
  if (sign === undefined) return 0;
  const code = sign.codePointAt(0) ?? 0;
  return /[A-Za-z]/.test(sign) ? code : code + 256;
}

/** Of any length, so that none is rounded. */
function compareNumbers(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => (/\d+$/.exec(text)?.[0] ?? '').replace(/^0+/, ''));
  if (a === undefined || b === undefined) return 0;
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

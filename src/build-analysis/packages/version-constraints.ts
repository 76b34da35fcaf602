/**
 * How a version without a sign is read: as that one alone, as by apt and pip; or as the newest that begins so, as by npm
 * and Go.
 */
export type Bare = 'exact' | 'prefix';

/** What only the build knows: a variable, what a command prints, a value that was not kept. */
const open = /\$|^\[redacted\b/;

/** The sign of one condition, before its version. */
const signOf = /^[=<>~^!]*/;

/** A sign that asks for one version. */
const equals = /^={0,3}$/;

/** What stands for any number: `1.*`, `1.x`. */
const wildcard = /\*|(?:^|\.)[xX](?:\.|$)/;

/** The numbers that a version begins with, behind its epoch. */
const numbersOf = (version: string): readonly string[] =>
  (/^(?:\d+:)?([\d.]*)/.exec(version)?.[1] ?? '').split('.').filter((part) => part !== '');

function pins(text: string, bare: Bare): boolean {
  const sign = signOf.exec(text)?.[0] ?? '';
  const version = text.slice(sign.length).replace(/^v/, '');
  if (!equals.test(sign)) return false;
  if (open.test(version)) return true;
  if (!/^\d/.test(version)) return false;
  // One number names no release: what comes under it changes with every month.
  return (bare === 'exact' && !wildcard.test(version)) || numbersOf(version).length > 1;
}

/**
 * Whether what is asked of a version leaves no more open than the last part of it: one version, or a line of releases of
 * two numbers as `1.3.*`. A range does not, whatever signs it is written with; nor do `1.*`, `latest` and a branch.
 */
export function pinsVersion(asked: string, bare: Bare): boolean {
  return asked.split(/\|\|?/).every((each) => {
    const text = each.trim();
    if (/\s-\s/.test(text)) return false;
    const conditions = text.replace(/([=<>~^!])\s+/g, '$1').split(/[\s,]+/);
    return conditions.some((one) => pins(one, bare));
  });
}

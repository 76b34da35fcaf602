import type { Lowering, Standing } from './lowering.ts';

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** Notes the values that a command gives to variables for what comes behind it. */
export function takeValues(
  l: Lowering,
  words: readonly string[],
  assignments: readonly string[],
  { maybe, loose }: Standing,
): void {
  const [first = '', ...rest] = words;
  const given =
    words.length === 0
      ? assignments
      : declares.test(first)
        ? rest.filter((each) => each.includes('='))
        : [];
  for (const each of given) {
    const [, name = '', append, value = ''] = /^(\w+)(\+?)=([\s\S]*)$/.exec(each) ?? [];
    const whatever = !maybe && !loose;
    l.values.give(name, append === '' ? l.values.fill(value) : undefined, !maybe, whatever);
  }
  if (/^(?:read|unset|getopts|printf|mapfile|readarray)$/.test(first)) {
    for (const each of rest) if (/^\w+$/.test(each)) l.values.give(each, undefined, true, false);
  }
}

/** What a word comes to; `undefined` when a variable in it has no value that the file tells. */
export type Lookup = (name: string) => string | undefined;

const variable = /(?:\{(\w+)(?:(:?)([-+?])([^}]*))?\}|(\w+))/y;

/** What a word without any of these is as it is written: quotes, variables and either escape character. */
const special = /["'$\\`]/;

/** Characters that variables may add to a word: as each may name others twice, a few lines would make it endless. */
const growthAtMost = 8192;

/**
 * Takes quotes and escapes off a word and fills its variables in, with what `:-` and `:+` give in their place. Of a word
 * that they make far longer than it is written, nobody knows what it comes to.
 *
 * @param open what stands for a variable of which nobody knows what it comes to; where nothing does, nobody knows of the word either
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(
  raw: string,
  escape: string,
  lookup: Lookup,
  open?: (name: string) => string | undefined,
): string | undefined {
  if (!special.test(raw)) return raw;
  let text = '';
  let quote = '';
  for (let at = 0; at < raw.length; at += 1) {
    const char = raw[at] ?? '';
    if (quote === "'") {
      if (char === quote) quote = '';
      else text += char;
    } else if (char === escape) {
      const next = raw[at + 1] ?? '';
      text += quote === '"' && !['"', '$', escape].includes(next) ? char + next : next;
      at += 1;
    } else if (char === '"') quote = quote === '"' ? '' : '"';
    else if (char === "'" && quote === '') quote = char;
    else if (char === '$') {
      variable.lastIndex = at + 1;
      const match = variable.exec(raw);
      if (match === null) {
        // Forms that are not filled in here, as ${name#pattern}, leave the word open.
        if (raw[at + 1] === '{') return undefined;
        text += char;
        continue;
      }
      const value = fill(match, escape, lookup) ?? open?.(match[1] ?? match[5] ?? '');
      if (value === undefined) return undefined;
      text += value;
      if (text.length > raw.length + growthAtMost) return undefined;
      at += match[0].length;
    } else text += char;
  }
  return text;
}

/** What a word comes to, with `${NAME}` for each variable of which nobody knows what it comes to. */
export const spellOut = (raw: string, escape: string, lookup: Lookup): string | undefined =>
  expand(raw, escape, lookup, (name) => `\${${name}}`);

function fill(match: RegExpExecArray, escape: string, lookup: Lookup): string | undefined {
  const [, braced, colon, operator, word = '', bare] = match;
  const value = lookup(braced ?? bare ?? '');
  const set = value !== undefined && !(colon === ':' && value === '');
  // An inner variable ends at the first brace, and is left open.
  const other = word.includes('${') ? undefined : expand(word, escape, lookup);
  if (operator === '-') return set ? value : other;
  if (operator === '+') return value === undefined ? undefined : set ? other : '';
  return value;
}

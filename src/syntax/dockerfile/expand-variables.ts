/**
 * What a variable holds: its value; `null` where the file gives it none, though the builder or the base image may;
 * `undefined` where it is not known, as for one that is given what another one holds.
 */
export type Lookup = (name: string) => string | null | undefined;

/** What a word without any of these is as it is written: quotes, variables and either escape character. */
const special = /["'$\\`]/;

const nameAt = /[A-Za-z_]\w*|\d+/y;

/** Characters that variables may add to a word: as each may name others twice, a few lines would make it endless. */
const growthAtMost = 8192;

/** Variables within what stands in place of variables; nobody writes more. */
const deepest = 16;

/**
 * Takes quotes and escapes off a word and fills its variables in, with what `:-` and `:+` give in their place. The
 * result is not known for a word that variables make far longer, for one with open quotes or braces, and for one that
 * takes a part of a variable (`${name#pattern}`).
 *
 * @param open what stands for a variable with an unknown value; without it, the word is unknown as well
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(
  raw: string,
  escape: string,
  lookup: Lookup,
  open?: (name: string) => string | undefined,
): string | undefined {
  if (!special.test(raw)) return raw;
  const reader = { raw, at: 0, escape, lookup, open, most: raw.length + growthAtMost };
  return readUpTo(undefined, reader, 0);
}

interface Reader {
  readonly raw: string;
  at: number;
  readonly escape: string;
  readonly lookup: Lookup;
  readonly open: ((name: string) => string | undefined) | undefined;
  /** Characters at most. */
  readonly most: number;
}

/** Reads up to a brace, or to the end; always leaves the reader behind what it read. */
function readUpTo(end: '}' | undefined, r: Reader, depth: number): string | undefined {
  let text: string | undefined = '';
  let quote = '';
  const add = (more: string | undefined): void => {
    const sum: string | undefined =
      text === undefined || more === undefined ? undefined : text + more;
    text = sum !== undefined && sum.length > r.most ? undefined : sum;
  };
  for (; r.at < r.raw.length;) {
    const char = r.raw[r.at] ?? '';
    r.at += 1;
    if (quote === "'") {
      if (char === quote) quote = '';
      else add(char);
    } else if (char === r.escape) {
      const next = r.raw[r.at] ?? '';
      r.at += 1;
      add(quote === '"' && !['"', '$', r.escape].includes(next) ? char + next : next);
    } else if (char === '"') quote = quote === '"' ? '' : '"';
    else if (char === "'" && quote === '') quote = char;
    else if (char === end && quote === '') return text;
    else if (char === '$') add(readVariable(r, depth));
    else add(char);
  }
  return quote === '' && end === undefined ? text : undefined;
}

/** Reads what a dollar sign begins. */
function readVariable(r: Reader, depth: number): string | undefined {
  const braced = r.raw[r.at] === '{';
  nameAt.lastIndex = r.at + (braced ? 1 : 0);
  const name = nameAt.exec(r.raw)?.[0];
  if (name === undefined) return braced ? leave(r) : '$';
  r.at = nameAt.lastIndex;
  if (!braced) return valueOf(name, r);
  const [, colon = '', operator] = /^(:?)([-+?}])/.exec(r.raw.slice(r.at, r.at + 2)) ?? [];
  if (operator === undefined || (operator === '}' && colon !== '')) return leave(r);
  r.at += colon.length + 1;
  if (operator === '}') return valueOf(name, r);
  if (depth >= deepest) return leave(r);
  const word = readUpTo('}', r, depth + 1);
  const value = r.lookup(name);
  if (value === undefined) return r.open?.(name);
  const set = value !== null && !(colon === ':' && value === '');
  if (operator === '-') return set ? value : word;
  if (operator === '+') return value === null ? r.open?.(name) : set ? word : '';
  return value ?? r.open?.(name);
}

const valueOf = (name: string, { lookup, open }: Reader): string | undefined =>
  lookup(name) ?? open?.(name);

/** Of a form that is not filled in here nobody knows where it ends, and so of all that follows. */
function leave(r: Reader): undefined {
  r.at = r.raw.length;
  return undefined;
}

/** The expanded word, with `${NAME}` for each variable whose value is not known. */
export const spellOut = (raw: string, escape: string, lookup: Lookup): string | undefined =>
  expand(raw, escape, lookup, (name) => `\${${name}}`);

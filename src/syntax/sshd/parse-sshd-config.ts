/** One line of sshd_config that says something. */
export interface SshdStatement {
  /** In lower case. */
  readonly keyword: string;
  readonly words: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

/** What a text of sshd_config holds, and the lines that were not understood. */
export interface SshdConfig {
  readonly tree: readonly SshdStatement[];
  /** Lines with a quote that has no end, with which no sshd starts, or with signs that are no text. Counted from 1. */
  readonly problems: readonly { readonly line: number }[];
}

/**
 * Reads the text of sshd_config, or of a file that it includes.
 *
 * @see https://man.openbsd.org/sshd_config
 */
export function parseSshdConfig(text: string): SshdConfig {
  const tree: SshdStatement[] = [];
  const problems: { line: number }[] = [];
  for (const [at, whole] of text.split('\n').entries()) {
    const line = at + 1;
    const [, keyword, rest = ''] = /^\s*([A-Za-z0-9]+)(?:\s*=\s*|\s+|$)(.*)$/s.exec(whole) ?? [];
    const words = wordsOf(rest);
    // What sshd takes of such a line is not what stands there.
    if (words === undefined || unprintable.test(whole)) problems.push({ line });
    else if (keyword !== undefined) tree.push({ keyword: keyword.toLowerCase(), words, line });
    else if (!/^\s*(?:#|$)/.test(whole)) problems.push({ line });
  }
  return { tree, problems };
}

/** Signs that no text has: they end a line early, or part words. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\uFFFD]/;

/**
 * Words are parted by blanks; quotes keep blanks in them, also in the middle of one, a backslash takes the meaning of a quote,
 * a blank or itself away, and a `#` at the beginning of a word ends the line. `undefined` where a quote has no end.
 */
function wordsOf(rest: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < rest.length; at += 1) {
    const sign = rest[at] ?? '';
    const next = rest[at + 1] ?? '';
    if (sign === '\\' && (/["'\\]/.test(next) || (quote === '' && next === ' '))) {
      word = (word ?? '') + next;
      at += 1;
    } else if (quote !== '') {
      if (sign === quote) quote = '';
      else word = (word ?? '') + sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= '';
    } else if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (sign === '#' && word === undefined) return words;
    else word = (word ?? '') + sign;
  }
  if (quote !== '') return undefined;
  return word === undefined ? words : [...words, word];
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A time as sshd reads it, `90`, `1h30m`, in seconds; `undefined` for what it refuses. */
export function sshdSeconds(text: string): number | undefined {
  if (!/^(?:\d+[smhdw]?)+$/i.test(text)) return undefined;
  let total = 0;
  for (const [, digits, unit = 's'] of text.matchAll(/(\d+)([smhdw]?)/gi)) {
    total += Number(digits) * (units[unit.toLowerCase() || 's'] ?? 1);
  }
  return total;
}

/**
 * A list of algorithms as sshd takes it: whole, or as what is added to, taken from or put before its own.
 *
 * @param own what sshd offers when nothing is set
 */
export function algorithmsOf(text: string, own: readonly string[]): readonly string[] {
  const named = text
    .replace(/^[+^-]/, '')
    .split(',')
    .filter((name) => name !== '');
  if (text.startsWith('-')) return own.filter((name) => !named.some((each) => matches(each, name)));
  if (text.startsWith('+')) return [...own, ...named.filter((name) => !own.includes(name))];
  if (text.startsWith('^')) return [...named, ...own.filter((name) => !named.includes(name))];
  return named;
}

/** Whether a name is what a pattern with `*` and `?` stands for; in time that grows with their product alone. */
export function matches(pattern: string, name: string): boolean {
  let [at, place, star, from] = [0, 0, -1, 0];
  while (place < name.length) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at;
      from = place;
      at += 1;
    } else if (sign === '?' || (sign !== undefined && sign === name[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      from += 1;
      at = star + 1;
      place = from;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

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
  /** Lines with a quote that has no end: no sshd starts with one. Counted from 1. */
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
    if (words === undefined) problems.push({ line });
    else if (keyword !== undefined) tree.push({ keyword: keyword.toLowerCase(), words, line });
    else if (!/^\s*(?:#|$)/.test(whole)) problems.push({ line });
  }
  return { tree, problems };
}

/** Words are parted by blanks; quotes keep them together, and a `#` at the beginning of one ends the line. */
function wordsOf(rest: string): readonly string[] | undefined {
  const words: string[] = [];
  let left = rest.trim();
  while (left !== '' && !left.startsWith('#')) {
    const [all, inDouble, inSingle, plain = ''] =
      /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']+))/s.exec(left) ?? [];
    if (all === undefined) return undefined;
    words.push((inDouble ?? inSingle ?? plain).replaceAll(/\\(["'\\ ])/g, '$1'));
    left = left.slice(all.length).trimStart();
  }
  return words;
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

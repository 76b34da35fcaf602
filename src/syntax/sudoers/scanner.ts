/** Reads a statement from its beginning to its end. */
export interface Scanner {
  /** Takes what a sticky pattern finds here, with the blanks behind it. */
  readonly take: (pattern: RegExp) => RegExpExecArray | undefined;
  /** Takes a word up to a character, quotes and escapes taken off; `undefined` where none is here, or its quotes have no end. */
  readonly word: (end: RegExp) => string | undefined;
  /** Takes the text up to the next character that is neither escaped nor one of those that go on, as it is written. */
  readonly raw: (end: RegExp) => string;
  readonly atEnd: () => boolean;
}

export function createScanner(text: string): Scanner {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return undefined;
    at += found[0].length;
    while (/\s/.test(text[at] ?? '')) at += 1;
    return found;
  };
  const raw = (end: RegExp): string => {
    const from = at;
    while (at < text.length && !end.test(text[at] ?? '')) at += text[at] === '\\' ? 2 : 1;
    at = Math.min(at, text.length);
    return text.slice(from, at);
  };
  return {
    take,
    raw: (end) => {
      const found = raw(end);
      take(/\s*/y);
      return found;
    },
    word: (end) => {
      const quoted = take(/"((?:\\.|[^"\\])*)"/sy);
      if (quoted) return quoted[1]?.replaceAll('\\"', '"');
      const found = raw(end);
      take(/\s*/y);
      return found === '' || text[at] === '"' ? undefined : unescape(found);
    },
    atEnd: () => at >= text.length,
  };
}

const unescape = (word: string): string =>
  word.replaceAll(/\\(?:x([0-9a-fA-F]{2})|(.))/gs, (_, hex?: string, char?: string) =>
    hex === undefined ? (char ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Finds lines and columns in a text. */
export interface Places {
  readonly source: string;
  /** Line and column of an offset, counted from 1. */
  readonly at: (pos: number) => { readonly line: number; readonly column: number };
  /** The line on which a text begins that stands behind an offset; the line of the offset where it is not found. */
  readonly lineOf: (text: string, pos: number) => number;
}

/** @param first the line that the text begins on, where it is part of another one */
export function placesIn(source: string, first = 1): Places {
  let starts: readonly number[] | undefined;
  const at: Places['at'] = (pos) => {
    starts ??= [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= pos) low = middle;
      else high = middle;
    }
    return { line: first + low, column: pos - (starts[low] ?? 0) + 1 };
  };
  return {
    source,
    at,
    lineOf: (text, pos) => {
      const begin = /\S[^\n"'\\$`]*/.exec(text);
      const found = begin === null ? -1 : source.indexOf(begin[0], pos);
      if (begin === null || found < 0) return at(pos).line;
      const before = text.slice(0, begin.index).split('\n').length - 1;
      return Math.max(first, at(found).line - before);
    },
  };
}

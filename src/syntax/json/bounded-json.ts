import { said, type Said } from '../problem.ts';

const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** How much of what a JSON text may hold before it is parsed at all. */
export interface JsonBounds {
  /** Lists and objects within one another. */
  readonly depth: number;
  /** Items of one list, members of one object. */
  readonly entries: number;
  /** All of them together; no bound when absent. */
  readonly values?: number;
}

/** Far deeper than anything that is written, and far from the end of any stack. */
export const depthAtMost = 200;

/** Many times what a large assessment holds, and few enough that a heap of 4 GiB holds them. */
export const valuesAtMost = 20_000_000;

/**
 * Which bound a text is over; `undefined` where none. It looks at brackets and commas alone: parsing decides whether it is
 * JSON, and takes no time or stack that was not looked at here.
 */
export function overBound(
  text: string,
  { depth, entries, values = Infinity }: JsonBounds,
): keyof JsonBounds | undefined {
  const counts: number[] = [];
  let all = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfText(text, at);
        break;
      case openList:
      case openObject:
        if (counts.push(1) > depth) return 'depth';
        if ((all += 1) > values) return 'values';
        break;
      case closeList:
      case closeObject:
        counts.pop();
        break;
      case comma: {
        const last = counts.length - 1;
        if ((counts[last] = (counts[last] ?? 0) + 1) > entries) return 'entries';
        if ((all += 1) > values) return 'values';
        break;
      }
    }
  }
  return undefined;
}

/** Where a text ends that begins at a quote: its last quote, or the end of everything. */
export function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}

/** What is said of a text that is over a bound. */
export const tooMuch = {
  depth: said(`it nests deeper than ${depthAtMost} levels`, `嵌套超过 ${depthAtMost} 层`),
  entries: said('it has too many values', '值过多'),
  values: said(`it has more than ${valuesAtMost} values`, `值超过 ${valuesAtMost} 个`),
} as const satisfies Record<keyof JsonBounds, Said>;

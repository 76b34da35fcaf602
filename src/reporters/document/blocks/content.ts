import type { Count, Look, Tone } from '../../model/entries/count.ts';
import type { Say } from '../../locale/translate.ts';

/** Running text: what stands in a paragraph, a cell, an item. A string is text and never markup. */
export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** Beside the matter: smaller and softer. */
  | { readonly kind: 'quiet'; readonly text: Content }
  /** A word on the ground of its tone; the tone is never the only sign. */
  | { readonly kind: 'badge'; readonly tone: Tone; readonly text: string }
  /** Counts side by side: `Fail 3`, `Pass 12`. */
  | { readonly kind: 'counts'; readonly counts: readonly Count[] }
  /** How much of a whole something is, as a length; the number stands beside it. */
  | { readonly kind: 'bar'; readonly look: Look; readonly count: number; readonly of: number }
  /** Points to an anchor of the document; where there is no such anchor the text stands alone. */
  | {
      readonly kind: 'link';
      readonly to: string;
      readonly text: string;
      /** The text shown when a pointer rests on it. */
      readonly hint?: string;
      readonly code?: boolean;
    }
  /** An address in the net: a link where it is one by https, else text. */
  | { readonly kind: 'address'; readonly url: string }
  /** Below one another. */
  | { readonly kind: 'lines'; readonly lines: readonly Content[] };

/** One piece of running text or several, which follow one another as they are. */
export type Content = Inline | readonly Inline[];

/** A name for something a machine reads: an id, a path. */
export const code = (text: string): Inline => ({ kind: 'code', text });

/** What must not be missed. */
export const strong = (text: string): Inline => ({ kind: 'strong', text });

/** What stands beside the matter. */
export const quiet = (text: Content): Inline => ({ kind: 'quiet', text });

/** A status in its tone. */
export const badge = (tone: Tone, text: string): Inline => ({ kind: 'badge', tone, text });

/** A tally in badges. */
export const tally = (counts: readonly Count[]): Inline => ({ kind: 'counts', counts });

/** A link to an anchor of the same document; an empty anchor gives the text alone. */
export const linkTo = (
  to: string,
  text: string,
  more: { readonly hint?: string; readonly code?: boolean } = {},
): Inline => (to === '' ? text : { kind: 'link', to, text, ...more });

/** An address in the net. */
export const address = (url: string): Inline => ({ kind: 'address', url });

/** A number in a matrix, in which nothing must not stand out. */
export const figure = (count: number, { number }: Say): Inline =>
  count === 0 ? quiet('0') : number(count);

/** Pieces below one another. */
export const lines = (all: readonly Content[]): Inline => ({ kind: 'lines', lines: all });

/** Several contents in one line, with something between them. */
export const joined = (all: readonly Content[], between: string): Content =>
  all.flatMap((each, at): readonly Inline[] => {
    const pieces = typeof each === 'object' && !('kind' in each) ? each : [each];
    return at === 0 ? pieces : [between, ...pieces];
  });

import type { Block } from '../../document/blocks/block.ts';
import type { Document } from '../../document/document.ts';
import type { Places } from '../../document/blocks/places.ts';
import type { Count, Tone } from '../../model/entries/count.ts';
import type { Say } from '../../locale/translate.ts';
import { html, type Markup } from './markup.ts';

/** What every block of the page gets. */
export interface Page {
  readonly document: Document;
  readonly places: Places;
  readonly say: Say;
  /** Anchors that stand in the page already: each may stand once. */
  readonly placed: Set<string>;
  /** Writes the blocks inside of one, `depth` sections down. */
  readonly write: (blocks: readonly Block[], depth: number) => readonly Markup[];
}

/** Writes a block that stands `depth` sections down. */
export type Writer<B extends Block> = (block: B, page: Page, depth: number) => Markup | undefined;

/** The attribute of an anchor, where it stands for the first time. */
export function idOf(anchor: string | undefined, { placed }: Page): Markup | undefined {
  if (anchor === undefined || placed.has(anchor)) return undefined;
  placed.add(anchor);
  return html` id="${anchor}"`;
}

/** A name for an element that something else in the page points to. */
export function freeId(prefix: string, { placed }: Pick<Page, 'placed'>): string {
  let number = placed.size;
  while (placed.has(`${prefix}-${number}`)) number += 1;
  placed.add(`${prefix}-${number}`);
  return `${prefix}-${number}`;
}

/** A word on the ground of its tone. */
export const chip = (tone: Tone, word: string): Markup =>
  html`<span class="chip ${tone}">${word}</span>`;

/** Counts side by side: `Fail 3`, `Pass 12`. */
export const chips = (counts: readonly Count[], { say }: Page): Markup =>
  html`<span class="chips"
    >${counts.map(({ tone, label, count }) => chip(tone, `${label} ${say.number(count)}`))}</span
  >`;

/** A title of the size that its place asks for; the sixth is the smallest there is. */
export function title(depth: number, content: Markup, kind?: string): Markup {
  const attribute = kind === undefined ? undefined : html` class="${kind}"`;
  switch (depth) {
    case 0:
      return html`<h2${attribute}>${content}</h2>`;
    case 1:
      return html`<h3${attribute}>${content}</h3>`;
    case 2:
      return html`<h4${attribute}>${content}</h4>`;
    case 3:
      return html`<h5${attribute}>${content}</h5>`;
    default:
      return html`<h6${attribute}>${content}</h6>`;
  }
}

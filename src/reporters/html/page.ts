import type { Count, Tone } from '../model/entries/count.ts';
import type { Report } from '../model/report.ts';
import { groupDigits, type Say } from '../say.ts';
import { html, type Markup } from './markup.ts';

/** What every section of the page gets. */
export interface Page {
  readonly report: Report;
  readonly say: Say;
}

/** A section of the page, or nothing where it would be empty. */
export type Section = (page: Page) => Markup | undefined;

/** A word on the ground of its tone. */
export const chip = (tone: Tone, word: string): Markup =>
  html`<span class="chip ${tone}">${word}</span>`;

/** Counts side by side: `Fail 3`, `Pass 12`. */
export const chips = (counts: readonly Count[]): Markup =>
  html`<span class="chips"
    >${counts.map(({ tone, label, count }) => chip(tone, `${label} ${groupDigits(count)}`))}</span
  >`;

/** A section with its heading; the anchor is the one the contents point to. */
export const section = (anchor: string, title: string, ...body: readonly Markup[]): Markup =>
  html`<section id="${anchor}">
    <h2>${title}</h2>
    ${body}
  </section> `;

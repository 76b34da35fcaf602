import type { BlockOf, Card, Chart } from '../../document/blocks/block.ts';
import { table } from '../../document/blocks/blocks.ts';
import { badge } from '../../document/blocks/content.ts';
import { html, type Markup } from '../markup/markup.ts';
import { chips, type Page, type Writer } from '../markup/page.ts';
import { writeTable } from './table.ts';

export const writeFigures: Writer<BlockOf<'figures'>> = ({ cards }, page) => cardList(cards, page);

/** Figures side by side, each with its denominator. */
export const cardList = (cards: readonly Card[], page: Page): Markup =>
  html`<div class="glance">
    ${cards.map(
      ({ title, figure, parts }) =>
        html`<div>
          <p>${title}</p>
          ${
            figure &&
            html`<b
              >${page.say.number(figure.count)} <small>/ ${page.say.number(figure.of)}</small></b
            >`
          }${parts.length > 0 ? chips(parts, page) : undefined}
        </div>`,
    )}
  </div>`;

/** A table with a bar beside each number. */
export const writeChart: Writer<Chart> = ({ caption, heads, rows }, page, depth) => {
  const [word, count, detail] = heads;
  const columns = [
    word,
    { title: count, numeric: true },
    page.say('result.share'),
    ...(detail === undefined ? [] : [detail]),
  ];
  const numbers = rows.map((row) => [
    badge(row.tone, row.label),
    page.say('result.of', { count: row.count, total: row.of }),
    { kind: 'bar', look: row.tone, count: row.count, of: row.of } as const,
    ...(detail === undefined ? [] : [row.detail ?? '']),
  ]);
  return writeTable(table(caption, columns, numbers), page, depth);
};

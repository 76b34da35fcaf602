import type { BlockOf, Card, Chart } from '../../document/block.ts';
import { table } from '../../document/blocks.ts';
import { badge } from '../../document/content.ts';
import { groupDigits } from '../../say.ts';
import { html, type Markup } from '../markup.ts';
import { chips, type Writer } from '../page.ts';
import { writeTable } from './table.ts';

export const writeFigures: Writer<BlockOf<'figures'>> = ({ cards }) => cardList(cards);

/** Figures side by side, each with its denominator. */
export const cardList = (cards: readonly Card[]): Markup =>
  html`<div class="glance">
    ${cards.map(
      ({ title, figure, parts }) =>
        html`<div>
          <p>${title}</p>
          ${
            figure &&
            html`<b>${groupDigits(figure.count)} <small>/ ${groupDigits(figure.of)}</small></b>`
          }${parts.length > 0 ? chips(parts) : undefined}
        </div>`,
    )}
  </div>`;

/** A bar, and the table with its numbers. */
export const writeChart: Writer<Chart> = ({ caption, heads, rows }, page, depth) => {
  const [word, count, detail] = heads;
  const columns = [
    word,
    { title: count, numeric: true },
    ...(detail === undefined ? [] : [detail]),
  ];
  const numbers = rows.map((row) => [
    badge(row.tone, row.label),
    page.say('result.of', { count: row.count, total: row.of }),
    ...(detail === undefined ? [] : [row.detail ?? '']),
  ]);
  return html`${bar(rows, caption)}${writeTable(table(caption, columns, numbers), page, depth)}`;
};

/** One bar of all counts, in proportion; its numbers stand in the table after it. */
function bar(all: Chart['rows'], label: string): Markup {
  let x = 0;
  const parts = all
    .filter(({ count }) => count > 0)
    .map(({ tone, label: name, count, of }) => {
      const width = (count / of) * 100;
      const part = html`<rect
        class="${tone}"
        x="${x.toFixed(3)}%"
        y="0"
        width="${width.toFixed(3)}%"
        height="100%"
        ><title>${name} ${count}</title></rect
      >`;
      x += width;
      return part;
    });
  return html`<svg class="bar" role="img" aria-label="${label}" width="100%" height="14">
    ${parts}
  </svg>`;
}

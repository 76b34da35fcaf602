import type { Column, Row, Table } from '../../document/blocks/block.ts';
import { write } from '../markup/content.ts';
import { html, type Markup } from '../markup/markup.ts';
import { idOf, type Page, type Writer } from '../markup/page.ts';

/** Deeper levels than this are not set in further. */
const deepest = 4;

/** A table of more rows is laid out only where it is looked at: otherwise it is, whole, whenever a filter is cleared. */
const atOnce = 200;

/** A table whose first column names the row; its caption is for screen readers, who meet the table alone. */
export const writeTable: Writer<Table> = ({ caption, columns, rows }, page) => {
  const heads = columns.map(
    ({ title, numeric }) =>
      html`<th scope="col" ${numeric === true ? html` class="number"` : undefined}>${title}</th>`,
  );
  const body = rows.map((row) => writeRow(row, columns, page));
  const long = rows.length > atOnce ? ' long' : '';
  return html`<div class="scroll${long}"><table${kindOf(columns)}><caption class="apart">${caption}</caption><thead><tr>${heads}</tr></thead><tbody>
${body}</tbody></table></div>`;
};

/** A table of a name and numbers is no wider than it must be; one with shares keeps to them. */
function kindOf(columns: readonly Column[]): Markup | undefined {
  const [, ...rest] = columns;
  return rest.length > 0 && rest.every(({ numeric }) => numeric)
    ? html` class="narrow"`
    : undefined;
}

function writeRow({ cells, anchor, depth, group }: Row, columns: readonly Column[], page: Page) {
  const id = idOf(anchor, page);
  const deep = depth ? html` class="depth-${Math.min(depth, deepest)}"` : undefined;
  const [name = '', ...rest] = cells;
  const label = typeof name === 'string' ? html`<bdi>${name}</bdi>` : html`${write(name, page)}`;
  if (group === true) {
    return html`<tr${id} class="group"><th scope="rowgroup" colspan="${columns.length}"${deep}>${label}</th></tr>
`;
  }
  // Where a row is a card, each cell names its column.
  const others = rest.map((cell, at) => {
    const column = columns[at + 1];
    const kind = column?.numeric === true ? html` class="number"` : undefined;
    return html`<td${kind} data-head="${column?.title ?? ''}">${write(cell, page)}</td>`;
  });
  return html`<tr${id}><th scope="row"${deep}>${label}</th>${others}</tr>
`;
}

import { html, type Fragment, type Markup } from '../../reporters/html/markup/markup.ts';
import type { View } from './view.ts';

/** A column: its title, and whether numbers stand in it. */
export type Column = string | { readonly title: string; readonly isNumber: true };

const titleOf = (column: Column | undefined): string =>
  column === undefined || typeof column === 'string' ? (column ?? '') : column.title;

/**
 * A table whose first column names the row. On a phone each row is a block in which every cell has its title before it; the roles
 * are written out, since a block is no row to a screen reader otherwise.
 */
export function tableOf(
  { word }: View,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Fragment[])[],
): Markup {
  if (rows.length === 0) return html`<p class="note">${word('none')}</p>`;
  const heads = columns.map((column) =>
    typeof column === 'string'
      ? html`<th role="columnheader" scope="col">${column}</th>`
      : html`<th role="columnheader" scope="col" class="number">${column.title}</th>`,
  );
  const body = rows.map(
    ([name, ...cells]) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${name}</th>
        ${cells.map((cell, at) => {
          const column = columns[at + 1];
          const kind = typeof column === 'object' ? html` class="number"` : undefined;
          return html`<td role="cell" ${kind} data-title="${titleOf(column)}">${cell}</td>`;
        })}
      </tr>`,
  );
  return html`<table role="table" class="rows">
    <caption class="apart">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${body}
    </tbody>
  </table>`;
}

import { html, type Fragment, type Markup } from './markup.ts';

/** A table whose first column names the row; `caption` is for screen readers, who meet the table alone. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Fragment[])[],
  numbers: readonly string[] = [],
): Markup {
  const heads = columns.map((column) =>
    numbers.includes(column)
      ? html`<th scope="col" class="number">${column}</th>`
      : html`<th scope="col">${column}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      if (at === 0) return html`<th scope="row">${cell}</th>`;
      const number = numbers.includes(columns[at] ?? '');
      return number ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;
    });
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return html`<div class="scroll"><table${numbers.length > 0 ? html` class="narrow"` : undefined}><caption class="apart">${caption}</caption><thead><tr>${heads}</tr></thead><tbody>
${body.map((row) => html`${row} `)}</tbody></table></div>`;
}

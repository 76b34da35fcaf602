import { stripVTControlCharacters } from 'node:util';
import { show } from './print-text.ts';

/** How many columns of a terminal a text takes: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Columns of a terminal up to which cells are padded: one long cell does not move all others out of sight. */
const paddedAtMost = 48;

/** Lays rows out in columns, two spaces apart, a line each; the last column is left as long as it is. */
export function layRows(cells: readonly (readonly string[])[]): readonly string[] {
  const rows = cells.map((row) => row.map(show));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.slice(0, -1).entries()) {
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
    }
  }
  const pad = (cell: string, at: number): string =>
    cell + ' '.repeat(Math.max(0, Math.min(widths[at] ?? 0, paddedAtMost) - displayWidth(cell)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : pad(cell, at)))
      .join('  ')
      .trimEnd(),
  );
}

/** The same as one text, each line with its line feed. */
export const layTable = (rows: readonly (readonly string[])[]): string =>
  layRows(rows)
    .map((line) => `${line}\n`)
    .join('');

import { show } from './print-text.ts';
import { displayWidth, terminalWidth, wrap } from './wrap.ts';

/** Columns of a terminal up to which cells are padded: one long cell does not move all others out of sight. */
const paddedAtMost = 48;

/** Columns that prose needs to be read with ease. */
const proseAtLeast = 28;

/** Columns that a cell is narrowed to, and no further. */
const narrowest = 20;

const gap = 2;

/**
 * Lays rows out in columns, two spaces apart. The last column is left as long as it is; where that is too long for a
 * terminal, its cells wrap, or stand on lines of their own below where the others leave no room.
 *
 * @param width columns that a line may take
 */
export function layRows(
  cells: readonly (readonly string[])[],
  width: number = Infinity,
): readonly string[] {
  const rows = cells.map((row) => row.map(show));
  const widths = widthsOf(rows);
  const ahead = sum(widths.map((each) => Math.min(each, paddedAtMost) + gap));
  const last = Math.max(0, ...rows.map((row) => displayWidth(row.at(-1) ?? '')));
  const longest = Math.max(0, ...rows.map((row) => displayWidth(padded(row, widths).join('  '))));
  if (longest <= width) return rows.map((row) => padded(row, widths).join('  ').trimEnd());
  if (width - ahead >= Math.min(proseAtLeast, last)) {
    const fitting = [...widths.map((each) => Math.min(each, paddedAtMost)), width - ahead];
    return rows.flatMap((row) => wrapped(row, fitting));
  }
  const narrow = narrowed(widths, width);
  return rows.flatMap((row) => [
    ...wrapped(row.slice(0, -1), narrow),
    ...wrap(row.at(-1) ?? '', width - 4)
      .filter((line) => line !== '')
      .map((line) => `    ${line}`),
  ]);
}

/** The same as one text, each line with its line feed, within the terminal. */
export const layTable = (rows: readonly (readonly string[])[]): string =>
  layRows(rows, terminalWidth())
    .map((line) => `${line}\n`)
    .join('');

/** Columns of every column but the last. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.slice(0, -1).entries()) {
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
    }
  }
  return widths;
}

/** The widest columns give way until all of them fit. */
function narrowed(widths: readonly number[], width: number): readonly number[] {
  const narrow = [...widths];
  while (sum(narrow) + gap * (narrow.length - 1) > width) {
    const widest = Math.max(...narrow);
    if (widest <= narrowest) break;
    narrow[narrow.indexOf(widest)] = widest - 1;
  }
  return narrow;
}

/** A row whose cells wrap, each within its column. */
function wrapped(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = row.map((cell, at) => wrap(cell, widths[at] ?? Infinity));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    padded(
      cells.map((lines) => lines[line] ?? ''),
      widths,
    )
      .join('  ')
      .trimEnd(),
  );
}

const padded = (row: readonly string[], widths: readonly number[]): readonly string[] =>
  row.map((cell, at) =>
    at === row.length - 1
      ? cell
      : cell +
        ' '.repeat(Math.max(0, Math.min(widths[at] ?? 0, paddedAtMost) - displayWidth(cell))),
  );

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

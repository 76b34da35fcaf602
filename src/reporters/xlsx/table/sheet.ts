import { colToLetter, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { cutCell } from '../../rows/cut-cell.ts';
import type { Tone } from '../../model/entries/count.ts';

/** One row: its cells, texts or counts, and how what it is about stands. */
export interface Row {
  readonly cells: readonly (string | number)[];
  readonly tone: Tone;
}

/** A table on a sheet of its own, before it has a look. */
export interface Table {
  readonly name: string;
  /** What heads each column, with its width in characters. */
  readonly columns: readonly (readonly [head: string, width: number])[];
  /** The column that shows how a row stands, from 0. */
  readonly toned: number;
  /** The columns from the first on that fit on paper; absent means all. */
  readonly printed?: number;
  readonly rows: readonly Row[];
}

/** As many rows a sheet holds below its head. */
export const mostRows = 1_048_575;

const fillOf = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

const head: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: fillOf('1F3A5F'),
  alignment: { vertical: 'center', wrapText: true },
};

const body: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

const toned = (rgb: string, font: string): CellStyle => ({
  ...body,
  font: { bold: true, color: { rgb: font } },
  fill: fillOf(rgb),
});

const tones = {
  bad: toned('FBD5D5', '8B1A1A'),
  doubt: toned('FDEBC8', '7A4B00'),
  conditional: toned('DCE6F5', '1F3A5F'),
  good: toned('D9EFDC', '1B5E2A'),
  plain: body,
} as const satisfies Record<Tone, CellStyle>;

/** A table with its look: widths, a filter, a head that stays in sight, and landscape pages that repeat it. */
export function sheetOf({ name, columns, toned: at, printed, rows }: Table): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const column of columns.keys()) cells.set(`0,${column}`, { style: head });
  for (const [row, { tone }] of rows.entries()) {
    if (tone !== 'plain') cells.set(`${row + 1},${at}`, { style: tones[tone] });
  }
  const letterOf = (column: number): string => colToLetter(column - 1);
  const last = rows.length + 1;
  return {
    name,
    columns: columns.map(([, width]) => ({ width, style: body })),
    rows: [
      columns.map(([title]) => title),
      ...rows.map((row) =>
        row.cells.map((cell) => (typeof cell === 'string' ? cutCell(cell) : cell)),
      ),
    ],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letterOf(columns.length)}${last}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      ...(printed === undefined ? {} : { printArea: `$A$1:$${letterOf(printed)}$${last}` }),
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  };
}

import { availableParallelism } from 'node:os';

/** One line of a benchmark's result; every row has the same columns. */
export type Row = Readonly<Record<string, string | number>>;

/** Whole numbers in groups of three; fractions with three digits that count. */
function show(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell) || Math.abs(cell) >= 1000) {
    return Math.round(cell).toLocaleString('en');
  }
  return String(Number(cell.toPrecision(3)));
}

/** Lays rows out as a table: text to the left, numbers to the right. */
export function formatTable(title: string, rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => show(row[column] ?? '')))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const numeric = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const layOut = (line: readonly string[]): string =>
    line
      .map((cell, at) =>
        numeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head = [], ...body] = lines;
  return [title, layOut(head), rule, ...body.map(layOut)].join('\n');
}

/**
 * Prints a benchmark's result: a table, or with `--json` on the command line one line of JSON that
 * says on what it was measured.
 */
export function printTable(title: string, rows: readonly Row[]): void {
  if (process.argv.includes('--json')) {
    const machine = { node: process.version, cores: availableParallelism() };
    console.log(JSON.stringify({ bench: title, ...machine, rows }));
  } else {
    console.log(`${formatTable(title, rows)}\n`);
  }
}

import type { Assessment } from '../../../core/assessment/assessment.ts';
import { severities } from '../../../core/controls/severity.ts';
import type { Tone } from '../../model/entries/count.ts';
import { standings, standingTones } from '../../model/standing.ts';
import type { Voice } from '../../model/voice.ts';
import type { BaselineOptions } from '../../options/baseline-input.ts';
import { findingColumns, findingRows } from '../../rows/finding-rows.ts';
import { mostRows, type Row, type Table } from '../table/sheet.ts';
import { xlsxWords as words } from '../table/words.ts';

const { status, severity, control, title, subject, line, message, remediation } = findingColumns;

/** Characters that each column is wide, in the order of the columns of a table of findings. */
const widths = [
  14, 10, 30, 34, 14, 26, 20, 28, 34, 10, 46, 60, 46, 30, 18, 18, 14, 14, 30, 30, 22, 22,
] as const;

/** What stands first on a sheet, and alone on paper: the rest would make it too small to read. */
const printed: readonly number[] = [
  status,
  severity,
  control,
  title,
  subject,
  message,
  remediation,
];

/**
 * All findings, one to a row, by severity, control and subject; more than a sheet holds go on in a further one.
 */
export function findingsTables(
  assessment: Assessment,
  voice: Voice,
  baseline?: BaselineOptions,
): readonly Table[] {
  const name = words.findings[voice.language];
  const tones = new Map<string, Tone>(
    standings.map((standing) => [voice.say(`status.${standing}`), standingTones[standing]]),
  );
  const ranks = new Map(severities.map((each, at) => [voice.say(`severity.${each}`), at]));
  const [head = [], ...all] = findingRows(assessment, voice.language, baseline);
  const order = [...printed, ...[...head.keys()].filter((at) => !printed.includes(at))];
  const rankOf = (cells: readonly string[]): number => ranks.get(cells[severity] ?? '') ?? -1;
  const rows = all
    .toSorted(
      (a, b) => rankOf(a) - rankOf(b) || compareAt(control, a, b) || compareAt(subject, a, b),
    )
    .map((cells): Row => ({
      cells: order.map((column) => {
        const cell = cells[column] ?? '';
        return column === line && cell !== '' ? Number(cell) : cell;
      }),
      tone: tones.get(cells[status] ?? '') ?? 'plain',
    }));
  const count = Math.max(Math.ceil(rows.length / mostRows), 1);
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? name : `${name}_${at + 1}`,
    columns: order.map((column) => [head[column] ?? '', widths[column] ?? 20] as const),
    toned: printed.indexOf(status),
    printed: printed.length,
    rows: rows.slice(at * mostRows, (at + 1) * mostRows),
  }));
}

function compareAt(column: number, a: readonly string[], b: readonly string[]): number {
  const [one = '', other = ''] = [a[column], b[column]];
  return one < other ? -1 : one > other ? 1 : 0;
}

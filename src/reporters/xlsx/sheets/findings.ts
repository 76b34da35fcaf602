import type { Assessment } from '../../../core/assessment/assessment.ts';
import { severities } from '../../../core/controls/severity.ts';
import type { Tone } from '../../model/entries/count.ts';
import { standings, standingTones } from '../../model/standing.ts';
import type { Voice } from '../../model/voice.ts';
import type { BaselineOptions } from '../../options/baseline-input.ts';
import { findingColumns, findingRows } from '../../rows/finding-rows.ts';
import { mostRows, type Row, type Table } from '../table/sheet.ts';
import { xlsxWords as words } from '../table/words.ts';

/** Characters that each column is wide, in the order of the columns. */
const widths = [
  16, 12, 32, 40, 14, 28, 20, 28, 34, 10, 50, 60, 50, 30, 18, 18, 14, 14, 30, 30, 22, 22,
] as const;

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
  const order = new Map(severities.map((each, at) => [voice.say(`severity.${each}`), at]));
  const { severity, control, subject, line } = findingColumns;
  const [head = [], ...all] = findingRows(assessment, voice.language, baseline);
  const rankOf = (cells: readonly string[]): number => order.get(cells[severity] ?? '') ?? -1;
  const rows = all
    .toSorted(
      (a, b) => rankOf(a) - rankOf(b) || compareAt(control, a, b) || compareAt(subject, a, b),
    )
    .map((cells): Row => ({
      cells: cells.map((cell, at) => (at === line && cell !== '' ? Number(cell) : cell)),
      tone: tones.get(cells[0] ?? '') ?? 'plain',
    }));
  const count = Math.max(Math.ceil(rows.length / mostRows), 1);
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? name : `${name}_${at + 1}`,
    columns: head.map((title, column) => [title, widths[column] ?? 20] as const),
    toned: 0,
    rows: rows.slice(at * mostRows, (at + 1) * mostRows),
  }));
}

function compareAt(column: number, a: readonly string[], b: readonly string[]): number {
  const [one = '', other = ''] = [a[column], b[column]];
  return one < other ? -1 : one > other ? 1 : 0;
}

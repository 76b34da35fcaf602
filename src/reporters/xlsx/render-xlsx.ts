import { writeXlsxStream } from 'hucre/xlsx';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { findingRows } from '../rows/finding-rows.ts';

/**
 * Writes the findings as a workbook for a spreadsheet, one to a row below a head that stays in sight. Every cell
 * is a text, so that none is a formula.
 */
export function renderXlsx(assessment: Assessment, language: Language): AsyncIterable<Uint8Array> {
  const [head = []] = findingRows(assessment, language);
  return writeXlsxStream(bodyRows(assessment, language), {
    name: 'Findings',
    columns: head.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
}

function* bodyRows(assessment: Assessment, language: Language): Generator<string[]> {
  let first = true;
  for (const row of findingRows(assessment, language)) {
    if (!first) yield [...row];
    first = false;
  }
}

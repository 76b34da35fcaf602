import { stringify } from 'csv-stringify/sync';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import type { BaselineOptions } from '../options/baseline-input.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import { findingRows } from '../rows/finding-rows.ts';

/** With this mark a spreadsheet reads the text as UTF-8. */
const byteOrderMark = '\uFEFF';

const options = {
  escape_formulas: true,
  record_delimiter: '\r\n',
  // Left to itself it quotes a line end only where it is that of a record; readers take either for one.
  quoted_match: /[\r\n]/,
} as const;

/**
 * Writes the findings as comma-separated values (RFC 4180), one to a line, for a spreadsheet. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const renderCsv = (
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Iterable<string> => inPortions(lines(findingRows(assessment, language, baseline)));

/** Rows written at once: each call of the writer costs memory of its own. */
const batch = 16;

function* lines(all: Iterable<readonly string[]>): Generator<string> {
  yield byteOrderMark;
  let rows: string[][] = [];
  for (const row of all) {
    rows.push([...row]);
    if (rows.length < batch) continue;
    yield stringify(rows, options);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, options);
}

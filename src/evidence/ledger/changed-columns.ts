import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { readAssessment } from '../../core/assessment/parse-assessment.ts';
import { countsOf, seriesOf, standingOf } from './standing.ts';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import { entryColumns, type EntryRow } from './tables.ts';

/**
 * The columns of an entry that are not what its content says, where its hash is wrong: those that nothing but
 * the row tells, such as when it was written, cannot be among them.
 *
 * @param content canonical JSON that is still as its hash has it
 */
export function changedColumns(entry: EntryRow, content: string): readonly string[] {
  if (entry.kind !== 'assessment') return [];
  try {
    const assessment = readAssessment(parseJsonText(content));
    const expected: Partial<EntryRow> = {
      collected_at: assessment.collectedAt,
      standing_hash: sha256(canonicalJson(standingOf(assessment))),
      ...seriesOf(assessment),
      ...countsOf(assessment),
    };
    return entryColumns.filter(
      (name) => expected[name] !== undefined && expected[name] !== entry[name],
    );
  } catch {
    // What an older release wrote may not be read by this one: which column it was stays open.
    return [];
  }
}

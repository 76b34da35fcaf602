import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Say } from '../locale/translate.ts';
import type { RequirementEntry } from '../model/entries/requirement.ts';
import type { Block, Row, Table } from './blocks/block.ts';
import { paragraph } from './blocks/blocks.ts';
import { quiet } from './blocks/content.ts';

const nothingJudged: ReadonlySet<RequirementStatus> = new Set<RequirementStatus>([
  'context-only',
  'not-tested',
  'not-assessed',
]);

/** Whether nothing was judged for a requirement, so that a short print leaves its row out. */
export const isWithoutResult = ({ group, status }: RequirementEntry): boolean =>
  !group && nothingJudged.has(status);

/**
 * A table of requirements without the rows of those without a result, and below it how many they are; headings that nothing
 * is left under go with them. Any other table stays as it is.
 */
export function dropWithoutResult(
  table: Table,
  withoutResult: ReadonlySet<string>,
  say: Say,
): readonly Block[] {
  const count = table.rows.filter(({ anchor = '' }) => withoutResult.has(anchor)).length;
  if (count === 0) return [table];
  const rows = withoutEmptyHeadings(
    table.rows.filter(({ anchor = '' }) => !withoutResult.has(anchor)),
  );
  const left = paragraph(
    quiet(say('print.without-result', { count, needs: say('section.needs') })),
  );
  return rows.length > 0 ? [{ ...table, rows }, left] : [left];
}

/** From the end: a heading stays where a row below it, or a deeper heading that stays, follows. */
function withoutEmptyHeadings(rows: readonly Row[]): readonly Row[] {
  const kept: Row[] = [];
  for (const row of rows.toReversed()) {
    const next = kept.at(-1);
    const isFilled = next && (next.group !== true || (next.depth ?? 0) > (row.depth ?? 0));
    if (row.group !== true || isFilled) kept.push(row);
  }
  return kept.toReversed();
}

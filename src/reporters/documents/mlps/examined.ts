import type { Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { figure } from '../../document/blocks/content.ts';
import type { Examined, Inventory } from '../../document/selections/examined.ts';
import { singleResults, type SingleResult } from '../../document/selections/single-results.ts';
import { examinedRows } from '../../document/parts/examined.ts';
import type { Say } from '../../locale/translate.ts';
import type { ResultsByItem } from './matrix.ts';

/** Everything that was assessed by its number, with how the items came out for it. */
export function examinedSection({ all }: Inventory, results: ResultsByItem, say: Say): Section {
  const title = say('mlps.objects');
  if (all.length === 0) return section('subjects', title, [paragraph(say('subjects.none'))]);
  const counts = countByExamined(results);
  const rows = examinedRows(all, (each) =>
    singleResults.map((id) => figure(counts.get(each)?.get(id) ?? 0, say)),
  );
  const columns = [
    wide(say('mlps.object'), 1),
    ...singleResults.map((id) => numeric(say(`single.${id}`))),
  ];
  return section(
    'subjects',
    title,
    [paragraph(say('mlps.objects-note')), table(title, columns, rows)],
    { count: all.length, counted: 'subjects' },
  );
}

function countByExamined(results: ResultsByItem) {
  const counts = new Map<Examined, Map<SingleResult, number>>();
  for (const ofItem of results.values()) {
    for (const [result, examined] of ofItem) {
      for (const each of examined) {
        const known = counts.get(each) ?? new Map<SingleResult, number>();
        known.set(result, (known.get(result) ?? 0) + 1);
        counts.set(each, known);
      }
    }
  }
  return counts;
}

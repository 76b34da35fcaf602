import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { tally } from '../../document/blocks/content.ts';
import type { Inventory } from '../../document/selections/examined.ts';
import { examinedRows } from '../../document/parts/examined.ts';
import type { Say } from '../../locale/translate.ts';

/** Everything that was examined by its number, with how its findings stand. */
export function jrtExaminedSection({ all }: Inventory, say: Say): Section {
  const title = say('jrt.objects');
  if (all.length === 0) return section('subjects', title, [paragraph(say('subjects.none'))]);
  const columns = [say('jrt.object'), wide(say('result.findings'), 1.4)];
  return section(
    'subjects',
    title,
    [
      paragraph(say('jrt.objects-note')),
      table(
        title,
        columns,
        examinedRows(all, (each) => [tally(each.tally)]),
      ),
    ],
    { count: all.length, counted: 'subjects' },
  );
}

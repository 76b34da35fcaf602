import { numeric, paragraph, part, table, wide } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import type { Section } from '../../document/blocks/block.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { determinationColumns } from './determination.ts';

/** The baselines of SP 800-53B, and what stands in none of them. */
const baselines = ['low', 'moderate', 'high', 'privacy', 'unselected'] as const;

/** A row for each baseline that selects something of what was assessed. */
export function baselinesPart({ requirements }: Report, say: Say): Section {
  const columns = determinationColumns(say);
  const counted = requirements.filter(({ group }) => !group);
  const rows = baselines.flatMap((id) => {
    const selected = counted.filter(({ levels }) => levels.includes(id));
    if (selected.length === 0) return [];
    return [
      [
        say(`nist.${id}`),
        say.number(selected.length),
        ...columns.map(({ counts }) => say.number(selected.filter(counts).length)),
      ],
    ];
  });
  const title = say('nist.baselines');
  const heads = [
    wide(say('nist.baseline'), 2),
    numeric(say('result.count')),
    ...columns.map(({ label }) => numeric(label)),
  ];
  return part(title, table(title, heads, rows), paragraph(quiet(say('nist.baselines-note'))));
}

/** The baselines that select a control, in words. */
export const baselinesOf = ({ levels }: RequirementEntry, say: Say): string =>
  baselines
    .filter((id) => levels.includes(id))
    .map((id) => say(`nist.${id}`))
    .join(' · ');

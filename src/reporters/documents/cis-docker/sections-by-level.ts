import type { Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, part, table, wide } from '../../document/blocks/blocks.ts';
import { linkTo, quiet } from '../../document/blocks/content.ts';
import { headsOf } from '../../document/parts/heads.ts';
import type { Say } from '../../locale/translate.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { resultOf } from './item-result.ts';
import { profiles } from './profiles.ts';

/** A row for each section of the benchmark: how many items of each level pass, of how many there are. */
export function sectionsByLevel(report: Report, say: Say): Section {
  const title = say('cis.by-level');
  const shown = profiles.filter((id) =>
    report.requirements.some(({ group, levels }) => !group && levels.includes(id)),
  );
  const passing = (below: readonly RequirementEntry[], id: string) => {
    const items = below.filter(({ levels }) => levels.includes(id));
    const count = items.filter((each) => resultOf(each) === 'pass').length;
    return items.length === 0 ? quiet('–') : say('result.of', { count, total: items.length });
  };
  return part(
    title,
    paragraph(quiet(say('cis.by-level-note'))),
    table(
      title,
      [wide(say('cis.section'), 2), ...shown.map((id) => numeric(say(`cis.level-${id}`)))],
      headsOf(report).map(({ head, below }) => [
        linkTo(head.anchor, `${head.id} ${head.title}`),
        ...shown.map((id) => passing(below, id)),
      ]),
    ),
  );
}

import type { Look } from '../../model/entries/count.ts';
import type { Section } from '../../document/blocks/block.ts';
import { paragraph } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import { matrixByHead } from '../../document/parts/by-head.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { countJudged, implementationOf } from './implementation.ts';
import { applicabilityOf } from './statement.ts';

/** How far what applies is implemented, best first. */
const columns = ['shown', 'partly', 'failed', 'not-shown'] as const;

const looks = {
  no: 'none',
  shown: 'good',
  partly: 'conditional',
  failed: 'bad',
  'not-shown': 'plain',
} as const satisfies Record<'no' | (typeof columns)[number], Look>;

/** The figures, and a row for each theme of Annex A; its numbers add up to the controls of the theme. */
export function soaResultSection(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const judgedOf = countJudged(report);
  const matrix = matrixByHead(
    report,
    say('soa.themes'),
    [
      {
        label: say('soa.no'),
        look: looks.no,
        counts: (entry: RequirementEntry) => applicabilityOf(entry) === 'no',
      },
      ...columns.map((id) => ({
        label: say(`soa.${id}`),
        look: looks[id],
        counts: (entry: RequirementEntry) => implementationOf(entry, judgedOf(entry)) === id,
      })),
    ],
    say,
  );
  return { ...result, blocks: [matrix, paragraph(quiet(say('soa.layer'))), ...result.blocks] };
}

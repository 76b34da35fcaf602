import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Look } from '../../model/entries/count.ts';
import type { Section } from '../../document/blocks/block.ts';
import { paragraph, part } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import { matrixByHead } from '../../document/parts/by-head.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';

/** What tests of a criterion can come to. */
const columns = ['none', 'exceptions', 'partly', 'not-tested', 'not-applicable'] as const;

const looks = {
  none: 'good',
  exceptions: 'bad',
  partly: 'conditional',
  'not-tested': 'plain',
  'not-applicable': 'none',
} as const satisfies Record<(typeof columns)[number], Look>;

/** What management accepted is still an exception, and what it asserts is no test. */
const columnOf = {
  satisfied: 'none',
  'not-satisfied': 'exceptions',
  'accepted-with-waiver': 'exceptions',
  'accepted-with-compensating-control': 'exceptions',
  weakened: 'partly',
  supported: 'partly',
  undetermined: 'not-tested',
  'context-only': 'not-tested',
  'not-tested': 'not-tested',
  attested: 'not-tested',
  'not-assessed': 'not-tested',
  'not-applicable': 'not-applicable',
} as const satisfies Record<RequirementStatus, (typeof columns)[number]>;

/** The figures, a row for each group of criteria, and for which time they stand. */
export function socResultSection(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const matrix = matrixByHead(
    report,
    say('soc.categories'),
    columns.map((id) => ({
      label: say(`soc.${id}`),
      look: looks[id],
      counts: ({ status }: RequirementEntry) => columnOf[status] === id,
    })),
    say,
  );
  return {
    ...result,
    blocks: [matrix, paragraph(quiet(say('soc.layer'))), period(report, say), ...result.blocks],
  };
}

/** That one scan is a point in time, and how to learn of a period. */
function period({ collected, history }: Report, say: Say): Section {
  const point = paragraph(say('soc.period-point', { when: collected }));
  if (history) return part(say('soc.period'), point, paragraph(say('soc.period-there', history)));
  return part(say('soc.period'), point, paragraph(say('soc.period-how')), {
    kind: 'verbatim',
    caption: say('soc.period'),
    text: 'plimsoll report assessment.json --framework soc2-tsc --format html,pdf --ledger plimsoll.db --period 90d',
  });
}

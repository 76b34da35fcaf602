import type { RequirementStatus } from '../../../core/rollup.ts';
import type { Section } from '../../document/block.ts';
import { numeric, part, table, wide } from '../../document/blocks.ts';
import { linkTo } from '../../document/content.ts';
import { headsOf } from '../../document/parts/heads.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { Report } from '../../model/report.ts';
import { groupDigits, type Say } from '../../say.ts';
import { applicabilityOf } from './statement.ts';

/** How far what applies is implemented, best first. */
const columns = ['shown', 'partly', 'failed', 'not-shown'] as const;

/** An accepted risk is still not implemented, and a person’s word shows nothing yet. */
const columnOf = {
  satisfied: 'shown',
  supported: 'partly',
  'not-satisfied': 'failed',
  'accepted-with-waiver': 'failed',
  'accepted-with-compensating-control': 'failed',
  undetermined: 'not-shown',
  'context-only': 'not-shown',
  attested: 'not-shown',
  'not-assessed': 'not-shown',
  'not-applicable': undefined,
} as const satisfies Record<RequirementStatus, (typeof columns)[number] | undefined>;

/** The figures, and a row for each theme of Annex A; its numbers add up to the controls of the theme. */
export function soaResultSection(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const title = say('soa.themes');
  const rows = headsOf(report).map(({ head, below }) => [
    linkTo(head.anchor, `${head.id} ${head.title}`),
    groupDigits(below.length),
    ...(['no', 'open'] as const).map((wanted) =>
      groupDigits(below.filter((entry) => applicabilityOf(entry) === wanted).length),
    ),
    ...columns.map((column) =>
      groupDigits(below.filter(({ status }) => columnOf[status] === column).length),
    ),
  ]);
  const heads = [
    wide(say('soa.control'), 2),
    numeric(say('soa.all')),
    numeric(say('soa.no')),
    numeric(say('soa.open')),
    ...columns.map((id) => numeric(say(`soa.${id}`))),
  ];
  return { ...result, blocks: [part(title, table(title, heads, rows)), ...result.blocks] };
}

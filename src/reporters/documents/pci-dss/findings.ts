import type { RequirementStatus } from '../../../core/rollup.ts';
import type { Section } from '../../document/block.ts';
import { numeric, paragraph, part, section, table, wide } from '../../document/blocks.ts';
import { badge, linkTo, quiet } from '../../document/content.ts';
import { referrer, type EvidenceItem } from '../../document/evidence-numbers.ts';
import { headsOf } from '../../document/parts/heads.ts';
import { reasonOf } from '../../document/parts/reason.ts';
import { requirementLabel } from '../../document/parts/requirements.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../say.ts';

/** The five findings of the standard, in its order. */
const columns = ['in-place', 'ccw', 'not-applicable', 'not-tested', 'not-in-place'] as const;

/** Under which of them each of our statuses counts: an accepted exception is still not in place. */
const columnOf = {
  satisfied: 'in-place',
  'accepted-with-compensating-control': 'ccw',
  'not-applicable': 'not-applicable',
  undetermined: 'not-tested',
  supported: 'not-tested',
  'context-only': 'not-tested',
  attested: 'not-tested',
  'not-assessed': 'not-tested',
  'not-satisfied': 'not-in-place',
  'accepted-with-waiver': 'not-in-place',
} as const satisfies Record<RequirementStatus, (typeof columns)[number]>;

/** The figures, and a row for each principal requirement. */
export function pciResultSection(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const matrix = part(
    say('pci.principal'),
    table(
      say('pci.principal'),
      [wide(say('requirement.title'), 2), ...columns.map((id) => numeric(say(`pci.${id}`)))],
      headsOf(report).map(({ head, below }) => [
        linkTo(head.anchor, `${head.id} ${head.title}`),
        ...columns.map((column) => {
          const count = below.filter(({ status }) => columnOf[status] === column).length;
          return say('result.of', { count, total: below.length });
        }),
      ]),
    ),
    paragraph(quiet(say('pci.layer'))),
  );
  return { ...result, blocks: [matrix, ...result.blocks] };
}

/** Every requirement with its finding, the reason for it, and references to the evidence. */
export function findingsSection(
  { requirements }: Report,
  evidence: readonly EvidenceItem[],
  say: Say,
): Section {
  const refer = referrer(evidence);
  return section('requirements', say('pci.findings'), [
    table(
      say('pci.findings'),
      [
        wide(say('requirement.title'), 1.2),
        wide(say('pci.finding'), 0.7),
        wide(say('pci.reason'), 1.5),
      ],
      requirements.map((entry) => {
        const { anchor, depth, group, tone, word } = entry;
        const label = requirementLabel(entry);
        if (group) return { anchor, depth, group, cells: [label] };
        return { anchor, depth, cells: [label, badge(tone, word), reasonOf(entry, refer, say)] };
      }),
    ),
  ]);
}

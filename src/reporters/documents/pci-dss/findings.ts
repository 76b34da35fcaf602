import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Look } from '../../model/entries/count.ts';
import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { lines, quiet } from '../../document/blocks/content.ts';
import { referrer, type EvidenceItem } from '../../document/selections/evidence-numbers.ts';
import { matrixByHead } from '../../document/parts/by-head.ts';
import { reasonOf } from '../../document/parts/reason.ts';
import { requirementLabel, resultWord } from '../../document/parts/requirements.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { procedureLines } from './procedure-lines.ts';
import { proceduresOf } from './procedures.ts';

/** The five findings of the standard, in its order. */
const columns = ['in-place', 'ccw', 'not-applicable', 'not-tested', 'not-in-place'] as const;

const looks = {
  'in-place': 'good',
  ccw: 'conditional',
  'not-applicable': 'none',
  'not-tested': 'plain',
  'not-in-place': 'bad',
} as const satisfies Record<(typeof columns)[number], Look>;

/** Under which of them each of our statuses counts: an accepted exception is still not in place. */
const columnOf = {
  satisfied: 'in-place',
  'accepted-with-compensating-control': 'ccw',
  'not-applicable': 'not-applicable',
  undetermined: 'not-tested',
  weakened: 'not-tested',
  supported: 'not-tested',
  'context-only': 'not-tested',
  'not-tested': 'not-tested',
  attested: 'not-tested',
  'not-assessed': 'not-tested',
  'not-satisfied': 'not-in-place',
  'accepted-with-waiver': 'not-in-place',
} as const satisfies Record<RequirementStatus, (typeof columns)[number]>;

/** The figures, and a bar for each principal requirement. */
export function pciResultSection(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const matrix = matrixByHead(
    report,
    say('pci.principal'),
    columns.map((id) => ({
      label: say(`pci.${id}`),
      look: looks[id],
      counts: ({ status }) => columnOf[status] === id,
    })),
    say,
  );
  return { ...result, blocks: [matrix, paragraph(quiet(say('pci.layer'))), ...result.blocks] };
}

/** Every requirement with its finding, the reason for it, and references to the evidence. */
export function findingsSection(
  { requirements }: Report,
  evidence: readonly EvidenceItem[],
  say: Say,
): Section {
  const refer = referrer(evidence);
  const known = requirements.some(({ id }) => proceduresOf(id).length > 0);
  return section('requirements', say('pci.findings'), [
    ...(known ? [paragraph(quiet(say('pci.procedures-note')))] : []),
    table(
      say('pci.findings'),
      [
        wide(say('requirement.title'), 1.2),
        wide(say('pci.finding'), 0.7),
        wide(say('pci.reason'), 1.9),
      ],
      requirements.map((entry) => {
        const { anchor, depth, group } = entry;
        const label = requirementLabel(entry);
        if (group) return { anchor, depth, group, cells: [label] };
        const reason = lines([reasonOf(entry, refer, say), ...procedureLines(entry, refer, say)]);
        return { anchor, depth, cells: [label, resultWord(entry), reason] };
      }),
    ),
  ]);
}

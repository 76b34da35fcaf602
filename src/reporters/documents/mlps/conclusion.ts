import type { Section } from '../../document/blocks/block.ts';
import { section } from '../../document/blocks/blocks.ts';
import type { Report } from '../../model/report.ts';
import { templateOf } from './edition.ts';
import type { Say } from '../../locale/translate.ts';

/** Where the assessment body writes its conclusion; none is given here. */
export const mlpsConclusion = (report: Report, say: Say): Section =>
  section('conclusion', say('mlps.conclusion'), [
    {
      kind: 'signature',
      statement: `${say('mlps.conclusion-text')} ${say(`mlps.conclusion-${templateOf(report)}`)}`,
      lines: (
        [
          'mlps.conclusion-line',
          'mlps.body',
          'mlps.assessor',
          'mlps.reviewer',
          'mlps.approver',
          'sign.date',
        ] as const
      ).map((id) => ({ label: say(id) })),
    },
  ]);

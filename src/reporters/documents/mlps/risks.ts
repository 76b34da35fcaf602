import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { lines, quiet } from '../../document/blocks/content.ts';
import type { Problems } from '../../document/selections/problems.ts';
import type { Say } from '../../locale/translate.ts';
import { severityLabel } from '../../document/parts/problems.ts';
import { blank } from '../forms/blank.ts';
import { issueOf } from './issues.ts';

/** 风险分析: the harm that each problem may do, as the control’s rationale says; the level of risk is the assessor’s. */
export function risksSection({ all }: Problems, say: Say): Section {
  const title = say('mlps.risks');
  return section('risks', title, [
    paragraph(quiet(say('mlps.risks-note'))),
    table(
      title,
      [
        wide(say('problem.number'), 0.55),
        wide(say('problem.title'), 1.3),
        wide(say('mlps.harm'), 2.8),
        wide(say('mlps.risk-level'), 1),
      ],
      all.map((problem) => [
        issueOf(problem, say),
        problem.control.failingTitle,
        problem.control.rationale,
        lines([
          quiet(say('mlps.proposed', { level: severityLabel(problem.severity, say) })),
          blank('mlps-body', say),
        ]),
      ]),
    ),
  ]);
}

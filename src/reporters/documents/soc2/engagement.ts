import type { Section } from '../../document/blocks/block.ts';
import { facts, paragraph, section } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { blank, orBlank } from '../forms/blank.ts';

/** Who is examined, by whom, over which period, and how much of it the ledger covers. */
export function engagementSection(
  { collected, history, papers, scope }: Report,
  say: Say,
): Section {
  const { assessor, entity, period } = papers;
  return section('assessed', say('soc.engagement'), [
    paragraph(quiet(say('paper.note'))),
    facts(
      [say('soc.organisation'), orBlank(entity?.name, 'management', say)],
      [say('paper.system'), orBlank(scope.system?.name, 'management', say)],
      [say('soc.auditor'), orBlank(assessor?.organisation, 'auditor', say)],
      [say('soc.examined-period'), period ? say('paper.from-to', period) : blank('auditor', say)],
      [
        say('soc.covered'),
        history ? say('paper.from-to', history) : say('soc.one-scan', { when: collected }),
      ],
      [say('soc.categories-in-scope'), blank('management', say)],
      [say('soc.assertion'), blank('management', say)],
    ),
  ]);
}

import type { Section } from '../../document/blocks/block.ts';
import { facts, paragraph, section } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { orBlank } from '../forms/blank.ts';
import { assessorRows } from '../forms/parties.ts';

const parties = { assessed: 'system-owner', assessing: 'assessor' } as const;

/** What an assessment report says first: the system with its impact, its sites, who assessed it and when. */
export function assessmentSection(report: Report, say: Say): Section {
  const { papers, scope } = report;
  const { impact, sites } = papers.nist ?? {};
  return section('assessed', say('nist.assessment'), [
    paragraph(quiet(say('paper.note'))),
    facts(
      [say('paper.entity'), orBlank(papers.entity?.name, parties.assessed, say)],
      [say('paper.system'), orBlank(scope.system?.name, parties.assessed, say)],
      [say('nist.impact'), orBlank(impact && say(`nist.${impact}`), parties.assessed, say)],
      [say('nist.sites'), orBlank(sites?.join(say('scope.comma')), parties.assessed, say)],
      ...assessorRows(report, parties, say('sign.organisation'), say),
    ),
  ]);
}

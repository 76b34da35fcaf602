import type { Section } from '../../document/blocks/block.ts';
import { facts, paragraph, section } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { orBlank } from '../forms/blank.ts';

/** What the statement belongs to: organisation, scope of the management system, version and approval. */
export function managementSystemSection({ collected, papers }: Report, say: Say): Section {
  const { scope, version, approvedBy, approvedOn } = papers.iso27001 ?? {};
  return section('assessed', say('soa.management-system'), [
    paragraph(quiet(say('paper.note'))),
    facts(
      [say('soa.organisation'), orBlank(papers.entity?.name, 'isms-owner', say)],
      [say('soa.isms-scope'), orBlank(scope, 'isms-owner', say)],
      [say('soa.version'), orBlank(version, 'isms-owner', say)],
      [say('soa.approved-by'), orBlank(approvedBy, 'management', say)],
      [say('soa.approved-on'), orBlank(approvedOn, 'management', say)],
      [say('paper.evidence-date'), collected],
    ),
  ]);
}

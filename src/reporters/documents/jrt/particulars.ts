import type { Section } from '../../document/blocks/block.ts';
import { facts, paragraph, part, section } from '../../document/blocks/blocks.ts';
import { quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { blank, orBlank } from '../forms/blank.ts';
import { assessorRows, entityRows } from '../forms/parties.ts';

const parties = {
  assessed: 'payment-client',
  assessing: 'testing-body',
  words: { entity: 'jrt.client', lead: 'jrt.tester' },
} as const;

/** Who is tested, by whom, and for which kind of payment business. */
export function jrtParticularsSection(report: Report, say: Say): Section {
  return section('assessed', say('jrt.particulars'), [
    paragraph(quiet(say('paper.note'))),
    part(
      say('jrt.client'),
      facts(
        ...entityRows(report, parties, say),
        [say('paper.system'), orBlank(report.scope.system?.name, parties.assessed, say)],
        [say('jrt.business'), businessOf(report, say)],
      ),
    ),
    part(say('jrt.body'), facts(...assessorRows(report, parties, say('jrt.body'), say))),
  ]);
}

/** The kind that a level chose or the configuration names. */
function businessOf({ papers, requirements, scope }: Report, say: Say): Content {
  const level = scope.framework?.level;
  if (level !== undefined && level !== say('scope.level-all')) return level;
  const { business } = papers.payment ?? {};
  const levels = new Set(requirements.flatMap((each) => each.levels));
  const known = business !== undefined && (levels.size === 0 || levels.has(business));
  return known ? say(`business.${business}`) : blank(parties.assessed, say);
}

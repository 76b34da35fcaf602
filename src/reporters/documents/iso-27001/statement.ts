import type { Section } from '../../document/blocks/block.ts';
import { paragraph, section, wide } from '../../document/blocks/blocks.ts';
import { badge, lines, quiet, type Content } from '../../document/blocks/content.ts';
import { referrer, type EvidenceItem } from '../../document/selections/evidence-numbers.ts';
import { tablesByHead } from '../../document/parts/by-head.ts';
import type { Tone } from '../../model/entries/count.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { countJudged, implementationWords } from './implementation.ts';
import { inclusionOf } from './inclusion.ts';
import { ownersOf, waiversByControl } from './owners.ts';

/** Whether a control of Annex A applies. */
type Applicability = 'yes' | 'no';

const tones = { yes: 'good', no: 'plain' } as const satisfies Record<Applicability, Tone>;

/** Only a person takes a control out: that nothing was found to judge is no reason by itself. */
export const applicabilityOf = ({ status }: RequirementEntry): Applicability =>
  status === 'not-applicable' ? 'no' : 'yes';

/** Every control of Annex A: whether it applies and why, how far it is implemented, evidence, owner and review. */
export function statementSection(
  report: Report,
  evidence: readonly EvidenceItem[],
  say: Say,
): Section {
  const refer = referrer(evidence);
  const waivers = waiversByControl(report);
  const judgedOf = countJudged(report);
  const title = say('soa.statement');
  return section('requirements', title, [
    paragraph(quiet(say('soa.note'))),
    ...tablesByHead(
      report,
      [
        wide(say('soa.control'), 1.2),
        wide(say('soa.applies'), 1.2),
        wide(say('soa.implementation'), 0.9),
        wide(say('soa.evidence'), 0.7),
        wide(say('soa.owner'), 1),
      ],
      (entry) => [
        applies(entry, report, say),
        implementationWords(entry, judgedOf(entry), say),
        references(entry, refer),
        ownersOf(entry, waivers, say),
      ],
    ),
  ]);
}

function applies(entry: RequirementEntry, report: Report, say: Say): Content {
  const { statement } = entry;
  const applicability = applicabilityOf(entry);
  const why = {
    yes: inclusionOf(entry, report, say),
    no: [quiet(statement?.reason ?? '')],
  }[applicability];
  return lines([
    badge(tones[applicability], say(`soa.${applicability}`)),
    ...why,
    ...(statement?.conflict === true
      ? [quiet(statement.said), badge('bad', say('stated.conflict'))]
      : []),
  ]);
}

function references(
  { attestation, controls }: RequirementEntry,
  refer: ReturnType<typeof referrer>,
): Content {
  return [
    ...controls.filter(({ live }) => live).flatMap((control) => refer(control)),
    ...(attestation ? refer(attestation) : []),
  ].slice(1);
}

import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { paragraph, section, table, wide } from '../document/blocks/blocks.ts';
import { linkTo, lines, quiet, type Content } from '../document/blocks/content.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { matrixByHead, tablesByHead } from '../document/parts/by-head.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { resultSection } from '../document/parts/result.ts';
import type { RequirementEntry } from '../model/entries/requirement.ts';
import { requirementLabel } from '../document/parts/requirements.ts';
import type { Section } from '../document/blocks/block.ts';
import type { Say } from '../locale/translate.ts';
import type { Report } from '../model/report.ts';
import { determinationColumns, determined } from './nist/determination.ts';

/** By countermeasure, each beside the risk that it answers. */
export const nist800190 = {
  id: 'nist-800-190',
  title: { en: 'NIST SP 800-190 determinations', zh: 'NIST SP 800-190 判定报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    const result = resultSection(report, say);
    const pairOf = pairsOf(report);
    const pointer = (entry: RequirementEntry, label: string): readonly Content[] => {
      const pair = pairOf(entry);
      return pair ? [[quiet(`${label} `), linkTo(pair.anchor, `${pair.id} ${pair.title}`)]] : [];
    };
    const isRisk = ({ id }: RequirementEntry) => /^3(\.|$)/.test(id);
    const risks = report.requirements.filter(isRisk);
    const others = report.requirements.filter((entry) => !isRisk(entry));
    const own = {
      evidence,
      result: {
        ...result,
        blocks: [
          matrixByHead(report, say('nist.chapters'), determinationColumns(say), say, 1),
          paragraph(quiet(say('nist.layer'))),
          ...result.blocks,
        ],
      },
      requirements: section(
        'requirements',
        say('nist.countermeasures'),
        tablesByHead(
          { ...report, requirements: others },
          [
            wide(say('requirement.title'), 1),
            wide(say('nist.determination'), 0.8),
            wide(say('nist.basis'), 1.9),
          ],
          (entry) => [
            determined(entry, say),
            lines([...pointer(entry, say('nist.answers')), reasonOf(entry, refer, say)]),
          ],
          { depth: 1 },
        ),
      ),
      appendices: risks.length === 0 ? [] : [risksSection(risks, pairOf, say)],
    };
    return { title: say('nist.title-190'), sections: byRequirement(report, own, say) };
  },
} as const satisfies DocumentDefinition;

/** Chapter 3 of the guide numbers its risks as chapter 4 numbers what answers them: 3.1.2 and 4.1.2. */
function pairsOf({ requirements }: Report) {
  const byId = new Map(requirements.map((entry) => [entry.id, entry]));
  const other: Readonly<Record<string, string>> = { '3': '4', '4': '3' };
  return ({ id }: RequirementEntry): RequirementEntry | undefined => {
    const chapter = other[id.slice(0, 1)];
    return /^[34]\.\d+\.\d+$/.test(id) ? byId.get(`${chapter}${id.slice(1)}`) : undefined;
  };
}

/** Each risk with the countermeasure that answers it; a risk asks nothing by itself. */
const risksSection = (
  risks: readonly RequirementEntry[],
  pairOf: (entry: RequirementEntry) => RequirementEntry | undefined,
  say: Say,
): Section =>
  section('risks', say('nist.risks'), [
    table(
      say('nist.risks'),
      [wide(say('requirement.title'), 1), wide(say('nist.answered-by'), 1)],
      risks.map((entry) => {
        const { anchor, depth } = entry;
        const answer = pairOf(entry);
        const label = requirementLabel(entry);
        if (!answer) return { anchor, depth, group: true, cells: [label] };
        return {
          anchor,
          depth,
          cells: [label, linkTo(answer.anchor, `${answer.id} ${answer.title}`)],
        };
      }),
    ),
  ]);

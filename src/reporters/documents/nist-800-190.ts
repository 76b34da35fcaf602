import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { paragraph, section, wide } from '../document/blocks/blocks.ts';
import { linkTo, lines, quiet, type Content } from '../document/blocks/content.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { matrixByHead, tablesByHead } from '../document/parts/by-head.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { resultSection } from '../document/parts/result.ts';
import type { RequirementEntry } from '../model/entries/requirement.ts';
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
    const tables = (chapter: Report, cellsOf: (entry: RequirementEntry) => readonly Content[]) =>
      tablesByHead(
        chapter,
        [
          wide(say('requirement.title'), 1),
          wide(say('nist.determination'), 0.8),
          wide(say('nist.basis'), 1.9),
        ],
        cellsOf,
        { depth: 1 },
      );
    const isRisk = ({ id }: RequirementEntry) => /^3(\.|$)/.test(id);
    const risks = report.requirements.filter(isRisk);
    const risksSection = (requirements: Report['requirements']) =>
      section(
        'risks',
        say('nist.risks'),
        tables({ ...report, requirements }, (entry) => [
          determined(entry, say),
          lines(pointer(entry, say('nist.answered-by'))),
        ]),
      );
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
        tables({ ...report, requirements: others }, (entry) => [
          determined(entry, say),
          lines([...pointer(entry, say('nist.answers')), reasonOf(entry, refer, say)]),
        ]),
      ),
      appendices: risks.length === 0 ? [] : [risksSection(risks)],
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

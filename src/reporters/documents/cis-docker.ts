import { byRequirement } from '../document/by-requirement.ts';
import { paragraph, section, wide } from '../document/blocks/blocks.ts';
import { badge, lines, quiet } from '../document/blocks/content.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { matrixByHead, tablesByHead } from '../document/parts/by-head.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { resultWord } from '../document/parts/requirements.ts';
import { resultSection } from '../document/parts/result.ts';
import type { RequirementEntry } from '../model/entries/requirement.ts';
import type { Say } from '../locale/translate.ts';
import { resultColumns, resultOf } from './cis-docker/item-result.ts';
import { sectionsByLevel } from './cis-docker/sections-by-level.ts';
import { profileOf, profilesPart } from './cis-docker/profiles.ts';

/** By section, level and item of the benchmark, each with its result and evidence. */
export const cisDocker = {
  id: 'cis-docker',
  title: { en: 'CIS Docker Benchmark results', zh: 'CIS Docker 安全基准检查报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    const figures = resultSection(report, say);
    const own = {
      evidence,
      result: {
        ...figures,
        blocks: [
          matrixByHead(report, say('cis.sections'), resultColumns(say), say),
          sectionsByLevel(report, say),
          profilesPart(report, say),
          ...figures.blocks,
        ],
      },
      requirements: section('requirements', say('cis.items'), [
        paragraph(quiet(say('cis.items-note'))),
        ...tablesByHead(
          report,
          [
            wide(say('cis.item'), 1.1),
            wide(say('cis.profile'), 0.6),
            wide(say('cis.result'), 0.7),
            wide(say('cis.basis'), 1.7),
          ],
          (entry) => [
            lines(profileOf(entry, say).map(quiet)),
            itemBadge(entry, say),
            reasonOf(entry, refer, say),
          ],
        ),
      ]),
    };
    return { title: say('cis.title'), sections: byRequirement(report, own, say) };
  },
} as const satisfies DocumentDefinition;

/** The benchmark’s word, and where a person’s answer is all that is missing, that. */
const itemBadge = (entry: RequirementEntry, say: Say) =>
  entry.status === 'undetermined' && resultOf(entry) === 'manual'
    ? badge(entry.tone, say('cis.waits'))
    : resultWord(entry);

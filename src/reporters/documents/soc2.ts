import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { section, wide } from '../document/blocks/blocks.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { tablesByHead } from '../document/parts/by-head.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { resultWord } from '../document/parts/requirements.ts';
import { blank } from './forms/blank.ts';
import { engagementSection } from './soc2/engagement.ts';
import { periodSection } from './soc2/period.ts';
import { socResultSection } from './soc2/results.ts';

/** By criterion of the trust services: the tests, their results and the evidence. */
export const soc2 = {
  id: 'soc2',
  title: { en: 'SOC 2 evidence', zh: 'SOC 2 证据报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    const requirements = section(
      'requirements',
      say('soc.criteria'),
      tablesByHead(
        report,
        [
          wide(say('requirement.title'), 1),
          wide(say('soc.control'), 0.8),
          wide(say('soc.tests'), 1.9),
          wide(say('soc.result'), 0.8),
        ],
        (entry) => [blank('management', say), reasonOf(entry, refer, say), resultWord(entry)],
      ),
    );
    const own = {
      evidence,
      particulars: [engagementSection(report, say)],
      result: socResultSection(report, say),
      requirements,
      period: periodSection(report, say),
    };
    return { title: say('soc.title'), sections: byRequirement(report, own, say) };
  },
} as const satisfies DocumentDefinition;

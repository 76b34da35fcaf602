import type { DocumentDefinition } from '../document/document.ts';
import { section, wide } from '../document/blocks.ts';
import { badge } from '../document/content.ts';
import { numberEvidence, referrer } from '../document/evidence-numbers.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { tablesByHead } from '../document/parts/by-head.ts';
import { conclusionSection } from '../document/parts/conclusion.ts';
import { failuresSection } from '../document/parts/failures.ts';
import { inventorySection } from '../document/parts/inventory.ts';
import { needsSection } from '../document/parts/needs.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { readingSection, subjectsSection } from '../document/parts/registers.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import { socResultSection } from './soc2/results.ts';

/** By criterion of the trust services: the tests, their results and the evidence. */
export const soc2 = {
  id: 'soc2',
  title: { en: 'SOC 2 evidence', zh: 'SOC 2 证据报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    return {
      title: say('soc.title'),
      sections: [
        summarySection(report, say),
        scopeSection(report, say),
        socResultSection(report, say),
        section(
          'requirements',
          say('soc.criteria'),
          tablesByHead(
            report,
            [
              wide(say('requirement.title'), 1),
              wide(say('soc.result'), 0.8),
              wide(say('soc.tests'), 1.9),
            ],
            (entry) => [badge(entry.tone, entry.word), reasonOf(entry, refer, say)],
          ),
        ),
        failuresSection(report, say),
        unseenSection(report, say),
        acceptedSection(report, say),
        needsSection(report, say),
        conclusionSection(say),
        inventorySection(report, evidence, say),
        subjectsSection(report, say),
        ...verifySection(report, say),
        readingSection(report, say),
      ],
    };
  },
} as const satisfies DocumentDefinition;

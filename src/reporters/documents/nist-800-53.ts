import type { DocumentDefinition } from '../document/document.ts';
import { paragraph, section, wide } from '../document/blocks.ts';
import { lines, quiet } from '../document/content.ts';
import { numberEvidence, referrer } from '../document/evidence-numbers.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { matrixByHead, tablesByHead } from '../document/parts/by-head.ts';
import { conclusionSection } from '../document/parts/conclusion.ts';
import { failuresSection } from '../document/parts/failures.ts';
import { inventorySection } from '../document/parts/inventory.ts';
import { needsSection } from '../document/parts/needs.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { readingSection, subjectsSection } from '../document/parts/registers.ts';
import { resultSection } from '../document/parts/result.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import { baselinesOf, baselinesPart } from './nist/baselines.ts';
import { determinationColumns, determined } from './nist/determination.ts';

/** By the findings of SP 800-53A: satisfied or other than satisfied, by family, by baseline and by control. */
export const nist80053 = {
  id: 'nist-800-53',
  title: { en: 'NIST SP 800-53 determinations', zh: 'NIST SP 800-53 判定报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    const result = resultSection(report, say);
    return {
      title: say('nist.title-53'),
      sections: [
        summarySection(report, say),
        scopeSection(report, say),
        {
          ...result,
          blocks: [
            matrixByHead(report, say('nist.families'), determinationColumns(say), say),
            paragraph(quiet(say('nist.layer'))),
            baselinesPart(report, say),
            ...result.blocks,
          ],
        },
        section(
          'requirements',
          say('nist.determinations'),
          tablesByHead(
            report,
            [
              wide(say('requirement.title'), 1),
              wide(say('nist.determination'), 0.9),
              wide(say('nist.basis'), 1.9),
            ],
            (entry) => [
              lines([determined(entry, say), quiet(baselinesOf(entry, say))]),
              reasonOf(entry, refer, say),
            ],
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

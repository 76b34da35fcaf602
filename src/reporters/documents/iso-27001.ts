import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence } from '../document/evidence-numbers.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { conclusionSection } from '../document/parts/conclusion.ts';
import { failuresSection } from '../document/parts/failures.ts';
import { inventorySection } from '../document/parts/inventory.ts';
import { needsSection } from '../document/parts/needs.ts';
import { readingSection, subjectsSection } from '../document/parts/registers.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import { statementSection } from './iso-27001/statement.ts';
import { soaResultSection } from './iso-27001/themes.ts';

/** The Statement of Applicability over Annex A, for both editions, and what was found. */
export const iso27001 = {
  id: 'iso-27001',
  title: { en: 'ISO/IEC 27001 Statement of Applicability', zh: 'ISO/IEC 27001 适用性声明' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    return {
      title: say('soa.title'),
      sections: [
        summarySection(report, say),
        scopeSection(report, say),
        soaResultSection(report, say),
        statementSection(report, evidence, say),
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

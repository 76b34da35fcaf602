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
import { findingsSection, pciResultSection } from './pci-dss/findings.ts';
import { worksheetsSection } from './pci-dss/worksheets.ts';

/** For an assessor of PCI DSS: a finding for each requirement, with its reason and its numbered evidence. */
export const pciDss = {
  id: 'pci-dss',
  title: { en: 'PCI DSS evidence', zh: 'PCI DSS 评估证据报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    return {
      title: say('pci.title'),
      sections: [
        summarySection(report, say),
        scopeSection(report, say),
        pciResultSection(report, say),
        findingsSection(report, evidence, say),
        failuresSection(report, say),
        unseenSection(report, say),
        acceptedSection(report, say),
        worksheetsSection(report, say),
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

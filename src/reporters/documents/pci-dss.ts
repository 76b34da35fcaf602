import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence } from '../document/selections/evidence-numbers.ts';
import { findingsSection, pciResultSection } from './pci-dss/findings.ts';
import { worksheetsSection } from './pci-dss/worksheets.ts';

/** For an assessor of PCI DSS: a finding for each requirement, with its reason and its numbered evidence. */
export const pciDss = {
  id: 'pci-dss',
  title: { en: 'PCI DSS evidence', zh: 'PCI DSS 评估证据报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const own = {
      evidence,
      result: pciResultSection(report, say),
      requirements: findingsSection(report, evidence, say),
      accepted: [worksheetsSection(report, say)],
    };
    return { title: say('pci.title'), sections: byRequirement(report, own, say) };
  },
} as const satisfies DocumentDefinition;

import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence } from '../document/selections/evidence-numbers.ts';
import { appendicesSection, customizedSection } from './pci-dss/appendices.ts';
import { assessedSection } from './pci-dss/assessed.ts';
import { findingsSection, pciResultSection } from './pci-dss/findings.ts';
import { samplingSection } from './pci-dss/sampling.ts';
import { worksheetsSection } from './pci-dss/worksheets.ts';

/** For an assessor of PCI DSS: a finding for each requirement, with its reason and its numbered evidence. */
export const pciDss = {
  id: 'pci-dss',
  title: { en: 'PCI DSS evidence', zh: 'PCI DSS 评估证据报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    // Editions before 4.0 have neither these appendices nor a customized approach.
    const isOfFour = [report.framework?.id, report.framework?.extends].some((id) =>
      id?.startsWith('pci-dss-4'),
    );
    const own = {
      evidence,
      particulars: [assessedSection(report, say), samplingSection(report, say)],
      result: pciResultSection(report, say),
      requirements: findingsSection(report, evidence, say),
      accepted: [worksheetsSection(report, say), ...(isOfFour ? [customizedSection(say)] : [])],
      appendices: isOfFour ? [appendicesSection(report, say)] : [],
    };
    return { title: say('pci.title'), sections: byRequirement(report, own, say) };
  },
} as const satisfies DocumentDefinition;

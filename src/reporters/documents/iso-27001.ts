import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence } from '../document/selections/evidence-numbers.ts';
import { managementSystemSection } from './iso-27001/management-system.ts';
import { statementSection } from './iso-27001/statement.ts';
import { soaResultSection } from './iso-27001/themes.ts';

/** The Statement of Applicability over Annex A, for both editions, and what was found. */
export const iso27001 = {
  id: 'iso-27001',
  title: { en: 'ISO/IEC 27001 Statement of Applicability', zh: 'ISO/IEC 27001 适用性声明' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const result = soaResultSection(report, say);
    const requirements = statementSection(report, evidence, say);
    const particulars = [managementSystemSection(report, say)];
    return {
      title: say('soa.title'),
      sections: byRequirement(report, { evidence, particulars, result, requirements }, say),
    };
  },
} as const satisfies DocumentDefinition;

import type { DocumentDefinition } from '../document/document.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { failuresSection } from '../document/parts/failures.ts';
import { needsSection } from '../document/parts/needs.ts';
import { controlsSection, readingSection, subjectsSection } from '../document/parts/registers.ts';
import { requirementsSection } from '../document/parts/requirements.ts';
import { resultSection } from '../document/parts/result.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';

/** For a framework without a document of its own: in the order of a reader's questions. */
export const general = {
  id: 'general',
  title: { en: 'Evidence report', zh: '证据报告' },
  build: (report, say) => ({
    sections: [
      summarySection(report, say),
      scopeSection(report, say),
      resultSection(report, say),
      failuresSection(report, say),
      unseenSection(report, say),
      acceptedSection(report, say),
      needsSection(report, say),
      ...requirementsSection(report, say),
      controlsSection(report, say),
      subjectsSection(report, say),
      ...verifySection(report, say),
      readingSection(report, say),
    ],
  }),
} as const satisfies DocumentDefinition;

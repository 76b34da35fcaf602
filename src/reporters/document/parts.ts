import { acceptedSection } from './parts/accepted.ts';
import { conclusionSection } from './parts/conclusion.ts';
import { failuresSection } from './parts/failures.ts';
import { needsSection } from './parts/needs.ts';
import { controlsSection, readingSection, subjectsSection } from './parts/registers.ts';
import { requirementsSection } from './parts/requirements.ts';
import { resultSection } from './parts/result.ts';
import { scopeSection } from './parts/scope.ts';
import { summarySection } from './parts/summary.ts';
import { unseenSection } from './parts/unseen.ts';
import { verifySection } from './parts/verify.ts';

/** The sections that come with the package, for documents of one's own; each is a function of the report and its words. */
export const parts = {
  summary: summarySection,
  scope: scopeSection,
  result: resultSection,
  failures: failuresSection,
  unseen: unseenSection,
  accepted: acceptedSection,
  needs: needsSection,
  requirements: requirementsSection,
  evidence: controlsSection,
  subjects: subjectsSection,
  verify: verifySection,
  reading: readingSection,
  conclusion: conclusionSection,
} as const;

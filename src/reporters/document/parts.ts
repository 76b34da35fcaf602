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
  /** The result in a page. */
  summary: summarySection,
  /** What was assessed, with which tool and catalog, against which standard. */
  scope: scopeSection,
  /** How many requirements and findings came to which result. */
  result: resultSection,
  /** What failed and nobody accepted, the worst first. */
  failures: failuresSection,
  /** What could not be read, and what would be needed to read it. */
  unseen: unseenSection,
  /** What was accepted by waivers, by whom and until when. */
  accepted: acceptedSection,
  /** What the reader has to bring before the rest can be decided. */
  needs: needsSection,
  /** Every requirement of the frameworks, with what it rests on; none where there is no framework. */
  requirements: requirementsSection,
  /** Every control, with what was judged and read. */
  evidence: controlsSection,
  /** Every subject, with what was found of it. */
  subjects: subjectsSection,
  /** How a holder of the evidence verifies it; none where there is no bundle. */
  verify: verifySection,
  /** How the report is to be read. */
  reading: readingSection,
  /** Where the assessor concludes and signs. */
  conclusion: conclusionSection,
} as const;

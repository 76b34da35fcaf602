import type { Report } from '../model/report.ts';
import type { Say } from '../locale/translate.ts';
import type { Section } from './blocks/block.ts';
import type { EvidenceItem } from './selections/evidence-numbers.ts';
import { annex } from './blocks/blocks.ts';
import { acceptedSection } from './parts/accepted.ts';
import { conclusionSection } from './parts/conclusion.ts';
import { failedSection } from './parts/failed.ts';
import { failuresSection } from './parts/failures.ts';
import { inventorySection } from './parts/inventory.ts';
import { needsSection } from './parts/needs.ts';
import { readingSection, subjectsSection } from './parts/registers.ts';
import { scopeSection } from './parts/scope.ts';
import { summarySection } from './parts/summary.ts';
import { unseenSection } from './parts/unseen.ts';
import { verifySection } from './parts/verify.ts';

/** What a standard brings of its own to a document that goes by requirement. */
export interface OwnSections {
  readonly evidence: readonly EvidenceItem[];
  /** Behind the scope: what the standard’s own papers say of the assessed and of the assessment. */
  readonly particulars?: readonly Section[];
  /** The figures in the standard’s words. */
  readonly result: Section;
  /** Every requirement with its result and what that rests on. */
  readonly requirements: Section;
  /** Behind the requirements: how they fared over time. */
  readonly period?: readonly Section[];
  /** Behind what was accepted. */
  readonly accepted?: readonly Section[];
  /** Behind the inventory of evidence. */
  readonly appendices?: readonly Section[];
}

/**
 * The sections of a document that goes by requirement, in the order of a reader’s questions: the result, what failed and
 * what to do, what was not seen, who accepted what, what is needed; then the annex, to look things up in.
 */
export const byRequirement = (
  report: Report,
  {
    evidence,
    particulars = [],
    result,
    requirements,
    period = [],
    accepted = [],
    appendices = [],
  }: OwnSections,
  say: Say,
): readonly Section[] => [
  summarySection(report, say),
  ...failedSection(report, say),
  unseenSection(report, say),
  acceptedSection(report, say),
  ...accepted,
  needsSection(report, say),
  conclusionSection(say),
  ...annex(
    scopeSection(report, say),
    ...particulars,
    result,
    requirements,
    ...period,
    failuresSection(report, say),
    inventorySection(report, evidence, say),
    ...appendices,
    subjectsSection(report, say),
    ...verifySection(report, say),
    readingSection(report, say),
  ),
];

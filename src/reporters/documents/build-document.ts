import type { Assessment } from '../../core/assessment/assessment.ts';
import { composeDocument } from '../document/compose-document.ts';
import type { Document } from '../document/document.ts';
import { inTerms } from '../locale/in-terms.ts';
import { buildReport } from '../model/build-report.ts';
import type { DocumentOptions } from './document-options.ts';
import { chooseDocument } from './registry.ts';

/**
 * Makes the document that the options ask for, or else that of the framework. A pure function: equal input gives
 * an equal document.
 *
 * @throws PlimsollError `framework-unknown`, `report-unknown`
 */
export function buildDocument(assessment: Assessment, options: DocumentOptions): Document {
  const report = buildReport(assessment, options);
  const definition = chooseDocument(report, options.document);
  const { terms } = definition;
  // A report is made when it is read: of the first one little was.
  const said = terms
    ? buildReport(assessment, { ...options, language: inTerms(report.locale, terms) })
    : report;
  return composeDocument(said, definition, options.branding);
}

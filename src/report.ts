/**
 * The door to reports: a pure function of an assessment and a language; each format is loaded when it is asked for. PDF
 * needs the optional package `@myriaddreamin/typst-ts-node-compiler`, which is loaded when a document is set.
 *
 * @packageDocumentation
 */
export { limitAssessment } from './core/assessment/limit-assessment.ts';
export type { AssessmentScope } from './core/assessment/scope.ts';
export { buildReport } from './reporters/model/build-report.ts';
export { inert } from './core/neutralise-text.ts';
export type { InertOptions } from './core/neutralise-text.ts';
export type { AttestationEntry, WaiverEntry } from './reporters/model/entries/accepted.ts';
export type { Count, Standing, Tone } from './reporters/model/entries/count.ts';
export type {
  ControlEntry,
  ControlFindings,
  FindingEntry,
  ObservationLine,
  PlaceEntry,
  SeverityGroup,
  Unseen,
} from './reporters/model/entries/finding.ts';
export type { SourceEntry, SourcesEntry, SourceText } from './reporters/model/entries/source.ts';
export type { Needs, RequirementEntry } from './reporters/model/entries/requirement.ts';
export type { Scope } from './reporters/model/entries/scope.ts';
export type { Report, ReportResult, TargetSubjects } from './reporters/model/report.ts';
export * as blocks from './reporters/document/blocks/blocks.ts';
export * as content from './reporters/document/blocks/content.ts';
export type * from './reporters/document/blocks/block.ts';
export type { Content, Inline } from './reporters/document/blocks/content.ts';
export type {
  Document,
  DocumentContent,
  DocumentDefinition,
} from './reporters/document/document.ts';
export { parts } from './reporters/document/parts.ts';
export { buildDocument } from './reporters/documents/build-document.ts';
export { defineReport } from './reporters/documents/define-report.ts';
export { documents, findDocument } from './reporters/documents/registry.ts';
export type { Branding } from './reporters/branding/branding.ts';
export { defineLocale } from './reporters/locale/define-locale.ts';
export type { IncompleteLocale, WholeLocale } from './reporters/locale/define-locale.ts';
export type { DateParts } from './reporters/locale/dates.ts';
export type { Locale } from './reporters/locale/locale.ts';
export type { MessageId } from './reporters/words/messages.ts';
export { readLogo } from './reporters/branding/logo.ts';
export type { Say } from './reporters/locale/translate.ts';
export { faultsOf } from './core/controls/faults.ts';
export { withoutFingerprints } from './core/facts/redaction-marks.ts';
export { fingerprinter } from './reporters/rows/fingerprints.ts';
export type { Fingerprint } from './reporters/rows/fingerprints.ts';
export type {
  ControlCourse,
  ControlCourseState,
  HistoryOptions,
  ScanCounts,
  TimeSpan,
} from './reporters/options/history-input.ts';
export type {
  AbsentFailure,
  BaselineOptions,
  BaselineState,
} from './reporters/options/baseline-input.ts';
export type {
  FontOptions,
  PdfOptions,
  ReportOptions,
  SourceOptions,
  VerificationOptions,
} from './reporters/options/report-options.ts';
export type { DocumentOptions } from './reporters/documents/document-options.ts';
export type { PdfStandard, Typeset, TypstDocument } from './reporters/options/typst-document.ts';
export { findFormat, formats, renderReport } from './reporters/formats/registry.ts';
export type {
  Companion,
  Format,
  Renderer,
  Rendering,
  RenderOptions,
} from './reporters/formats/format.ts';
export type { FormatId } from './reporters/formats/registry.ts';
export { renderResult } from './reporters/text/render-result.ts';
export { plainStyle, renderFigures, renderText } from './reporters/text/render-text.ts';
export type { TextStyle } from './reporters/text/text-style.ts';
export { renderPdf } from './reporters/pdf/render-pdf.ts';
export { openTypesetters } from './reporters/pdf/open-typesetters.ts';
export type { Typesetters } from './reporters/pdf/open-typesetters.ts';
export type { PdfEvidence } from './reporters/pdf/render-pdf.ts';
export { inLanguage } from './core/text.ts';
export { expiresAt, isLapsed } from './core/assessment/freshness.ts';
export { jsonText } from './syntax/json/json-text.ts';

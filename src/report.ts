/**
 * The door to reports: a pure function of an assessment and a language; each format is loaded when it
 * is asked for.
 *
 * @packageDocumentation
 */
export { buildReport } from './reporters/model/build-report.ts';
export { inert } from './reporters/model/inert.ts';
export type { InertOptions } from './reporters/model/inert.ts';
export type { AttestationEntry, WaiverEntry } from './reporters/model/entries/accepted.ts';
export type { Count, Standing, Tone } from './reporters/model/entries/count.ts';
export type {
  ControlEntry,
  ControlFindings,
  FindingEntry,
  ObservationLine,
  SeverityGroup,
  Unseen,
} from './reporters/model/entries/finding.ts';
export type { Needs, RequirementEntry } from './reporters/model/entries/requirement.ts';
export type { Scope } from './reporters/model/entries/scope.ts';
export type { Report, Result as ReportResult, TargetSubjects } from './reporters/model/report.ts';
export type { FontOptions, ReportOptions } from './reporters/options.ts';
export { findFormat, formats, renderReport } from './reporters/registry.ts';
export type { Format, FormatId, Renderer, Rendering, RenderOptions } from './reporters/registry.ts';
export { plainStyle, renderText } from './reporters/text/render-text.ts';
export type { TextStyle } from './reporters/text/render-text.ts';

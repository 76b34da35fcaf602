/**
 * The door to reports: a pure function of an assessment and a language; each format is loaded when it
 * is asked for.
 *
 * @packageDocumentation
 */
export { buildReport } from './reporters/model/build-report.ts';
export { inert } from './reporters/model/inert.ts';
export type { InertOptions } from './reporters/model/inert.ts';
export type {
  AttestationEntry,
  ControlEntry,
  ControlFindings,
  Count,
  FindingEntry,
  Needs,
  ObservationLine,
  Report,
  RequirementEntry,
  Result as ReportResult,
  Scope,
  SeverityGroup,
  Standing,
  TargetSubjects,
  Tone,
  Unseen,
  WaiverEntry,
} from './reporters/model/report.ts';
export type { FontOptions, ReportOptions } from './reporters/options.ts';
export { findFormat, formats, renderReport } from './reporters/registry.ts';
export type { Format, FormatId, Renderer, Rendering, RenderOptions } from './reporters/registry.ts';
export { plainStyle, renderText } from './reporters/text/render-text.ts';
export type { TextStyle } from './reporters/text/render-text.ts';

/**
 * The door to frameworks: those that come with this package, each loaded when it is asked for, extensions of them, and OSCAL.
 * Pure functions; reading and writing files is the caller's.
 *
 * @packageDocumentation
 */
export { coverageOf } from './frameworks/registry/coverage.ts';
export type { Coverage } from './frameworks/registry/coverage.ts';
export { compareEditions } from './frameworks/crosswalks/compare.ts';
export type { ComparedRow, Comparison, Side } from './frameworks/crosswalks/compare.ts';
export { relations } from './frameworks/crosswalks/crosswalk.ts';
export type { Crosswalk, CrosswalkRow, Relation } from './frameworks/crosswalks/crosswalk.ts';
export { crosswalks } from './frameworks/crosswalks/registry.ts';
export type { CrosswalkEntry } from './frameworks/crosswalks/registry.ts';
export { requirementsAt } from './core/frameworks/framework.ts';
export { headingsOf } from './core/frameworks/headings.ts';
export { editionToUse, retirementOf } from './frameworks/registry/editions.ts';
export { describeGuard } from './core/frameworks/describe-guard.ts';
export type { FrameworkHead } from './frameworks/heads/framework-head.ts';
export { builtinFrameworks, frameworkIndex } from './frameworks/registry/registry.ts';
export type {
  BuiltinFrameworkId,
  FrameworkEntry,
  MappedFramework,
} from './frameworks/registry/registry.ts';
export { selectFrameworks } from './frameworks/registry/select-frameworks.ts';
export type { SelectedFramework } from './frameworks/registry/select-frameworks.ts';
export { buildOwnFramework } from './frameworks/custom/build.ts';
export { findOwnProblems } from './frameworks/custom/problems.ts';
export type { OwnProblem } from './frameworks/custom/problems.ts';
export { ownFrameworkSchema } from './frameworks/custom/schema.ts';
export type { OwnFramework } from './frameworks/custom/schema.ts';
export { generalWords, wordsOf } from './frameworks/registry/words-of.ts';
export type { StatusWords } from './frameworks/heads/status-words.ts';
export { extendFramework } from './core/frameworks/extend-framework.ts';
export type { Decision, FrameworkExtension, Mapped } from './core/frameworks/extend-framework.ts';
export type {
  Edition,
  FrameworkChange,
  FrameworkLevel,
  RequirementIdOf,
} from './core/frameworks/framework.ts';
export { brokenByFailure, guardsOf, isLive, shownByPass } from './core/frameworks/mapping.ts';
export type { Breaks, Guard, Shows } from './core/frameworks/mapping.ts';
export type { FrameworkSelection } from './core/frameworks/selection.ts';
export { requirementStatuses } from './core/frameworks/rollup.ts';
export type { RequirementStatus, Tally } from './core/frameworks/rollup.ts';
export { buildControlsCatalog } from './oscal/frameworks/controls.ts';
export type { ControlsInput } from './oscal/frameworks/controls.ts';
export { fileNameOf } from './oscal/frameworks/document.ts';
export { oscalVersions } from './oscal/oscal-names.ts';
export type { OscalInput } from './oscal/frameworks/document.ts';
export type { OscalVersion } from './oscal/oscal-names.ts';
export { oscalModels } from './oscal/frameworks/export.ts';
export type { OscalModel } from './oscal/frameworks/export.ts';
export { frameworkFromCatalog, oscalCatalogSchema } from './oscal/frameworks/import-catalog.ts';
export type { OscalCatalog } from './oscal/frameworks/import-catalog.ts';

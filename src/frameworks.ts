/**
 * The door to the frameworks that come with this package; each one's data is loaded when it is asked for.
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
export { retirementOf } from './frameworks/registry/editions.ts';
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

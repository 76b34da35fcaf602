/**
 * The door to the frameworks that come with this package; each one's data is loaded when it is asked for.
 *
 * @packageDocumentation
 */
export { coverageOf } from './frameworks/coverage.ts';
export type { Coverage } from './frameworks/coverage.ts';
export { compareEditions } from './frameworks/crosswalks/compare.ts';
export type { ComparedRow, Comparison, Side } from './frameworks/crosswalks/compare.ts';
export { relations } from './frameworks/crosswalks/crosswalk.ts';
export type { Crosswalk, CrosswalkRow, Relation } from './frameworks/crosswalks/crosswalk.ts';
export { crosswalks } from './frameworks/crosswalks/registry.ts';
export type { CrosswalkEntry } from './frameworks/crosswalks/registry.ts';
export { requirementsAt } from './core/frameworks/framework.ts';
export { retirementOf } from './frameworks/editions.ts';
export { describeGuard } from './frameworks/guard.ts';
export type { FrameworkHead } from './frameworks/head.ts';
export { builtinFrameworks, frameworkIndex } from './frameworks/registry.ts';
export type { BuiltinFrameworkId, FrameworkEntry, MappedFramework } from './frameworks/registry.ts';
export { selectFrameworks } from './frameworks/select.ts';
export type { SelectedFramework } from './frameworks/select.ts';
export { buildOwnFramework } from './frameworks/own/build.ts';
export { findOwnProblems } from './frameworks/own/problems.ts';
export type { OwnProblem } from './frameworks/own/problems.ts';
export { ownFrameworkSchema } from './frameworks/own/schema.ts';
export type { OwnFramework } from './frameworks/own/schema.ts';
export { generalWords, wordsOf } from './frameworks/words.ts';
export type { StatusWords } from './frameworks/status-words.ts';

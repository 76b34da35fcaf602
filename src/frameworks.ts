/**
 * The door to the frameworks that come with this package; each one's data is loaded when it is asked for.
 *
 * @packageDocumentation
 */
export { requirementsAt } from './core/framework.ts';
export { retirementOf } from './frameworks/editions.ts';
export type { FrameworkHead } from './frameworks/head.ts';
export { builtinFrameworks, frameworkIndex } from './frameworks/registry.ts';
export type { BuiltinFrameworkId, FrameworkEntry, MappedFramework } from './frameworks/registry.ts';
export { selectFrameworks } from './frameworks/select.ts';
export type { SelectedFramework } from './frameworks/select.ts';
export { generalWords, wordsOf } from './frameworks/words.ts';
export type { StatusWords } from './frameworks/status-words.ts';

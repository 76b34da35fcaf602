/**
 * The door to the source of controls, for their authors and for evidence: it reads TypeScript with ts-morph, which is
 * loaded when something here is used.
 *
 * @packageDocumentation
 */
export { locateSources } from './authoring/source/locate-sources.ts';
export type { ControlSource, ControlSources, SourceLines } from './core/control-sources.ts';

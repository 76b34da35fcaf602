/**
 * The door to OSCAL: a framework and its mapping as documents that other tools read, and their catalogs as
 * frameworks. Pure functions; reading and writing files is the caller's.
 *
 * @packageDocumentation
 */
export { buildControlsCatalog } from './frameworks/oscal/controls.ts';
export type { ControlsInput } from './frameworks/oscal/controls.ts';
export { fileNameOf } from './frameworks/oscal/document.ts';
export { oscalVersions } from './core/frameworks/oscal-names.ts';
export type { OscalInput } from './frameworks/oscal/document.ts';
export type { OscalVersion } from './core/frameworks/oscal-names.ts';
export { oscalModels } from './frameworks/oscal/export.ts';
export type { OscalModel } from './frameworks/oscal/export.ts';
export { frameworkFromCatalog, oscalCatalogSchema } from './frameworks/oscal/import-catalog.ts';
export type { OscalCatalog } from './frameworks/oscal/import-catalog.ts';

/**
 * The door to OSCAL: a framework and its mapping as documents that other tools read, and their catalogs as
 * frameworks. Pure functions; reading and writing files is the caller's.
 *
 * @packageDocumentation
 */
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

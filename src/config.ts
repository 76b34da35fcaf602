/**
 * The door to what a team settles in files: its configuration with all that it extends, and frameworks of its own.
 * TypeScript is compiled and YAML is read when something is loaded.
 *
 * @packageDocumentation
 */
export { loadConfig } from './scanning/config/load-config.ts';
export type { LoadConfigOptions } from './scanning/config/load-config.ts';
export type { LoadedConfig } from './scanning/config/loaded-config.ts';
export type { ConfigLayer } from './scanning/config/config-layer.ts';
export { loadFramework } from './scanning/frameworks/load-framework.ts';
export type { LoadFrameworkOptions } from './scanning/frameworks/load-framework.ts';
export type { ConfigBranding } from './core/config/branding.ts';
export type { ReportFunction } from './core/config/config.ts';
export type { ConfigOrigin } from './core/config/merge-configs.ts';
export type { ConfigPath } from './core/config/parse-config.ts';
export type { Threshold } from './core/config/threshold.ts';
export type { CatalogOrigin } from './core/controls/catalog.ts';

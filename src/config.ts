/**
 * The door to what a team settles in files: its configuration with all that it extends, and frameworks of its own.
 * TypeScript is compiled and YAML is read when something is loaded.
 *
 * @packageDocumentation
 */
export { findConfig, loadConfig, noConfig } from './scanning/config/load-config.ts';
export type { LoadConfigOptions } from './scanning/config/load-config.ts';
export type { LoadedConfig } from './scanning/config/loaded-config.ts';
export type { ConfigLayer } from './scanning/config/config-layer.ts';
export { formatFile, formatPlace } from './scanning/config/format-place.ts';
export { placeIn } from './scanning/config/place-in.ts';
export { loadFramework } from './scanning/frameworks/load-framework.ts';
export type { LoadFrameworkOptions } from './scanning/frameworks/load-framework.ts';
export { chooseFrameworks, onlyOne } from './scanning/frameworks/choose-frameworks.ts';
export type {
  ChooseOptions,
  ChosenFrameworks,
  ReadAround,
} from './scanning/frameworks/choose-frameworks.ts';
export { isFrameworkFile } from './scanning/config/framework-file.ts';
export type { ConfigBranding } from './core/config/branding.ts';
export type { ReportFunction } from './core/config/config.ts';
export { configKeys, mergeConfigs } from './core/config/merge-configs.ts';
export type { ConfigOrigin, MergedConfig } from './core/config/merge-configs.ts';
export { checkConfig, parseConfig, formatConfigPath } from './core/config/parse-config.ts';
export type { ConfigPath, ConfigProblem } from './core/config/parse-config.ts';
export { thresholds } from './core/config/threshold.ts';
export type { Threshold } from './core/config/threshold.ts';
export { layerCatalogs } from './core/controls/layer-catalogs.ts';
export type { CatalogOrigin } from './core/controls/catalog.ts';

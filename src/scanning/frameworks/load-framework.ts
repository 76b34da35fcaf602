import type { Catalog } from '../../core/controls/catalog.ts';
import type { SelectedFramework } from '../../frameworks/registry/select-frameworks.ts';
import { noConfig } from '../config/load-config.ts';
import { chooseFrameworks, onlyOne } from './choose-frameworks.ts';

/** What a framework is loaded with. */
export interface LoadFrameworkOptions {
  /** The controls that its mappings may name; the built-in ones when absent. */
  readonly catalog?: Catalog;
  /** The working folder, from which files are named; that of the process when absent. */
  readonly cwd?: string;
}

/**
 * Loads one framework: a file of your own in YAML or JSON, an OSCAL catalog, or a built-in one by its id, each with `@LEVEL`
 * where it has levels. Use it wherever the id of a framework is taken.
 *
 * @throws PlimsollError `framework-unknown`, `framework-invalid` with file, line and column, and what reading a file throws
 * @example
 * const policy = await loadFramework('./policy.yaml');
 * const { assessment } = await scan('.', { frameworks: ['pci-dss-4.0.1', policy] });
 */
export async function loadFramework(
  spec: string,
  { catalog, cwd = process.cwd() }: LoadFrameworkOptions = {},
): Promise<SelectedFramework> {
  const config = { ...noConfig(cwd), ...(catalog ? { catalog } : {}) };
  const { selected } = await chooseFrameworks([spec], config, { cwd });
  return onlyOne(selected, spec);
}

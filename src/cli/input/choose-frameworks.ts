import type { LoadedConfig } from '../../config.ts';
import {
  chooseFrameworks as choose,
  type ChosenFrameworks,
} from '../../scanning/frameworks/choose-frameworks.ts';
import type { MappedFramework } from '../../frameworks.ts';
import { readAs } from './read-as.ts';

/** Reads a file as a framework; the error of one that is something else says what it is. */
export const asFramework = (
  path: string,
  read: () => Promise<MappedFramework>,
): Promise<MappedFramework> => readAs(path, 'framework', read);

/**
 * Chooses the frameworks that the command line names, or else those of the configuration.
 *
 * @throws PlimsollError `framework-unknown`, `framework-invalid`, and what reading a file throws
 */
export const chooseFrameworks = (
  named: readonly string[] | undefined,
  config: LoadedConfig,
): Promise<ChosenFrameworks> => choose(named, config, { around: asFramework });

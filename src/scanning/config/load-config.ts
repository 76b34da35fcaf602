import { namedConfig, nearestConfig } from './find-config.ts';
import type { LoadedConfig } from './loaded-config.ts';

/** From where a configuration is looked for. */
export interface LoadConfigOptions {
  /** The working folder; that of the process when absent. */
  readonly cwd?: string;
}

interface Found {
  readonly path: string;
  /** Makes sure that a file may be run; absent where a person named the configuration. */
  readonly hold?: (path: string) => Promise<void>;
}

/**
 * Loads a configuration with all that it extends: the file that is named, or else the nearest `plimsoll.config.ts`
 * upwards, which is run only where nobody else could have written it. Where there is none, it is an empty one.
 *
 * @throws PlimsollError `config-not-found`, `config-untrusted`, `config-invalid`, and what its own definitions throw,
 * with file and line
 * @example
 * const config = await loadConfig();
 * const { assessment } = await scan('compose.yaml', { config });
 */
export async function loadConfig(
  path?: string,
  options: LoadConfigOptions = {},
): Promise<LoadedConfig> {
  const found = await locate(path, options);
  if (found === undefined) return noConfig(options.cwd ?? process.cwd(), true);
  const { readConfig } = await import('./read-config.ts');
  return await readConfig(found.path, found.hold);
}

/**
 * The file that {@link loadConfig} would load; `undefined` where there is none. It is not run.
 *
 * @throws PlimsollError `config-not-found`, `config-untrusted`
 */
export const findConfig = async (
  path?: string,
  options: LoadConfigOptions = {},
): Promise<string | undefined> => (await locate(path, options))?.path;

/**
 * A configuration that says nothing.
 *
 * @param folder from which the files of frameworks and statements are named
 * @param readsBeside whether what people state in the folders beside it is read
 */
export const noConfig = (folder: string, readsBeside = false): LoadedConfig => ({
  folder,
  readsBeside,
  layers: [],
  origins: new Map(),
});

async function locate(
  named: string | undefined,
  { cwd = process.cwd() }: LoadConfigOptions,
): Promise<Found | undefined> {
  if (named !== undefined) return { path: await namedConfig(named, cwd) };
  const path = await nearestConfig(cwd);
  if (path === undefined) return undefined;
  const { holdToTrust } = await import('./config-trust.ts');
  const trusting = { uid: process.geteuid?.(), env: process.env };
  const hold = (file: string): Promise<void> => holdToTrust(file, trusting);
  await hold(path);
  return { path, hold };
}

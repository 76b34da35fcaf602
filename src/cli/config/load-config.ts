import type { SharedOptions } from '../options/options.ts';
import type { ConfigUse } from './config-use.ts';
import { namedConfig, nearestConfig } from './find-config.ts';
import type { LocatedConfig } from './located-config.ts';

/** What the command line says of the configuration: its file, or `false` for `--no-config`. */
export type ConfigOptions = Pick<SharedOptions, 'config' | 'quiet' | 'lang'>;

/** The only way for a command to its configuration; what is loaded is said on stderr, once. */
export interface ConfigSource {
  /**
   * The file alone; `undefined` where there is none. It is not run.
   *
   * @throws PlimsollError `config-not-found`, `config-untrusted`
   */
  readonly find: (options: ConfigOptions) => Promise<string | undefined>;
  /**
   * The configuration with all that it extends, or else an empty one.
   *
   * @throws PlimsollError `config-not-found`, `config-untrusted`, `config-invalid`, and what its own definitions throw,
   * with file and line
   */
  readonly load: (options: ConfigOptions) => Promise<LocatedConfig>;
}

/** Makes the source of configurations for a command that uses them so. */
export function configSource(use: ConfigUse): ConfigSource {
  let loaded: Promise<LocatedConfig> | undefined;
  return {
    find: async ({ config }) => (await locate(use, config, process.cwd()))?.path,
    load: (options) => (loaded ??= loadAndTell(use, options)),
  };
}

async function loadAndTell(use: ConfigUse, options: ConfigOptions): Promise<LocatedConfig> {
  const config = await loadConfig(use, options.config, process.cwd());
  if (config.layers.length > 0 && options.quiet !== true) {
    const { tellConfig } = await import('./tell-config.ts');
    process.stderr.write(tellConfig(config, options.lang ?? config.language ?? 'en'));
  }
  return config;
}

/** Loads the configuration that `named` says, or the nearest where the use allows, or else an empty one. */
export async function loadConfig(
  use: ConfigUse,
  named: string | false | undefined,
  cwd: string,
): Promise<LocatedConfig> {
  const found = await locate(use, named, cwd);
  if (found !== undefined) {
    const { readConfig } = await import('./read-config.ts');
    return await readConfig(found.path, found.hold);
  }
  const isLookedFor = use === 'found-if-trusted' && named !== false;
  return { folder: cwd, readsBeside: isLookedFor, layers: [], origins: new Map() };
}

interface Found {
  readonly path: string;
  /** Makes sure that a file may be run; absent where a person named the configuration. */
  readonly hold?: (path: string) => Promise<void>;
}

async function locate(
  use: ConfigUse,
  named: string | false | undefined,
  cwd: string,
): Promise<Found | undefined> {
  if (named === false || use === 'none') return undefined;
  if (named !== undefined) return { path: await namedConfig(named, cwd) };
  if (use === 'never-unless-named') return undefined;
  const path = await nearestConfig(cwd);
  if (path === undefined) return undefined;
  const { holdToTrust } = await import('./config-trust.ts');
  const trusting = { uid: process.geteuid?.(), env: process.env };
  const hold = (file: string): Promise<void> => holdToTrust(file, trusting);
  await hold(path);
  return { path, hold };
}

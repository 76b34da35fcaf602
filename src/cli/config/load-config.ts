import type { SharedOptions } from '../options/options.ts';
import type { ConfigUse } from './config-use.ts';
import { loadConfig as load, type LoadedConfig } from '../../config.ts';
import { hearConfig } from '../terminal/spoken-language.ts';
import { findConfig, noConfig } from '../../scanning/config/load-config.ts';

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
  readonly load: (options: ConfigOptions) => Promise<LoadedConfig>;
}

/** Makes the source of configurations for a command that uses them so. */
export function configSource(use: ConfigUse): ConfigSource {
  let loaded: Promise<LoadedConfig> | undefined;
  return {
    find: async ({ config }) => {
      const path = pathOf(use, config);
      return path === false ? undefined : await findConfig(path);
    },
    load: (options) => (loaded ??= loadAndTell(use, options)),
  };
}

async function loadAndTell(use: ConfigUse, options: ConfigOptions): Promise<LoadedConfig> {
  const config = await loadConfig(use, options.config, process.cwd());
  hearConfig(config);
  if (config.layers.length > 0 && options.quiet !== true) {
    const { printConfig } = await import('./print-config.ts');
    process.stderr.write(printConfig(config, options.lang ?? config.language ?? 'en'));
  }
  return config;
}

/** Loads the configuration that `named` says, or the nearest where the use allows, or else an empty one. */
export async function loadConfig(
  use: ConfigUse,
  named: string | false | undefined,
  cwd: string,
): Promise<LoadedConfig> {
  const path = pathOf(use, named);
  return path === false ? noConfig(cwd) : await load(path, { cwd });
}

/** What a use allows: a file that was named, the nearest where it is `undefined`, or none. */
function pathOf(use: ConfigUse, named: string | false | undefined): string | false | undefined {
  if (use === 'none') return false;
  return use === 'never-unless-named' ? (named ?? false) : named;
}

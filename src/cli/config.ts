import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as plimsoll from '../index.ts';
import * as frameworks from '../frameworks.ts';
import { parseConfig, PlimsollError, type PlimsollConfig } from '../index.ts';

const fileNames = [
  'plimsoll.config.ts',
  'plimsoll.config.mts',
  'plimsoll.config.js',
  'plimsoll.config.mjs',
];

/** A configuration, and the folder from which its files are named. */
export interface LocatedConfig extends PlimsollConfig {
  /** The folder of the configuration, or the working folder where there is none. */
  readonly folder: string;
  /** The configuration itself; absent where there is none. */
  readonly path?: string;
}

/**
 * Loads the configuration: the file named, or else the nearest one from the working folder upwards, or
 * else an empty one.
 *
 * @throws PlimsollError `config-not-found`, `config-invalid`
 */
export async function loadConfig(named: string | undefined, cwd: string): Promise<LocatedConfig> {
  const path = named === undefined ? await findUpwards(cwd) : resolve(cwd, named);
  if (path === undefined) return { folder: cwd };
  if (!(await exists(path))) {
    throw new PlimsollError('config-not-found', `There is no configuration ${path}.`, {
      hint: 'Name it with --config, or leave the option out.',
    });
  }
  const folder = dirname(path);
  return withLogo({ ...parseConfig(await evaluate(path), path), folder, path });
}

/** The configuration with its logo read, as documents take it. */
async function withLogo(config: LocatedConfig): Promise<LocatedConfig> {
  const { branding, folder } = config;
  if (branding?.logo === undefined) return config;
  const path = resolve(folder, branding.logo);
  const { readLogo } = await import('../report.ts');
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PlimsollError('file-not-found', `The logo ${path} could not be read.`, {
      hint: 'Name it from the folder of the configuration.',
      cause,
    });
  });
  return { ...config, branding: { ...branding, logo: readLogo(bytes, path) } };
}

async function evaluate(path: string): Promise<unknown> {
  const [{ createJiti }, report] = await Promise.all([import('jiti'), import('../report.ts')]);
  // The configuration must share this very instance of the package, whatever lies in its node_modules.
  const jiti = createJiti(import.meta.url, {
    moduleCache: false,
    fsCache: false,
    virtualModules: { plimsoll, 'plimsoll/frameworks': frameworks, 'plimsoll/report': report },
  });
  try {
    return await jiti.import(path, { default: true });
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError('config-invalid', `${placeOf(path, cause)}: ${firstLine(message)}`, {
      hint: 'Type-check it with: npx tsc --noEmit',
      cause,
    });
  }
}

/** The line at which a configuration went wrong, from where the error says so: its text, or its stack. */
function placeOf(path: string, cause: unknown): string {
  const said = cause instanceof Error ? `${cause.message}\n${cause.stack ?? ''}` : '';
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const position =
    new RegExp(`${escaped}:(\\d+:\\d+)`).exec(said)?.[1] ?? /\((\d+:\d+)\)/.exec(said)?.[1];
  return position === undefined ? path : `${path}:${position}`;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

async function findUpwards(from: string): Promise<string | undefined> {
  for (const name of fileNames) {
    const path = join(from, name);
    if (await exists(path)) return path;
  }
  const above = dirname(from);
  return above === from ? undefined : findUpwards(above);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  mergeConfigs,
  PlimsollError,
  type ConfigPath,
  type MergedConfig,
  type PlimsollConfig,
} from '../../index.ts';
import type { ConfigLayer } from './config-layer.ts';
import { readLayers } from './config-layers.ts';
import { createEvaluator } from './evaluate-config.ts';
import { findConfig } from './find-config.ts';
import { sayPlaceIn } from './say-place.ts';

/** A configuration with all that it extends, and where it came from. */
export interface LocatedConfig extends PlimsollConfig {
  /** The folder of the configuration, or the working folder where there is none. */
  readonly folder: string;
  /** The configurations of which it is made, lowest first; none where there is none. */
  readonly layers: readonly ConfigLayer[];
  readonly origins: MergedConfig['origins'];
}

/**
 * Loads the configuration with all that it extends: the file named, or else the nearest one from the working
 * folder upwards, or else an empty one.
 *
 * @throws PlimsollError `config-not-found`, `config-invalid`, and what its own definitions throw, with file and line
 */
export async function loadConfig(named: string | undefined, cwd: string): Promise<LocatedConfig> {
  const path = await findConfig(named, cwd);
  if (path === undefined) return { folder: cwd, layers: [], origins: new Map() };
  const evaluator = await createEvaluator();
  try {
    const layers = await readLayers(path, evaluator);
    const { config, origins } = await merge(layers);
    return await withLogo({ ...config, folder: dirname(path), layers, origins });
  } finally {
    evaluator.forget();
  }
}

/** Where a part of a merged configuration is written, `file:line:column`. */
export async function placeIn(config: LocatedConfig, path: ConfigPath): Promise<string> {
  for (let length = path.length; length > 0; length -= 1) {
    const [origin] = config.origins.get(path.slice(0, length).join('/')) ?? [];
    const layer = origin && config.layers[origin.layer];
    if (!layer) continue;
    return sayPlaceIn(layer.file, [...layer.within, ...origin.path, ...path.slice(length)]);
  }
  return 'The configuration';
}

/** Catalogs may contradict one another; nothing else can. */
async function merge(layers: readonly ConfigLayer[]): Promise<MergedConfig> {
  try {
    return mergeConfigs(layers.map(({ config }) => config));
  } catch (cause) {
    if (!(cause instanceof PlimsollError)) throw cause;
    const top = layers.findLast(({ config }) => config.catalog !== undefined);
    const place = top ? await sayPlaceIn(top.file, [...top.within, 'catalog']) : '';
    const below = layers.flatMap(({ chain }) => (chain.length > 0 ? [chain.join(' → ')] : []));
    throw new PlimsollError(
      cause.code,
      `${place}: ${cause.message} It is laid over what it extends: ${below.join(', ')}.`,
      { hint: cause.hint, cause },
    );
  }
}

/** The configuration with its logo read, as documents take it. */
async function withLogo(config: LocatedConfig): Promise<LocatedConfig> {
  const { branding, folder } = config;
  if (branding?.logo === undefined) return config;
  const path = resolve(folder, branding.logo);
  const { readLogo } = await import('../../report.ts');
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PlimsollError('file-not-found', `The logo ${path} could not be read.`, {
      hint: 'Name it from the folder of the configuration.',
      cause,
    });
  });
  return { ...config, branding: { ...branding, logo: readLogo(bytes, path) } };
}

import type { ConfigPath } from '../../index.ts';
import { findConfig } from './find-config.ts';
import type { LocatedConfig } from './located-config.ts';
import { sayPlaceIn } from './say-place.ts';

/**
 * Loads the configuration with all that it extends: the file named, or else the nearest one from the working
 * folder upwards, or else an empty one.
 *
 * @throws PlimsollError `config-not-found`, `config-invalid`, and what its own definitions throw, with file and line
 */
export async function loadConfig(named: string | undefined, cwd: string): Promise<LocatedConfig> {
  const path = await findConfig(named, cwd);
  if (path === undefined) return { folder: cwd, layers: [], origins: new Map() };
  const { readConfig } = await import('./read-config.ts');
  return await readConfig(path);
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

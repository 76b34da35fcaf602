import type { ConfigPath } from '../../core/config/parse-config.ts';
import type { LoadedConfig } from './loaded-config.ts';
import { formatPlaceIn } from './format-place.ts';

/** Where a part of a merged configuration is written, `file:line:column`. */
export async function placeIn(config: LoadedConfig, path: ConfigPath): Promise<string> {
  for (let length = path.length; length > 0; length -= 1) {
    const [origin] = config.origins.get(path.slice(0, length).join('/')) ?? [];
    const layer = origin && config.layers[origin.layer];
    if (!layer) continue;
    return formatPlaceIn(layer.file, [...layer.within, ...origin.path, ...path.slice(length)]);
  }
  return 'The configuration';
}

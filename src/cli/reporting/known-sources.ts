import type { LoadedConfig } from '../../config.ts';
import { readShippedSources, type KnownSources } from '../../evidence.ts';
import { builtin } from '../../index.ts';

const known = new WeakMap<LoadedConfig, Promise<KnownSources>>();

/**
 * What is known of the sources of controls: of those that come with the package, and of the configuration's own, which
 * are looked for once, and only where it has any.
 */
export function knownSources(config: LoadedConfig): Promise<KnownSources> {
  const found = known.get(config) ?? findSources(config);
  known.set(config, found);
  return found;
}

async function findSources({ catalog = builtin, layers }: LoadedConfig): Promise<KnownSources> {
  const [path, ...extended] = layers.map(({ file }) => file).toReversed();
  const shipped = await readShippedSources(builtin.controls);
  const checks = new Set(builtin.controls.map(({ check }) => check));
  const hasOwn = catalog.controls.some(({ check }) => !checks.has(check));
  if (!hasOwn || path === undefined) return { shipped, controls: builtin.controls };
  const [{ locateSources }, { hideInSource }] = await Promise.all([
    import('../../authoring.ts'),
    import('../../evidence.ts'),
  ]);
  return {
    shipped,
    controls: builtin.controls,
    own: await locateSources(path, extended),
    hide: hideInSource,
  };
}

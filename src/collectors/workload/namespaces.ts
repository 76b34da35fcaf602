import type { EngineTraits, Product } from './engine-traits.ts';
import { type Missing, isMissing, whenRead } from '../gathering/partial-facts.ts';

export const own = { mode: 'private', chain: [] as string[], resolved: 'private' } as const;

export const ofHost = { mode: 'host', chain: [] as string[], resolved: 'host' } as const;

/**
 * Without remapping every container is in the user namespace of its engine, which is the host's. Podman calls a
 * container's own `private`, whatever made it so; Docker takes that and any other word, and goes by its own setting.
 */
export function userNamespace(mode: string, engine: EngineTraits | Missing, product?: Product) {
  if (product === 'podman' && mode !== '' && mode !== 'host') return own;
  if (isMissing(engine)) return mode === 'host' ? ofHost : engine;
  if (engine.rootless) return own;
  return engine.userNamespaces && mode !== 'host' ? own : ofHost;
}

/** The cgroup namespace, as asked for, or else by the engine's default. */
export function cgroupNamespace(mode: string, engine: EngineTraits | Missing) {
  if (mode === 'host') return ofHost;
  if (mode !== '') return own;
  const byDefault = whenRead(engine, ({ cgroupNamespaces }) => cgroupNamespaces);
  if (isMissing(byDefault)) return byDefault;
  return byDefault ? own : ofHost;
}

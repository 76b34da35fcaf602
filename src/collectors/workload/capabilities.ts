import { defaultCapabilities } from '../../knowledge/default-capabilities.ts';
import { capabilityNames } from '../../syntax/proc/capabilities.ts';
import type { Product } from './engine-traits.ts';

/**
 * What engines give by default.
 *
 * @see https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities
 */
const defaults = {
  docker: defaultCapabilities,
  podman: [
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'NET_BIND_SERVICE',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ],
} as const;

/** Upper case, without `CAP_`, each once, sorted. */
export const normalCapabilities = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map((name) => name.toUpperCase().replace(/^CAP_/, '')))].toSorted();

/**
 * What a container asked for, and what it holds in the end, as the engine works it out. One that does not say which engine it
 * is gives at most what Docker gives.
 */
export function capabilitiesOf(
  asked: {
    readonly add: readonly string[];
    readonly drop: readonly string[];
    readonly privileged: boolean;
  },
  product: Product | undefined,
) {
  const added = normalCapabilities(asked.add);
  const dropped = normalCapabilities(asked.drop);
  return { added, dropped, effective: effective(added, dropped, asked.privileged, product) };
}

function effective(
  added: readonly string[],
  dropped: readonly string[],
  privileged: boolean,
  product: Product | undefined,
): readonly string[] {
  if (privileged) return capabilityNames.toSorted();
  // Adding all comes first: beside it, dropping all has no effect.
  const base: readonly string[] = added.includes('ALL')
    ? capabilityNames
    : dropped.includes('ALL')
      ? []
      : defaults[product === 'podman' ? 'podman' : 'docker'];
  const kept = base.filter((name) => !dropped.includes(name));
  return normalCapabilities([...kept, ...added.filter((name) => name !== 'ALL')]);
}

import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { isWithin } from '../../../knowledge/host-paths.ts';

/** One mount of a host. */
export type HostMount = HostFacts['mounts'][number];

/** The mount that a path lies on: the deepest one, and of several in the same place the last. */
export function mountOf(mounts: readonly HostMount[], path: string): HostMount | undefined {
  let found: HostMount | undefined;
  for (const mount of mounts) {
    const length = found?.mountPoint.length ?? 0;
    if (isWithin(path, mount.mountPoint) && mount.mountPoint.length >= length) found = mount;
  }
  return found;
}

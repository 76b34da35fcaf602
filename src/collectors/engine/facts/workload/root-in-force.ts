import { isMissing, sourced } from '../../../gathering/partial-facts.ts';
import type { Answer } from './container-answer.ts';
import type { InForce } from '../../../proc/in-force.ts';

/** Whether nothing can be written in the root filesystem of a container, and where below /proc that is seen; of several views the open one. */
export function rootSeen({ mounts, mountsBeside }: InForce, pid: number) {
  const root = isMissing(mounts) ? undefined : mounts.get('/');
  if (root === undefined) return undefined;
  const open = mountsBeside.find(
    (each) =>
      'mount' in each &&
      !each.mount.readOnly &&
      each.mount.device === root.device &&
      each.mount.root === root.root,
  );
  return open !== undefined && 'mount' in open
    ? { readOnly: false, path: `/proc/${open.folder}/mountinfo` }
    : { readOnly: root.readOnly, path: `/proc/${pid}/mountinfo` };
}

/** Whether the root filesystem of a container is read-only: by the kernel where it says so, and else as it was made. */
export function rootReadOnly({ raw: { HostConfig, State }, inForce }: Answer) {
  const seen = inForce && rootSeen(inForce, State.Pid);
  return seen === undefined || seen.readOnly === HostConfig.ReadonlyRootfs
    ? HostConfig.ReadonlyRootfs
    : sourced(seen.readOnly, { kind: 'file', path: seen.path });
}

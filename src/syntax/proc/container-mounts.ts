import { parseMountInfo } from './mount-info.ts';

/** Files that every engine makes for each container, in a folder that is called by its id, and mounts into it. */
const madeFiles = new Set(['/etc/hostname', '/etc/hosts', '/etc/resolv.conf']);

const containerFolder = /\/([0-9a-f]{64})\/(?:[a-z]+\/)?(?:hostname|hosts|resolv\.conf)$/;

/**
 * The id of the container that a process is in, by the text of its /proc/PID/mountinfo: for containers that
 * have no cgroup, as those of a rootless engine on cgroup v1. `undefined` where its mounts do not tell, or do
 * not tell alike. To be compared with the id that an engine gives: a process inside may change its own mounts.
 */
export function containerByMounts(text: string): string | undefined {
  const ids = new Set(
    parseMountInfo(text).flatMap(({ root, point }) => {
      if (!madeFiles.has(point)) return [];
      const id = containerFolder.exec(root)?.[1];
      return id === undefined ? [] : [id];
    }),
  );
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}

import { PlimsollError } from '../../core/errors.ts';
import { parseMountInfo } from '../../syntax/proc/mount-info.ts';
import { readProc } from '../proc/read-proc.ts';
import { text } from '../../core/text.ts';

/** Files that an engine gives to every container, from a directory that is named for the container. */
const given: ReadonlySet<string> = new Set(['/etc/hostname', '/etc/hosts', '/etc/resolv.conf']);

/**
 * Where something is mounted in a container, as its first process sees it.
 *
 * A process may have changed its root to some directory since it began. Then the kernel would tell only of
 * what is mounted in there: that the files are there which the engine mounted, from a directory with a
 * container's id in its name, shows that this root is the one that the engine made.
 *
 * @param path `/proc/PID/mountinfo`
 * @throws PlimsollError `file-not-found`, `file-denied`, or `file-unreadable` when its root is another
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function readMountPoints(path: string): readonly string[] {
  const mounts = parseMountInfo(readProc(path));
  const made = mounts.some(
    ({ root, point }) => given.has(point) && /\/[0-9a-f]{64}(?:\/|$)/.test(root),
  );
  if (!made) {
    throw new PlimsollError(
      'file-unreadable',
      text(`${path} is not that of a container's own root.`, `${path} 不属于容器自己的根。`),
    );
  }
  return mounts.map(({ point }) => point);
}

import { PlimsollError } from '../../core/errors.ts';
import { readProc } from '../proc/read-proc.ts';

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
  const mounts = readProc(path)
    .split('\n')
    .flatMap((line) => {
      const [, , , from, point] = line.split(' ');
      return from === undefined || point === undefined ? [] : [{ from, point: unescape(point) }];
    });
  const made = mounts.some(
    ({ from, point }) => given.has(point) && /\/[0-9a-f]{64}(?:\/|$)/.test(from),
  );
  if (!made) {
    throw new PlimsollError('file-unreadable', `${path} is not that of a container's own root.`);
  }
  return mounts.map(({ point }) => point);
}

/** Spaces and the like are written as three octal digits. */
const unescape = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );

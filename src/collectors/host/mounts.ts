import type { HostFacts } from '../../core/subjects/host/host.ts';
import { readText } from '../files/read-text.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** 16 MiB: a host with tens of thousands of mounts. */
const bytesAtMost = 16 << 20;

/** Long lists of an overlay's layers, which say nothing of how it may be used. */
const layers = /^(?:lowerdir|upperdir|workdir)/;

/**
 * Reads the text of /proc/PID/mountinfo. The options are those of the mount and of the file system
 * together; `ro` on either of them makes it read-only.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function parseMountInfo(text: string): HostFacts['mounts'] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ', 2);
    const [, , , , mountPoint, own] = before.split(' ');
    const [fileSystem, from = '', shared = ''] = after?.split(' ') ?? [];
    if (mountPoint === undefined || own === undefined || fileSystem === undefined) return [];
    return [
      {
        mountPoint: unescape(mountPoint),
        fileSystem,
        source: unescape(from),
        options: merge(own, shared),
      },
    ];
  });
}

function merge(own: string, shared: string): string[] {
  const options = [...own.split(','), ...shared.split(',')].map(unescape);
  const readOnly = options.includes('ro');
  const kept = options.filter(
    (option) => option !== '' && !layers.test(option) && !(readOnly && option === 'rw'),
  );
  return [...new Set(kept)];
}

/** Spaces and the like are written as three octal digits. */
const unescape = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );

/** The mounts of the first process: the host's own, whatever namespace the reader is in. */
export const readMounts = (procRoot: string): Promise<Reading<HostFacts['mounts']>> =>
  attempt('/proc/1/mountinfo', async () =>
    parseMountInfo(await readText(procRoot, '/1/mountinfo', bytesAtMost)),
  );

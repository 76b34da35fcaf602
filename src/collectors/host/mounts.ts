import type { HostFacts } from '../../core/subjects/host/host.ts';
import { readText } from '../files/read-text.ts';
import { parseMountInfo } from '../../syntax/proc/mount-info.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** 16 MiB: a host with tens of thousands of mounts. */
const bytesAtMost = 16 << 20;

/** Long lists of an overlay's layers, which say nothing of how it may be used. */
const layers = /^(?:lowerdir|upperdir|workdir)/;

/** The mounts as facts. The options are those of the mount and of the file system together. */
export const mountFacts = (text: string): HostFacts['mounts'] =>
  parseMountInfo(text).map(({ device, point, fileSystem, source, options, superOptions }) => ({
    mountPoint: point,
    device,
    fileSystem,
    source,
    options: merge([...options, ...superOptions]),
  }));

/** `ro` on either of them makes it read-only. */
function merge(options: readonly string[]): string[] {
  const readOnly = options.includes('ro');
  const kept = options.filter((option) => !layers.test(option) && !(readOnly && option === 'rw'));
  return [...new Set(kept)];
}

/** The mounts of the first process: the host's own, whatever namespace the reader is in. */
export const readMounts = (procRoot: string): Promise<Reading<HostFacts['mounts']>> =>
  attempt('/proc/1/mountinfo', async () =>
    mountFacts(await readText(procRoot, '/1/mountinfo', bytesAtMost)),
  );

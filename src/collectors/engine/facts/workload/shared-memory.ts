import { isMissing, read, sourced } from '../../../gathering/partial-facts.ts';
import type { MountInForce } from '../../../proc/mounts-in-force.ts';
import type { InForce } from '../../../proc/in-force.ts';
import type { RawContainer } from '../../api-schemas/container.ts';

/** Sizes are rounded up to whole pages, which are no larger than this. */
const pageAtMost = 65_536;

/** Whether memory has another size than it was given. */
export const isOtherSize = (bytes: number, given: number): boolean =>
  Math.abs(bytes - given) > pageAtMost;

/** Whether memory has an end below the one that it was given; 0 is none. */
export const isSmaller = (bytes: number, given: number): boolean =>
  bytes > 0 && (given === 0 || bytes < given);

/** The memory at /dev/shm that an engine made for a container alone; `undefined` where it is the host's, another one's, or asked for as a mount. */
export function ownSharedMemory(
  { HostConfig: host, Mounts }: Pick<RawContainer, 'HostConfig' | 'Mounts'>,
  mounts: ReadonlyMap<string, MountInForce>,
): MountInForce | undefined {
  const isOwn = read(
    () =>
      ['private', 'shareable'].includes(host.IpcMode) &&
      host.Tmpfs['/dev/shm'] === undefined &&
      Mounts.every(({ Destination }) => Destination !== '/dev/shm'),
  );
  const found = mounts.get('/dev/shm');
  return isMissing(isOwn) || !isOwn || found?.fileSystem !== 'tmpfs' ? undefined : found;
}

/** Bytes of its own /dev/shm, where they are others than it was made with. */
export function otherSharedMemory(container: RawContainer, { mounts }: InForce) {
  const { HostConfig, State } = container;
  const found = isMissing(mounts) ? undefined : ownSharedMemory(container, mounts);
  const given = read(() => HostConfig.ShmSize);
  return found === undefined || isMissing(given) || !isOtherSize(found.sizeBytes, given)
    ? undefined
    : sourced(found.sizeBytes, { kind: 'file', path: `/proc/${State.Pid}/mountinfo` } as const);
}

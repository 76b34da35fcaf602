import type { RawHostConfig } from '../../api-schemas/container.ts';
import { parseSize } from '../../../../syntax/parse-size.ts';
import { at } from '../../../gathering/fact-lines.ts';
import { sourced, type Partly, type Sourced } from '../../../gathering/partial-facts.ts';
import type { CgroupSetting, LimitsRead } from '../../../proc/cgroup-held.ts';
import { askedRates, rateFacts } from './disk-rates.ts';
import { cpusOf, otherLimit } from './limits-in-force.ts';

interface Answer {
  readonly raw: { readonly HostConfig: RawHostConfig };
  /** The limits in force; absent where they were not read, so that the engine's own word decides. */
  readonly limits?: LimitsRead | undefined;
  /** Bytes of /dev/shm in force, where they are others than it was made with. */
  readonly sharedMemory?: Sourced<number> | undefined;
}

/** A setting by its cgroup where that says otherwise than the container was made, and else as it was made. */
const limited =
  <T extends number | string>(
    setting: CgroupSetting,
    configured: (host: RawHostConfig) => T,
  ): ((answer: Answer) => Partly<T>) =>
  ({ raw: { HostConfig }, limits }) => {
    const other = limits && otherLimit(limits, setting, HostConfig);
    // A cgroup says each setting as what it is a setting of.
    return other
      ? sourced(other.value as never, { kind: 'file', path: other.path })
      : configured(HostConfig);
  };

/** What a container may use, from its own settings and its cgroup. */
export const resourceLines = {
  memoryBytes: at(
    '/HostConfig/Memory',
    limited('memoryBytes', ({ Memory }) => Memory),
  ),
  memoryReservationBytes: at(
    '/HostConfig/MemoryReservation',
    limited('memoryReservationBytes', ({ MemoryReservation }) => MemoryReservation),
  ),
  memorySwapBytes: at(
    '/HostConfig/MemorySwap',
    limited('memorySwapBytes', ({ MemorySwap }) => MemorySwap),
  ),
  cpus: at(
    '/HostConfig',
    limited('cpus', (host) => cpusOf(host)),
  ),
  cpuShares: at(
    '/HostConfig/CpuShares',
    limited('cpuShares', ({ CpuShares }) => CpuShares),
  ),
  cpuset: at(
    '/HostConfig/CpusetCpus',
    limited('cpuset', ({ CpusetCpus }) => CpusetCpus),
  ),
  pidsLimit: at(
    '/HostConfig/PidsLimit',
    limited('pidsLimit', ({ PidsLimit }) => PidsLimit),
  ),
  ulimits: at('/HostConfig/Ulimits', ({ raw: { HostConfig } }: Answer) =>
    ulimitsOf(HostConfig.Ulimits),
  ),
  blkioWeight: at(
    '/HostConfig/BlkioWeight',
    ({ raw: { HostConfig } }: Answer) => HostConfig.BlkioWeight,
  ),
  blkioLimits: at('/HostConfig', ({ raw: { HostConfig }, limits }: Answer) => {
    const other = limits && otherLimit(limits, 'diskRates', HostConfig);
    return other
      ? sourced(rateFacts(String(other.value), HostConfig), { kind: 'file', path: other.path })
      : askedRates(HostConfig);
  }),
  storageBytes: at('/HostConfig/StorageOpt/size', ({ raw: { HostConfig } }: Answer) =>
    parseSize(HostConfig.StorageOpt['size'] ?? ''),
  ),
  oomKillDisabled: at('/HostConfig/OomKillDisable', ({ raw: { HostConfig }, limits }: Answer) => {
    const other = limits && otherLimit(limits, 'oomKillDisabled', HostConfig);
    return other
      ? sourced(other.value === 1, { kind: 'file', path: other.path })
      : HostConfig.OomKillDisable;
  }),
  shmBytes: at(
    '/HostConfig/ShmSize',
    ({ raw: { HostConfig }, sharedMemory }: Answer) => sharedMemory ?? HostConfig.ShmSize,
  ),
  cgroupParent: at(
    '/HostConfig/CgroupParent',
    ({ raw: { HostConfig } }: Answer) => HostConfig.CgroupParent,
  ),
};

/** Limits as the engine lists them; -1 is no limit. */
export const ulimitsOf = (ulimits: RawHostConfig['Ulimits']) =>
  ulimits.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard }));

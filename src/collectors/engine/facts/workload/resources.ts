import type { RawHostConfig } from '../../border/container.ts';
import { parseSize } from '../parse-size.ts';

/** The kernel's own default period, in microseconds. */
const defaultPeriod = 100_000;

/** What a container may use, from its own settings. */
export function resourcesOf(host: RawHostConfig) {
  return {
    memoryBytes: host.Memory,
    memoryReservationBytes: host.MemoryReservation,
    memorySwapBytes: host.MemorySwap,
    cpus: cpusOf(host),
    cpuShares: host.CpuShares,
    cpuset: host.CpusetCpus,
    pidsLimit: host.PidsLimit,
    ulimits: ulimitsOf(host.Ulimits),
    blkioWeight: host.BlkioWeight,
    blkioLimits: blkioLimitsOf(host),
    storageBytes: parseSize(host.StorageOpt['size'] ?? ''),
    oomKillDisabled: host.OomKillDisable,
    shmBytes: host.ShmSize,
    cgroupParent: host.CgroupParent,
  };
}

function cpusOf({ NanoCpus, CpuQuota, CpuPeriod }: RawHostConfig): number {
  if (NanoCpus > 0) return NanoCpus / 1e9;
  return CpuQuota > 0 ? CpuQuota / (CpuPeriod || defaultPeriod) : 0;
}

function blkioLimitsOf(host: RawHostConfig) {
  const rates = [
    ['readBytes', host.BlkioDeviceReadBps],
    ['writeBytes', host.BlkioDeviceWriteBps],
    ['readOperations', host.BlkioDeviceReadIOps],
    ['writeOperations', host.BlkioDeviceWriteIOps],
  ] as const;
  return rates.flatMap(([what, devices]) =>
    devices.map(({ Path, Rate }) => ({ device: Path, what, perSecond: Rate })),
  );
}

/** Limits as the engine lists them; -1 is no limit. */
export const ulimitsOf = (ulimits: RawHostConfig['Ulimits']) =>
  ulimits.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard }));

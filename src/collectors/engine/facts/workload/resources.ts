import type { RawHostConfig } from '../../border/container.ts';

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
    oomKillDisabled: host.OomKillDisable,
    shmBytes: host.ShmSize,
    cgroupParent: host.CgroupParent,
  };
}

function cpusOf({ NanoCpus, CpuQuota, CpuPeriod }: RawHostConfig): number {
  if (NanoCpus > 0) return NanoCpus / 1e9;
  return CpuQuota > 0 ? CpuQuota / (CpuPeriod || defaultPeriod) : 0;
}

/** Limits as the engine lists them; -1 is no limit. */
export const ulimitsOf = (ulimits: RawHostConfig['Ulimits']) =>
  ulimits.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard }));

import type { RawHostConfig } from '../../api-schemas/container.ts';
import { parseSize } from '../../../../syntax/parse-size.ts';
import { read } from '../../../gathering/partial-facts.ts';

/** The kernel's own default period, in microseconds. */
const defaultPeriod = 100_000;

/** What a container may use, from its own settings. */
export function resourcesOf(host: RawHostConfig) {
  return {
    memoryBytes: read(() => host.Memory),
    memoryReservationBytes: read(() => host.MemoryReservation),
    memorySwapBytes: read(() => host.MemorySwap),
    cpus: read(() => cpusOf(host)),
    cpuShares: read(() => host.CpuShares),
    cpuset: read(() => host.CpusetCpus),
    pidsLimit: read(() => host.PidsLimit),
    ulimits: read(() => ulimitsOf(host.Ulimits)),
    blkioWeight: read(() => host.BlkioWeight),
    blkioLimits: read(() => blkioLimitsOf(host)),
    storageBytes: read(() => parseSize(host.StorageOpt['size'] ?? '')),
    oomKillDisabled: read(() => host.OomKillDisable),
    shmBytes: read(() => host.ShmSize),
    cgroupParent: read(() => host.CgroupParent),
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

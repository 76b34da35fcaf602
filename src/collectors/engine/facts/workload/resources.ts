import type { RawHostConfig } from '../../api-schemas/container.ts';
import { parseSize } from '../../../../syntax/parse-size.ts';
import { at } from '../../../gathering/fact-lines.ts';

/** The kernel's own default period, in microseconds. */
const defaultPeriod = 100_000;

interface Answer {
  readonly raw: { readonly HostConfig: RawHostConfig };
}

/** What a container may use, from its own settings. */
export const resourceLines = {
  memoryBytes: at('/HostConfig/Memory', ({ raw: { HostConfig } }: Answer) => HostConfig.Memory),
  memoryReservationBytes: at(
    '/HostConfig/MemoryReservation',
    ({ raw: { HostConfig } }: Answer) => HostConfig.MemoryReservation,
  ),
  memorySwapBytes: at(
    '/HostConfig/MemorySwap',
    ({ raw: { HostConfig } }: Answer) => HostConfig.MemorySwap,
  ),
  cpus: at('/HostConfig', ({ raw: { HostConfig } }: Answer) => cpusOf(HostConfig)),
  cpuShares: at('/HostConfig/CpuShares', ({ raw: { HostConfig } }: Answer) => HostConfig.CpuShares),
  cpuset: at('/HostConfig/CpusetCpus', ({ raw: { HostConfig } }: Answer) => HostConfig.CpusetCpus),
  pidsLimit: at('/HostConfig/PidsLimit', ({ raw: { HostConfig } }: Answer) => HostConfig.PidsLimit),
  ulimits: at('/HostConfig/Ulimits', ({ raw: { HostConfig } }: Answer) =>
    ulimitsOf(HostConfig.Ulimits),
  ),
  blkioWeight: at(
    '/HostConfig/BlkioWeight',
    ({ raw: { HostConfig } }: Answer) => HostConfig.BlkioWeight,
  ),
  blkioLimits: at('/HostConfig', ({ raw: { HostConfig } }: Answer) => blkioLimitsOf(HostConfig)),
  storageBytes: at('/HostConfig/StorageOpt/size', ({ raw: { HostConfig } }: Answer) =>
    parseSize(HostConfig.StorageOpt['size'] ?? ''),
  ),
  oomKillDisabled: at(
    '/HostConfig/OomKillDisable',
    ({ raw: { HostConfig } }: Answer) => HostConfig.OomKillDisable,
  ),
  shmBytes: at('/HostConfig/ShmSize', ({ raw: { HostConfig } }: Answer) => HostConfig.ShmSize),
  cgroupParent: at(
    '/HostConfig/CgroupParent',
    ({ raw: { HostConfig } }: Answer) => HostConfig.CgroupParent,
  ),
};

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

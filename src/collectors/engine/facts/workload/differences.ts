import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import type { CgroupSetting, LimitsRead } from '../../../proc/cgroup-limits.ts';
import type { InForce } from '../../../proc/in-force.ts';
import { isMissing, read } from '../../../gathering/partial-facts.ts';
import type { RawContainer } from '../../api-schemas/container.ts';
import { none } from './mounts-in-force.ts';
import { cpusOf } from './resources.ts';

type Difference = NonNullable<z.output<(typeof workload)['schema']>['differences']>[number];

type HostConfig = RawContainer['HostConfig'];

/** What of its limits a container was made with, as its cgroup says it. */
const configured: Readonly<Record<CgroupSetting, (host: HostConfig) => number | string>> = {
  memoryBytes: (host) => host.Memory,
  memoryReservationBytes: (host) => host.MemoryReservation,
  // Without a limit of memory there is none of swap either.
  memorySwapBytes: (host) => (host.Memory > 0 ? host.MemorySwap : -1),
  oomKillDisabled: (host) => (host.OomKillDisable ? 1 : 0),
  cpus: (host) => cpusOf(host),
  cpuShares: (host) => host.CpuShares || defaultShares,
  cpuset: (host) => host.CpusetCpus,
  pidsLimit: (host) => Math.max(0, host.PidsLimit),
};

/** The kernel's own weight of a cgroup. */
const defaultShares = 1024;

const names: Readonly<Record<CgroupSetting, string>> = {
  memoryBytes: 'memory',
  memoryReservationBytes: 'memory-reservation',
  memorySwapBytes: 'memory-swap',
  oomKillDisabled: 'oom-kill-disable',
  cpus: 'cpus',
  cpuShares: 'cpu-shares',
  cpuset: 'cpuset-cpus',
  pidsLimit: 'pids-limit',
};

/**
 * A limit in force that is not the one that a container was made with; `undefined` where they agree, or where one of
 * them is not known.
 */
export function otherLimit(limits: LimitsRead, setting: CgroupSetting, host: HostConfig) {
  const found = limits.get(setting);
  const wanted = read(() => configured[setting](host));
  if (found === undefined) return undefined;
  if (!isMissing(wanted) && isAlike(setting, wanted, found.value)) return undefined;
  return { ...found, configured: wanted };
}

function isAlike(setting: CgroupSetting, wanted: number | string, found: number | string): boolean {
  if (typeof wanted === 'string' || typeof found === 'string') {
    // Pinned to no processor it may run on any, which the kernel lists.
    return wanted === '' || wanted === found;
  }
  // The kernel holds memory to whole pages; where it was given no limit of swap, the engine's own decides.
  if (setting === 'memorySwapBytes' && wanted === 0) return true;
  return Math.abs(wanted - found) < (setting === 'cpus' ? 0.001 : (pageAtMost[setting] ?? 1));
}

/** Limits are rounded to whole pages, which are no larger than this. */
const pageAtMost: Partial<Record<CgroupSetting, number>> = {
  memoryBytes: 65_537,
  memoryReservationBytes: 65_537,
  memorySwapBytes: 65_537,
};

/** What is in force in a container otherwise than it was made, less its mounts. */
export function limitDifferences(container: RawContainer, inForce: InForce): Difference[] {
  const { HostConfig: host } = container;
  const { ownLimits, ulimits } = inForce;
  const found: Difference[] = [];
  if (!isMissing(ownLimits)) {
    for (const setting of Object.keys(configured) as CgroupSetting[]) {
      const other = otherLimit(ownLimits, setting, host);
      if (other === undefined || isMissing(other.configured)) continue;
      found.push({
        setting: names[setting],
        configured: spell(other.configured),
        inForce: spell(other.value),
      });
    }
  }
  const asked = read(() => host.Ulimits.map(({ Name, Soft, Hard }) => ({ Name, Soft, Hard })));
  if (isMissing(asked) || isMissing(ulimits)) return found;
  for (const { Name: name, Soft, Hard } of asked) {
    const limit = ulimits.find((each) => each.name === name);
    if (limit === undefined || (limit.soft === Soft && limit.hard === Hard)) continue;
    found.push({
      setting: `ulimit ${name}`,
      configured: `${spell(Soft)}:${spell(Hard)}`,
      inForce: `${spell(limit.soft)}:${spell(limit.hard)}`,
    });
  }
  return found;
}

const spell = (value: number | string): string =>
  value === 0 || value === -1 || value === '' ? none : String(value);

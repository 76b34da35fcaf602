import type { CgroupSetting, LimitsRead } from '../../../proc/cgroup-held.ts';
import { isOpenRule, isRuleOfOne } from '../../../proc/cgroup-settings.ts';
import { isMissing, read } from '../../../gathering/partial-facts.ts';
import type { RawHostConfig } from '../../api-schemas/container.ts';
import { areSlower, ratesAlone, withoutDevices } from './disk-rates.ts';
import { isPartOf, parseCpuList } from '../../../../syntax/proc/cpu-list.ts';

/** The kernel's own default period, in microseconds. */
const defaultPeriod = 100_000;

/** Stands for whatever the kernel says. */
const anyValue = 'any';

/** What of its limits a container was made with, as its cgroup says it. */
const configured: Readonly<Record<CgroupSetting, (host: RawHostConfig) => number | string>> = {
  memoryBytes: (host) => host.Memory,
  memoryReservationBytes: (host) => host.MemoryReservation,
  // Without a limit of memory there is none of swap either.
  memorySwapBytes: (host) => (host.Memory > 0 ? host.MemorySwap : -1),
  oomKillDisabled: (host) => (host.OomKillDisable ? 1 : 0),
  cpus: (host) => cpusOf(host),
  cpuShares: (host) => host.CpuShares || defaultShares,
  cpuset: (host) => host.CpusetCpus,
  pidsLimit: (host) => Math.max(0, host.PidsLimit),
  openDevices: (host) =>
    host.Privileged ? anyValue : host.DeviceCgroupRules.filter(isRule).join('\n'),
  diskRates: ratesAlone,
};

/** Every setting that a cgroup says. */
export const limitSettings = Object.keys(configured) as readonly CgroupSetting[];

/** The kernel's own weight of a cgroup. */
const defaultShares = 1024;

/**
 * A limit in force that is not the one that a container was made with; `undefined` where they agree, or where one of
 * them is not known.
 */
export function otherLimit(limits: LimitsRead, setting: CgroupSetting, host: RawHostConfig) {
  const found = setting === 'openDevices' ? notGiven(limits, host) : limits.get(setting);
  const wanted = read(() => configured[setting](host));
  if (found === undefined) return undefined;
  if (!isMissing(wanted) && isAlike(setting, wanted, found.value)) return undefined;
  const isStricter = !isMissing(wanted) && leavesLess(setting, wanted, found.value);
  return { ...found, configured: wanted, isStricter };
}

/** Whether a limit in force leaves less than the one that a container was made with. What protects it from others is no limit. */
function leavesLess(
  setting: CgroupSetting,
  wanted: number | string,
  found: number | string,
): boolean {
  if (setting === 'memoryReservationBytes' || setting === 'openDevices') return false;
  if (setting === 'oomKillDisabled') return found === 0;
  if (setting === 'cpuset') return isPartOf(String(found), String(wanted));
  if (setting === 'diskRates') return areSlower(String(found), String(wanted));
  return Number(found) > 0 && (Number(wanted) <= 0 || Number(found) < Number(wanted));
}

const isRule = (rule: string): boolean => isOpenRule(rule) || isRuleOfOne(rule);

/** Rules of devices as the kernel has them. Devices that a container was given have rules as well, by numbers that only the host knows. */
function notGiven(limits: LimitsRead, host: RawHostConfig) {
  const found = limits.get('openDevices');
  const given = read(() => host.Devices.length + host.DeviceRequests.length);
  if (found === undefined || given === 0) return found;
  const rules = String(found.value).split('\n').filter(isOpenRule);
  return { ...found, value: rules.join('\n') };
}

/** Rules whatever the order of what they allow. */
const rulesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((rule) => rule !== '')
    .map((rule) => rule.trim().replace(/\S+$/, (allowed) => allowed.split('').toSorted().join('')));

function isAlike(setting: CgroupSetting, wanted: number | string, found: number | string): boolean {
  if (setting === 'diskRates') return wanted === '' || wanted === withoutDevices(String(found));
  if (setting === 'openDevices' && wanted !== anyValue) {
    const asked = rulesIn(String(wanted));
    return rulesIn(String(found)).every((rule) => asked.includes(rule));
  }
  if (typeof wanted === 'string' || typeof found === 'string') {
    if (wanted === found || wanted === anyValue) return true;
    // Pinned to no processor it may run on any, which the kernel lists.
    return (
      setting === 'cpuset' &&
      (wanted === '' || parseCpuList(String(wanted)).join() === parseCpuList(String(found)).join())
    );
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

/** Processors at most, from whichever of the three settings was used; 0 is no limit. */
export function cpusOf({ NanoCpus, CpuQuota, CpuPeriod }: RawHostConfig): number {
  if (NanoCpus > 0) return NanoCpus / 1e9;
  return CpuQuota > 0 ? CpuQuota / (CpuPeriod || defaultPeriod) : 0;
}

import { isPartOf } from '../../syntax/proc/cpu-list.ts';

/** What of a container's limits its cgroup says. */
export type CgroupSetting =
  | 'memoryBytes'
  | 'memoryReservationBytes'
  | 'memorySwapBytes'
  | 'oomKillDisabled'
  | 'cpus'
  | 'cpuShares'
  | 'cpuset'
  | 'pidsLimit'
  | 'openDevices'
  | 'diskRates';

/** A limit that was read, and the file that says so. */
export interface LimitRead {
  /**
   * Units as in the facts of a workload: bytes, processors, processes, and 0 is no limit; of memory and swap together -1
   * is none. Whether the kernel may not kill it is 1 or 0, processors by number are as the kernel writes lists, and of rules
   * of devices those that stand for every one, or for one that not every container has, a line each; rates of devices are lines such as `writeBytes 1048576 254:0`.
   */
  readonly value: number | string;
  readonly path: string;
  /** Processes that it is of, where it is not of the first one. */
  readonly holders?: readonly Holder[];
}

/** A process that something is of. */
export interface Holder {
  readonly pid: number;
  readonly program: string;
}

/** Limits that were read. What is absent its controller does not say. */
export type LimitsRead = ReadonlyMap<CgroupSetting, LimitRead>;

/** More than this in cgroup v1 is how it writes that there is no limit: the largest number of whole pages. */
const endless = 2 ** 62;

/** Bytes of a limit as the kernel writes it; 0 is none. */
export const bytes = (text: string): number | undefined => {
  const number = Number(text);
  if (text === 'max') return 0;
  if (text === '' || !Number.isFinite(number)) return undefined;
  return number >= endless ? 0 : number;
};

/** Its own word. */
export function nearestOf([nearest]: readonly LimitRead[]): LimitRead | undefined {
  return nearest;
}

/** The strictest of limits; `undefined` where none is set. */
export function least(found: readonly LimitRead[]): LimitRead | undefined {
  const set = found.filter(({ value }) => Number(value) > 0);
  return set.toSorted((a, b) => Number(a.value) - Number(b.value))[0];
}

/** Memory and swap together, where each is limited by itself: `swap memory` of each cgroup. */
export function leastTogether(found: readonly LimitRead[]): LimitRead | undefined {
  const pairs = found.map(({ value, path }) => {
    const [swap = '', memory = ''] = String(value).split(' ');
    return {
      swap: swap === 'max' ? Infinity : Number(swap),
      memory: bytes(memory) || Infinity,
      path,
    };
  });
  const [swapped] = pairs.toSorted((a, b) => (a.swap < b.swap ? -1 : 1));
  if (swapped === undefined) return undefined;
  const together = swapped.swap + Math.min(...pairs.map(({ memory }) => memory));
  return { value: Number.isFinite(together) ? together : -1, path: swapped.path };
}

/** Of rates for each device and kind the least. */
export function leastRates(found: readonly LimitRead[]): LimitRead | undefined {
  const lines = found.flatMap(({ value }) => String(value).split('\n'));
  const rates = new Map<string, number>();
  for (const line of lines.filter((each) => each !== '')) {
    const [kind = '', rate = '', device = ''] = line.split(' ');
    const key = `${kind} % ${device}`;
    rates.set(key, Math.min(Number(rate), rates.get(key) ?? Infinity));
  }
  const value = [...rates].map(([key, rate]) => key.replace('%', String(rate))).join('\n');
  const path = found.find((each) => each.value !== '')?.path;
  return path === undefined ? undefined : { value, path };
}

/** Whether a limit leaves more than another one of the same setting. */
export function isLooser(setting: CgroupSetting, { value }: LimitRead, than: LimitRead): boolean {
  if (setting === 'oomKillDisabled') return Number(value) > Number(than.value);
  // Rules that open devices are a list, and so are rates that bound them, and processors by number.
  const [lines, others] = [linesOf(value), linesOf(than.value)];
  if (setting === 'openDevices') return lines.some((rule) => !others.includes(rule));
  if (setting === 'diskRates') return others.some((rate) => !lines.some(isNoFaster(rate)));
  // Without a list of its own it runs on all of them.
  if (setting === 'cpuset') {
    return than.value !== '' && (value === '' || !isPartOf(String(value), String(than.value)));
  }
  return Number(than.value) > 0 && (Number(value) <= 0 || Number(value) > Number(than.value));
}

const linesOf = (value: LimitRead['value']): readonly string[] =>
  String(value)
    .split('\n')
    .filter((line) => line !== '');

/** Whether a rate is of the same kind and device as another one, and no higher. */
const isNoFaster = (than: string) => {
  const [kind, most, device] = than.split(' ');
  return (line: string): boolean => {
    const [what, rate, of] = line.split(' ');
    return what === kind && of === device && Number(rate) <= Number(most);
  };
};

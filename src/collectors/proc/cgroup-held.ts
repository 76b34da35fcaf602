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

import type { MountEntry } from '../../syntax/proc/mount-info.ts';
import { parseProcessCgroups } from '../../syntax/proc/process-cgroups.ts';
import { readProc, unlessGone } from './read-proc.ts';

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
   * of devices those that stand for every one, a line each; rates of devices are lines such as `writeBytes 1048576 254:0`.
   */
  readonly value: number | string;
  readonly path: string;
}

/** Limits that were read. What is absent its controller does not say. */
export type LimitsRead = ReadonlyMap<CgroupSetting, LimitRead>;

/** More than this in cgroup v1 is how it writes that there is no limit: the largest number of whole pages. */
const endless = 2 ** 62;

const bytes = (text: string): number | undefined => {
  const number = Number(text);
  if (text === 'max') return 0;
  if (text === '' || !Number.isFinite(number)) return undefined;
  return number >= endless ? 0 : number;
};

const quotient = (quota: string, period: string): number | undefined => {
  if (quota === 'max' || Number(quota) < 0) return 0;
  const cpus = Number(quota) / Number(period);
  return Number.isFinite(cpus) ? cpus : undefined;
};

/** Rules by which every device, or every one of a kind, may be read or written. */
export const isOpenRule = (rule: string): boolean => /^(?:a|[bc] \*:\* \S*[rw])/.test(rule.trim());

function openRules(text: string): string {
  return text
    .split('\n')
    .filter((rule) => isOpenRule(rule))
    .join('\n');
}

const rateKinds = ['readBytes', 'writeBytes', 'readOperations', 'writeOperations'] as const;

/** Rates of one kind, `254:0 1048576` a line. */
const throttles = (text: string, kind: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [device, rate] = line.split(' ');
    return Number(rate) > 0 ? [`${kind} ${rate} ${device}`] : [];
  });

/** All of a device on a line: `254:0 rbps=max wbps=1048576 riops=max wiops=max`. */
function ratesOf(text: string): string {
  const keys = ['rbps', 'wbps', 'riops', 'wiops'];
  return text
    .split('\n')
    .flatMap((line) => {
      const [device = '', ...pairs] = line.split(' ');
      return keys.flatMap((key, at) => {
        const rate = pairs.find((pair) => pair.startsWith(`${key}=`))?.slice(key.length + 1);
        return throttles(`${device} ${rate}`, rateKinds[at] ?? '');
      });
    })
    .join('\n');
}

/** One setting: the files that say it, and how. */
interface Setting {
  readonly key: CgroupSetting;
  readonly controller: string;
  readonly files: readonly string[];
  readonly of: (...texts: string[]) => number | string | undefined;
}

const version1: readonly Setting[] = [
  { key: 'memoryBytes', controller: 'memory', files: ['memory.limit_in_bytes'], of: bytes },
  {
    key: 'memoryReservationBytes',
    controller: 'memory',
    files: ['memory.soft_limit_in_bytes'],
    of: bytes,
  },
  {
    key: 'memorySwapBytes',
    controller: 'memory',
    files: ['memory.memsw.limit_in_bytes'],
    of: (text) => bytes(text) || -1,
  },
  {
    key: 'oomKillDisabled',
    controller: 'memory',
    files: ['memory.oom_control'],
    of: (text) => (/^oom_kill_disable 1$/m.test(text) ? 1 : 0),
  },
  {
    key: 'cpus',
    controller: 'cpu',
    files: ['cpu.cfs_quota_us', 'cpu.cfs_period_us'],
    of: quotient,
  },
  { key: 'cpuShares', controller: 'cpu', files: ['cpu.shares'], of: bytes },
  { key: 'cpuset', controller: 'cpuset', files: ['cpuset.cpus'], of: (text) => text },
  { key: 'pidsLimit', controller: 'pids', files: ['pids.max'], of: bytes },
  // Version 2 keeps them in a program, which no file shows.
  { key: 'openDevices', controller: 'devices', files: ['devices.list'], of: openRules },
  {
    key: 'diskRates',
    controller: 'blkio',
    files: [
      'blkio.throttle.read_bps_device',
      'blkio.throttle.write_bps_device',
      'blkio.throttle.read_iops_device',
      'blkio.throttle.write_iops_device',
    ],
    of: (...texts) => texts.flatMap((text, at) => throttles(text, rateKinds[at] ?? '')).join('\n'),
  },
];

const version2: readonly Setting[] = [
  { key: 'memoryBytes', controller: '', files: ['memory.max'], of: bytes },
  { key: 'memoryReservationBytes', controller: '', files: ['memory.low'], of: bytes },
  {
    key: 'memorySwapBytes',
    controller: '',
    files: ['memory.swap.max', 'memory.max'],
    of: (swap, memory) => {
      const [swapped, held] = [bytes(swap), bytes(memory)];
      if (swapped === undefined || held === undefined) return undefined;
      return swap === 'max' || held === 0 ? -1 : held + swapped;
    },
  },
  {
    key: 'cpus',
    controller: '',
    files: ['cpu.max'],
    of: (text) => quotient(text.split(' ')[0] ?? '', text.split(' ')[1] ?? ''),
  },
  { key: 'cpuset', controller: '', files: ['cpuset.cpus'], of: (text) => text },
  { key: 'pidsLimit', controller: '', files: ['pids.max'], of: bytes },
  { key: 'diskRates', controller: '', files: ['io.max'], of: ratesOf },
];

/** Of these the least on the way up is in force; the others are the cgroup's own. */
const narrowed: ReadonlySet<CgroupSetting> = new Set(['memoryBytes', 'cpus', 'pidsLimit']);

/** Where a hierarchy is mounted on the host. */
interface Hierarchy {
  readonly settings: readonly Setting[];
  /** Whether it is the one of version 2. */
  readonly isUnified: boolean;
  readonly point: string;
  readonly root: string;
}

/** Reads the limits of cgroups, each file once. */
export interface CgroupReader {
  /**
   * The limits in force on a process, and those of its own cgroup alone.
   *
   * @param cgroups the text of its /proc/PID/cgroup
   * @param withRates whether those of disks are wanted, which few have and which are in files of their own
   */
  readonly limitsOn: (
    cgroups: string,
    withRates?: boolean,
  ) => {
    readonly inForce: LimitsRead;
    readonly own: LimitsRead;
  };
}

/**
 * Opens the host's cgroups for any number of processes.
 *
 * @param mounts the host's own
 * @param hostRoot where its root directory is seen
 */
export function openCgroups(mounts: readonly MountEntry[], hostRoot: string): CgroupReader {
  const first = mounts.flatMap(({ fileSystem, superOptions, point, root }): Hierarchy[] => {
    if (fileSystem !== 'cgroup') return [];
    const settings = version1.filter(({ controller }) => superOptions.includes(controller));
    return settings.length === 0 ? [] : [{ settings, isUnified: false, point, root }];
  });
  // A controller is in one hierarchy: where version 1 has it, version 2 says nothing of it.
  const taken = new Set(first.flatMap(({ settings }) => settings.map(({ key }) => key)));
  const unified = version2.filter(({ key }) => !taken.has(key));
  const hierarchies = [
    ...first,
    ...mounts
      .filter(({ fileSystem }) => fileSystem === 'cgroup2')
      .map(({ point, root }): Hierarchy => ({ settings: unified, isUnified: true, point, root })),
  ];
  const above = hostRoot === '/' ? '' : hostRoot;
  const texts = new Map<string, string | undefined>();
  const textOf = (path: string): string | undefined => {
    if (!texts.has(path)) {
      texts.set(path, unlessGone(() => readProc(`${above}${path}`))?.trim());
    }
    return texts.get(path);
  };
  const readAt = ({ files, of }: Setting, folder: string): LimitRead | undefined => {
    const found = files.map((file) => textOf(`${folder}/${file}`));
    if (found.includes(undefined)) return undefined;
    const value = of(...found.map((text) => text ?? ''));
    return value === undefined ? undefined : { value, path: `${folder}/${files[0] ?? ''}` };
  };
  const limitsOn = (cgroups: string, withRates = false) => {
    const inForce = new Map<CgroupSetting, LimitRead>();
    const own = new Map<CgroupSetting, LimitRead>();
    for (const { controllers, path } of parseProcessCgroups(cgroups)) {
      for (const { settings, isUnified, point, root } of hierarchies) {
        const isIts = isUnified ? controllers.length === 0 : true;
        const wanted = settings.filter(
          ({ controller, key }) =>
            isIts &&
            (controller === '' || controllers.includes(controller)) &&
            (withRates || key !== 'diskRates'),
        );
        if (
          wanted.length === 0 ||
          !(path === root || root === '/' || path.startsWith(`${root}/`))
        ) {
          continue;
        }
        const folders = foldersUp(point, root === '/' ? path : path.slice(root.length));
        for (const setting of wanted) {
          const isNarrowed = narrowed.has(setting.key);
          const found = (isNarrowed ? folders : folders.slice(0, 1)).map((folder) =>
            readAt(setting, folder),
          );
          // In the root of a hierarchy nothing is limited, and no file says so.
          const isFree = folders.length === 1 && isNarrowed;
          const [nearest = isFree ? { value: 0, path: point } : undefined] = found;
          if (nearest === undefined) continue;
          own.set(setting.key, nearest);
          inForce.set(setting.key, least(found) ?? nearest);
        }
      }
    }
    return { inForce, own };
  };
  return { limitsOn };
}

/** A cgroup's folder and those above it, up to where the hierarchy is mounted. */
function foldersUp(point: string, path: string): readonly string[] {
  const names = path.split('/').filter((name) => name !== '');
  return names
    .map((_, at) => `${point}/${names.slice(0, names.length - at).join('/')}`)
    .concat(point);
}

function least(found: readonly (LimitRead | undefined)[]): LimitRead | undefined {
  const set = found.filter((each): each is LimitRead => Number(each?.value) > 0);
  return set.toSorted((a, b) => Number(a.value) - Number(b.value))[0];
}

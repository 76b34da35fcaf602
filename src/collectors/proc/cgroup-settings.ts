import {
  bytes,
  least,
  leastRates,
  leastTogether,
  type CgroupSetting,
  type LimitRead,
} from './cgroup-held.ts';

const quotient = (quota: string, period: string): number | undefined => {
  if (quota === 'max' || Number(quota) < 0) return 0;
  const cpus = Number(quota) / Number(period);
  return Number.isFinite(cpus) ? cpus : undefined;
};

/** Rules by which every device, or every one of a kind, may be read or written. */
export const isOpenRule = (rule: string): boolean => /^(?:a|[bc] \*:\* \S*[rw])/.test(rule.trim());

/** Devices that every engine lets a container use. */
const usual: ReadonlySet<string> = new Set([
  ...['1:3', '1:5', '1:7', '1:8', '1:9', '5:0', '5:1', '5:2', '136:*', '10:200', '10:229'],
]);

/** Whether a rule lets one device be read or written that is not every container's: a disk of the host, its memory. */
export function isRuleOfOne(rule: string): boolean {
  const [, kind, device = ''] = /^([bc]) (\d+:(?:\d+|\*)) \S*[rw]/.exec(rule.trim()) ?? [];
  return kind === 'b' || (kind === 'c' && !usual.has(device));
}

function openRules(text: string): string {
  return text
    .split('\n')
    .filter((rule) => isOpenRule(rule) || isRuleOfOne(rule))
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
export interface Setting {
  readonly key: CgroupSetting;
  readonly controller: string;
  readonly files: readonly string[];
  readonly of: (...texts: string[]) => number | string | undefined;
  /** What of a cgroup and those above it holds: by default its own word. */
  readonly held?: (found: readonly LimitRead[]) => LimitRead | undefined;
  /** Whether the container's cgroup decides, whatever a process makes below it for itself. */
  readonly isContainers?: true;
}

/** What the hierarchies of version 1 say. */
export const version1: readonly Setting[] = [
  {
    key: 'memoryBytes',
    controller: 'memory',
    files: ['memory.limit_in_bytes'],
    of: bytes,
    held: least,
  },
  {
    key: 'memoryReservationBytes',
    controller: 'memory',
    files: ['memory.soft_limit_in_bytes'],
    of: bytes,
    isContainers: true,
  },
  {
    key: 'memorySwapBytes',
    controller: 'memory',
    files: ['memory.memsw.limit_in_bytes'],
    of: (text) => bytes(text) || -1,
    held: least,
  },
  {
    key: 'oomKillDisabled',
    controller: 'memory',
    files: ['memory.oom_control'],
    of: (text) => (/^oom_kill_disable 1$/m.test(text) ? 1 : 0),
    isContainers: true,
  },
  {
    key: 'cpus',
    controller: 'cpu',
    files: ['cpu.cfs_quota_us', 'cpu.cfs_period_us'],
    of: quotient,
    held: least,
  },
  { key: 'cpuShares', controller: 'cpu', files: ['cpu.shares'], of: bytes, isContainers: true },
  { key: 'cpuset', controller: 'cpuset', files: ['cpuset.cpus'], of: (text) => text },
  { key: 'pidsLimit', controller: 'pids', files: ['pids.max'], of: bytes, held: least },
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

/** What the one of version 2 says. */
export const version2: readonly Setting[] = [
  { key: 'memoryBytes', controller: '', files: ['memory.max'], of: bytes, held: least },
  {
    key: 'memoryReservationBytes',
    controller: '',
    files: ['memory.low'],
    of: bytes,
    isContainers: true,
  },
  {
    key: 'memorySwapBytes',
    controller: '',
    files: ['memory.swap.max', 'memory.max'],
    of: (swap, memory) => `${swap} ${memory}`,
    held: leastTogether,
  },
  {
    key: 'cpus',
    controller: '',
    files: ['cpu.max'],
    of: (text) => quotient(text.split(' ')[0] ?? '', text.split(' ')[1] ?? ''),
    held: least,
  },
  {
    key: 'cpuset',
    controller: '',
    files: ['cpuset.cpus'],
    of: (text) => text,
    // What is given none of its own has those of the cgroup above.
    held: (found) => found.find(({ value }) => value !== ''),
  },
  { key: 'pidsLimit', controller: '', files: ['pids.max'], of: bytes, held: least },
  { key: 'diskRates', controller: '', files: ['io.max'], of: ratesOf, held: leastRates },
];

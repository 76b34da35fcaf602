import { parseMountInfo } from '../../syntax/proc/mount-info.ts';
import { parseProcessLimits, type ProcessLimit } from '../../syntax/proc/process-limits.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import { unreadFile, type Unread } from '../gathering/unread-gap.ts';
import {
  openCgroups,
  type CgroupReader,
  type CgroupSetting,
  type LimitRead,
  type LimitsRead,
} from './cgroup-limits.ts';
import type { ContainerProcess } from './container-processes.ts';
import {
  mountsBeside,
  readMountNamespaces,
  type MountBeside,
  type MountNamespace,
} from './mount-namespaces.ts';
import { createHostPathsOf, type HostPathsOf, type MountInForce } from './mounts-in-force.ts';
import { openPaths, type KeptPaths, type OpenPath } from './open-paths.ts';
import { readProc, unlessGone } from './read-proc.ts';

/** What the kernel holds a container to, beside the rights of its processes. */
export interface InForce {
  /** The limits of its cgroups and of those above: of several that its processes are in, the loosest. */
  readonly limits: LimitsRead | Missing;
  /** The same without those above. */
  readonly ownLimits: LimitsRead | Missing;
  /** The limits of its processes, of each the loosest. */
  readonly ulimits: readonly ProcessLimit[] | Missing;
  /** What is mounted in it, by target; a target that leads over a symbolic link of the container stands under both names. */
  readonly mounts: ReadonlyMap<string, MountInForce> | Missing;
  /** What further mount namespaces of its processes give them besides, and why some of those were not read. */
  readonly mountsBeside: readonly (MountBeside | Unread)[];
  /** Paths under /proc and /sys that its engine was to keep from it, and that are open to it. */
  readonly openPaths: readonly (OpenPath & Pick<MountNamespace, 'folder'>)[] | Missing;
}

/** What is read of the host once, for all its containers. */
export interface HostInForce {
  readonly cgroups: CgroupReader;
  readonly hostPathsOf: HostPathsOf;
}

/**
 * Reads the host's own mounts.
 *
 * @param root where its root directory is seen; `null` where that is only by way of its first process
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export function openHostInForce(procRoot: string, root: string | null): HostInForce {
  const mounts = parseMountInfo(readProc(`${procRoot}/1/mountinfo`));
  return {
    cgroups: openCgroups(mounts, root ?? `${procRoot}/1/root`),
    hostPathsOf: createHostPathsOf(mounts),
  };
}

/** A running container, and the processes in it, its first one among them. */
export interface Running {
  readonly id: string;
  readonly pid: number;
  readonly processes: readonly ContainerProcess[];
  /** Where its engine was asked to mount something, and what of the host. */
  readonly targets: readonly string[];
  readonly sources: readonly string[];
  /** Whether it was given rates of disks. */
  readonly hasDiskRates: boolean;
  /** What it was to be kept from. */
  readonly keptPaths: KeptPaths;
}

/** Reads what is in force in a container. */
export async function readInForce(
  container: Running,
  { cgroups, hostPathsOf }: HostInForce,
  procRoot: string,
): Promise<InForce> {
  const { pid, processes } = container;
  const limits = attempt(`/proc/${pid}/cgroup`, () => {
    const texts = new Set(processes.map((process) => process.cgroups));
    return [...texts].map((text) => cgroups.limitsOn(text, container.hasDiskRates));
  });
  const isRead = Array.isArray(limits);
  const [first, ...others] = readMountNamespaces(container, hostPathsOf, procRoot);
  const isSeen = 'mounts' in first;
  const mounts = isSeen ? await underBothNames(container, first, procRoot) : missing(first);
  const open = ({ mounts: seen, folder }: MountNamespace) =>
    openPaths(seen, container.keptPaths, `${procRoot}/${folder}/root`).map((each) => ({
      ...each,
      folder,
    }));
  const unseen = others.filter((each) => 'reason' in each);
  const seen = others.filter((each) => 'mounts' in each);
  return {
    limits: isRead ? loosest(limits.map(({ inForce }) => inForce)) : limits,
    ownLimits: isRead ? loosest(limits.map(({ own }) => own)) : limits,
    ulimits: attempt(`/proc/${pid}/limits`, () => readUlimits(processes, procRoot)),
    mounts,
    mountsBeside: isSeen
      ? [...seen.flatMap((each) => mountsBeside(first.mounts, each)), ...unseen]
      : [],
    openPaths: isSeen
      ? attempt(`/proc/${pid}/root`, () => [first, ...seen].flatMap(open))
      : missing(first),
  };
}

function attempt<T>(path: string, readAll: () => T): T | Missing {
  try {
    return readAll();
  } catch (error) {
    return missing(unreadFile(path, error));
  }
}

async function underBothNames(
  { targets }: Running,
  { mounts, folder }: MountNamespace,
  procRoot: string,
): Promise<InForce['mounts']> {
  const named = new Map(mounts);
  for (const target of targets) {
    if (mounts.has(target)) continue;
    try {
      const mount = mounts.get(await resolveUnder(`${procRoot}/${folder}/root`, target));
      if (mount !== undefined) named.set(target, mount);
    } catch (error) {
      return missing(unreadFile(`/proc/${folder}/mountinfo`, error));
    }
  }
  return named;
}

function readUlimits(
  processes: readonly ContainerProcess[],
  procRoot: string,
): readonly ProcessLimit[] {
  const all = processes.flatMap(({ pid }) => {
    const text = unlessGone(() => readProc(`${procRoot}/${pid}/limits`));
    return text === undefined ? [] : [parseProcessLimits(text)];
  });
  const [first = [], ...others] = all;
  return first.map(({ name, soft, hard }) => {
    const same = others.flatMap((each) => each.filter((limit) => limit.name === name));
    return {
      name,
      soft: same.reduce((most, limit) => looser(most, limit.soft), soft),
      hard: same.reduce((most, limit) => looser(most, limit.hard), hard),
    };
  });
}

const looser = (one: number, other: number): number =>
  one === -1 || other === -1 ? -1 : Math.max(one, other);

/** Of several cgroups what each leaves most of: 0 and -1 are no limit. */
function loosest(all: readonly LimitsRead[]): LimitsRead {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first ?? new Map();
  const found = new Map(first);
  for (const limits of others) {
    for (const [setting, limit] of limits) {
      const known = found.get(setting);
      if (known === undefined || isLooser(setting, limit, known)) found.set(setting, limit);
    }
  }
  return found;
}

const isLooser = (setting: CgroupSetting, { value }: LimitRead, than: LimitRead): boolean => {
  if (setting === 'oomKillDisabled') return Number(value) > Number(than.value);
  // Rules that open devices are a list, and so are rates that bound them.
  if (setting === 'openDevices') return than.value === '' && value !== '';
  if (setting === 'diskRates') return than.value !== '' && value === '';
  return Number(than.value) > 0 && (Number(value) <= 0 || Number(value) > Number(than.value));
};

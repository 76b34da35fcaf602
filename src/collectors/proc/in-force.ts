import { parseMountInfo } from '../../syntax/proc/mount-info.ts';
import { parseProcessLimits, type ProcessLimit } from '../../syntax/proc/process-limits.ts';
import { parseInterfaces } from '../../syntax/proc/net-dev.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import { unreadFile, type Unread } from '../gathering/unread-gap.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { isLooser, type Holder, type LimitsRead } from './cgroup-held.ts';
import { openCgroups, type CgroupReader } from './cgroup-limits.ts';
import { holdersOf, type ContainerProcess } from './container-processes.ts';
import {
  mountsBeside,
  readMountNamespaces,
  type MountBeside,
  type MountNamespace,
} from './mount-namespaces.ts';
import { createHostPathsOf, type HostPathsOf, type MountInForce } from './mounts-in-force.ts';
import {
  createKernelHas,
  openPaths,
  type KernelHas,
  type KeptPaths,
  type OpenPath,
} from './open-paths.ts';
import {
  createHostLinkOf,
  readOtherNamespaces,
  type NamespaceKind,
  type NamespaceOwners,
  type OtherNamespace,
} from './other-namespaces.ts';
import { readProc, unlessGone } from './read-proc.ts';

/** What the kernel holds a container to, beside the rights of its processes. */
export interface InForce {
  /** The limits of its cgroups and of those above: of several that its processes are in, the loosest. */
  readonly limits: LimitsRead | Missing;
  /** The same without those above. */
  readonly ownLimits: LimitsRead | Missing;
  /** The limits of its processes, of each the loosest. */
  readonly ulimits: readonly LimitOfProcess[] | Missing;
  /** What is mounted in it, by target; a target that leads over a symbolic link of the container stands under both names. */
  readonly mounts: ReadonlyMap<string, MountInForce> | Missing;
  /** What further mount namespaces of its processes give them besides, and why some of those were not read. */
  readonly mountsBeside: readonly (MountBeside | Unread)[];
  /** Interfaces of a container that was to have no network, beside its loopback; of others they are not read. */
  readonly addedInterfaces: readonly string[] | Missing;
  /** Namespaces of the host, or of another container, that processes of it are in, and that it was not given. */
  readonly otherNamespaces: readonly (OtherNamespace | Unread)[];
  /** Paths under /proc and /sys that its engine was to keep from it, and that are open to it. */
  readonly openPaths: readonly (OpenPath & Pick<MountNamespace, 'folder' | 'holders'>)[] | Missing;
}

/** A limit, and of which process it is. */
export interface LimitOfProcess extends ProcessLimit {
  readonly holder: Holder;
}

/** What is read of the host once, for all its containers. */
export interface HostInForce extends NamespaceOwners {
  readonly cgroups: CgroupReader;
  readonly hostPathsOf: HostPathsOf;
  readonly kernelHas: KernelHas;
}

/**
 * Reads the host's own mounts.
 *
 * @param root where its root directory is seen; `null` where that is only by way of its first process
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export function openHostInForce(
  procRoot: string,
  root: string | null,
  containers: NamespaceOwners['containers'] = [],
): HostInForce {
  const mounts = parseMountInfo(readProc(`${procRoot}/1/mountinfo`));
  const hostRoot = root ?? `${procRoot}/1/root`;
  return {
    cgroups: openCgroups(mounts, hostRoot),
    hostPathsOf: createHostPathsOf(mounts),
    kernelHas: createKernelHas(mounts, hostRoot),
    hostLinkOf: createHostLinkOf(procRoot),
    containers,
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
  /** Whether it was to have no network. */
  readonly isOffline: boolean;
  /** Namespaces that it was made with for itself alone. */
  readonly ownNamespaces: readonly NamespaceKind[];
}

/** Reads what is in force in a container. */
export async function readInForce(
  container: Running,
  host: HostInForce,
  procRoot: string,
): Promise<InForce> {
  const { id, pid, processes } = container;
  const { cgroups, hostPathsOf, kernelHas } = host;
  const limits = attempt(`/proc/${pid}/cgroup`, () => {
    const own = processes.find((each) => each.pid === pid)?.cgroups;
    const places = groupBy(
      processes.toSorted((a, b) => Number(b.cgroups === own) - Number(a.cgroups === own)),
      (each) => each.cgroups,
    );
    return [...places].map(([file, inside]) => ({
      ...cgroups.limitsOn(file, id, container.hasDiskRates),
      ...(file === own ? {} : { holders: holdersOf(inside) }),
    }));
  });
  const isRead = Array.isArray(limits);
  const [first, ...others] = readMountNamespaces(container, hostPathsOf, procRoot);
  const isSeen = 'mounts' in first;
  const mounts = isSeen ? await underBothNames(container, first, procRoot) : missing(first);
  const open = ({ mounts: seen, ...of }: MountNamespace) =>
    openPaths(seen, container.keptPaths, (path) =>
      kernelHas(path, `${procRoot}/${of.folder}/root`),
    ).map((each) => ({ ...each, ...of }));
  const unseen = others.filter((each) => 'reason' in each);
  const seen = others.filter((each) => 'mounts' in each);
  return {
    limits: isRead
      ? loosest(limits.map(({ inForce, holders }) => ofHolders(inForce, holders)))
      : limits,
    ownLimits: isRead ? loosest(limits.map(({ own, holders }) => ofHolders(own, holders))) : limits,
    ulimits: attempt(`/proc/${pid}/limits`, () => readUlimits(pid, processes, procRoot)),
    mounts,
    addedInterfaces: container.isOffline
      ? attempt(`/proc/${pid}/net/dev`, () =>
          parseInterfaces(readProc(`${procRoot}/${folderOf(container)}/net/dev`)),
        )
      : [],
    otherNamespaces: readOtherNamespaces(container, host, procRoot),
    mountsBeside: isSeen
      ? [...seen.flatMap((each) => mountsBeside(first.mounts, each)), ...unseen]
      : [],
    openPaths: isSeen
      ? attempt(`/proc/${pid}/root`, () => [first, ...seen].flatMap(open))
      : missing(first),
  };
}

/** Below /proc, the folder of the first thread of its first process that lives. */
const folderOf = ({ pid, processes }: Running): string =>
  processes.find((each) => each.pid === pid)?.folder ?? String(pid);

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
  first: number,
  processes: readonly ContainerProcess[],
  procRoot: string,
): readonly LimitOfProcess[] {
  const all = holdersOf(processes)
    .toSorted((a, b) => Number(b.pid === first) - Number(a.pid === first))
    .flatMap((holder) => {
      const limits = unlessGone(() => readProc(`${procRoot}/${holder.pid}/limits`));
      return limits === undefined
        ? []
        : [parseProcessLimits(limits).map((limit): LimitOfProcess => ({ ...limit, holder }))];
    });
  const [own = [], ...others] = all;
  return own.map((limit) =>
    others
      .flatMap((each) => each.filter(({ name }) => name === limit.name))
      .reduce((most, each) => (isFreer(each, most) ? each : most), limit),
  );
}

/** How far a limit may be raised is what bounds a process: up to there it raises it by itself. */
const isFreer = (limit: ProcessLimit, than: ProcessLimit): boolean =>
  limit.hard === than.hard ? isOver(limit.soft, than.soft) : isOver(limit.hard, than.hard);

/** Whether a limit of a process leaves more than another one; -1 is none. */
export const isOver = (limit: number, than: number): boolean =>
  than !== -1 && (limit === -1 || limit > than);

/** The limits of a cgroup, with those who are in it where the first process is not. */
const ofHolders = (limits: LimitsRead, holders: readonly Holder[] | undefined): LimitsRead =>
  holders === undefined
    ? limits
    : new Map([...limits].map(([setting, limit]) => [setting, { ...limit, holders }]));

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

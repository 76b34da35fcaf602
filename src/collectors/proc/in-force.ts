import { PlimsollError } from '../../core/errors.ts';
import { parseMountInfo } from '../../syntax/proc/mount-info.ts';
import { parseProcessLimits, type ProcessLimit } from '../../syntax/proc/process-limits.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { isMissing, missing, type Missing } from '../gathering/partial-facts.ts';
import { unreadFile } from '../gathering/unread-gap.ts';
import {
  openCgroups,
  type CgroupReader,
  type LimitRead,
  type LimitsRead,
} from './cgroup-limits.ts';
import type { ContainerProcess } from './container-processes.ts';
import {
  createHostPathsOf,
  parseMountsInForce,
  type HostPathsOf,
  type MountInForce,
} from './mounts-in-force.ts';
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
  /** Paths under /proc and /sys that its engine was to keep from it, and that are open to it. */
  readonly openPaths: readonly OpenPath[] | Missing;
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
  /** Where its engine was asked to mount something. */
  readonly targets: readonly string[];
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
    return [...texts].map((text) => cgroups.limitsOn(text));
  });
  const isRead = Array.isArray(limits);
  const mounts = await readMounts(container, hostPathsOf, procRoot);
  const root = `${procRoot}/${pid}/root`;
  return {
    limits: isRead ? loosest(limits.map(({ inForce }) => inForce)) : limits,
    ownLimits: isRead ? loosest(limits.map(({ own }) => own)) : limits,
    ulimits: attempt(`/proc/${pid}/limits`, () => readUlimits(processes, procRoot)),
    mounts,
    openPaths: isMissing(mounts)
      ? mounts
      : attempt(`/proc/${pid}/root`, () => openPaths(mounts, container.keptPaths, root)),
  };
}

function attempt<T>(path: string, readAll: () => T): T | Missing {
  try {
    return readAll();
  } catch (error) {
    return missing(unreadFile(path, error));
  }
}

async function readMounts(
  { id, pid, targets }: Running,
  hostPathsOf: HostPathsOf,
  procRoot: string,
): Promise<InForce['mounts']> {
  const path = `${procRoot}/${pid}/mountinfo`;
  try {
    const found = parseMountsInForce(readProc(path), id, hostPathsOf);
    const named = new Map(found);
    for (const target of targets) {
      if (found.has(target)) continue;
      const mount = found.get(await resolveUnder(`${procRoot}/${pid}/root`, target));
      if (mount !== undefined) named.set(target, mount);
    }
    return named;
  } catch (error) {
    if (error instanceof PlimsollError) return missing(unreadFile(`/proc/${pid}/mountinfo`, error));
    throw error;
  }
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
      if (known === undefined || isLooser(limit, known)) found.set(setting, limit);
    }
  }
  return found;
}

const isLooser = ({ value }: LimitRead, than: LimitRead): boolean =>
  Number(than.value) > 0 && (Number(value) <= 0 || Number(value) > Number(than.value));

import { groupBy } from '../../syntax/group-by.ts';
import {
  isBelow,
  isReadOnly,
  parseMountInfo,
  visibleMounts,
  type MountEntry,
} from '../../syntax/proc/mount-info.ts';

/** Something of elsewhere in the tree of a container, as the kernel has it. */
export interface MountInForce {
  /** Path in the container, without symbolic links. */
  readonly target: string;
  /** Number of the device that holds what is mounted, and the folder or file there. */
  readonly device: string;
  readonly root: string;
  /** Where the host has what is mounted; of several places the one in its largest mount first. Empty where its tree does not hold it, or no longer. */
  readonly hostPaths: readonly string[];
  readonly readOnly: boolean;
  /** Whether what is mounted below it reaches the host, or what the host mounts there reaches it; `''` is neither. */
  readonly propagation: '' | 'rshared' | 'rslave';
  readonly fileSystem: string;
  /** Of `noexec`, `nosuid` and `nodev` those that hold. */
  readonly guards: readonly string[];
  /** Of a tmpfs, the most bytes that it takes; 0 where it was given none. */
  readonly sizeBytes: number;
  /** Whether the engine makes it for every container: no option asked for it. */
  readonly isEngines: boolean;
}

/** Finds the places in the host's tree of what is mounted elsewhere. */
export type HostPathsOf = (entry: Pick<MountEntry, 'device' | 'root'>) => readonly string[];

/** The kernel marks the folder of a mount that was deleted since. */
const deleted = '//deleted';

/**
 * Finds places by the device and the folder in it, as the host's own mounts have them.
 *
 * @param mounts the host's own
 */
export function createHostPathsOf(mounts: readonly MountEntry[]): HostPathsOf {
  const byDevice = groupBy(
    mounts.toSorted((a, b) => a.root.length - b.root.length),
    ({ device }) => device,
  );
  return ({ device, root }) => {
    if (root.endsWith(deleted)) return [];
    const holders = byDevice.get(device)?.filter((mount) => isBelow(root, mount.root)) ?? [];
    return holders.map((holder) =>
      joined(holder.point, holder.root === '/' ? root : root.slice(holder.root.length)),
    );
  };
}

/**
 * Finds the place at which the host itself has what lies at a path, past mounts that only show it elsewhere: `/etc` for
 * `/srv/b/etc` where `/` is bound to `/srv/b`.
 *
 * @param mounts the host's own
 */
export function createPlaceOf(mounts: readonly MountEntry[]): (path: string) => string {
  const hostPathsOf = createHostPathsOf(mounts);
  const nearestFirst = [...visibleMounts(mounts).values()].toSorted(
    (a, b) => b.point.length - a.point.length,
  );
  return (path) => {
    const holder = nearestFirst.find(({ point }) => isBelow(path, point));
    if (holder === undefined) return path;
    const rest = holder.point === '/' ? path : path.slice(holder.point.length);
    const [place = path] = hostPathsOf({
      device: holder.device,
      root: joined(holder.root, rest),
    });
    return place;
  };
}

const joined = (folder: string, rest: string): string => {
  if (rest === '' || rest === '/') return folder;
  return folder === '/' ? rest : `${folder}${rest}`;
};

/** File systems of the kernel's own, which every container has its view of. */
const kernels: ReadonlySet<string> = new Set([
  ...['proc', 'sysfs', 'cgroup', 'cgroup2', 'mqueue', 'devpts', 'securityfs', 'debugfs'],
  ...['tracefs', 'bpf', 'binfmt_misc', 'configfs', 'pstore', 'fusectl', 'hugetlbfs', 'selinuxfs'],
]);

/** What a mount keeps those from who find a program or a device in it. */
const guards = ['noexec', 'nosuid', 'nodev'] as const;

/** Files and folders that an engine gives to each container, beside what it was asked for. */
const given = /^\/(?:etc\/(?:hosts|hostname|resolv\.conf)|dev\/shm|run\/\.containerenv)$/;
const inits = /^\/(?:sbin\/docker-init|dev\/init|run\/podman-init)$/;
const initPrograms = /\/(?:docker-init|tini|tini-static|catatonit)$/;
const anyId = /[0-9a-f]{64}/;

/**
 * Reads what is mounted in a container, from the text of its /proc/PID/mountinfo, by its target.
 *
 * @param id of the container, which stands in the paths of what its engine makes for it
 * @param isRootOwn whether its root directory is known to be what its engine made for it
 */
export function parseMountsInForce(
  text: string,
  id: string,
  hostPathsOf: HostPathsOf,
  isRootOwn = true,
): ReadonlyMap<string, MountInForce> {
  const found = new Map<string, MountInForce>();
  for (const [target, entry] of visibleMounts(parseMountInfo(text))) {
    const own = (isRootOwn && target === '/') || kernelsOwn(entry);
    const hostPaths = own ? [] : hostPathsOf(entry);
    found.set(target, {
      target,
      device: entry.device,
      root: entry.root,
      guards: guards.filter((guard) => entry.options.includes(guard)),
      hostPaths,
      readOnly: isReadOnly(entry),
      propagation: entry.shared ? 'rshared' : entry.slave ? 'rslave' : '',
      fileSystem: entry.fileSystem,
      sizeBytes: sizeOf(entry),
      isEngines: own || isGiven(target, hostPaths[0] ?? entry.root, id),
    });
  }
  return found;
}

/** Whether a mount is the container's own view of what the kernel shows, at the place where that belongs. */
function kernelsOwn({ fileSystem, point, root }: MountEntry): boolean {
  if (!kernels.has(fileSystem)) return false;
  if (fileSystem === 'proc') return point === '/proc' ? root === '/' : point === `/proc${root}`;
  if (fileSystem === 'mqueue' || fileSystem === 'devpts') return point.startsWith('/dev/');
  return point === '/sys' ? root === '/' : point.startsWith('/sys/');
}

function isGiven(target: string, path: string, id: string): boolean {
  if (path.includes(`/${id}/`)) return true;
  // Where a user namespace keeps the engine from making devices, it mounts the host's; with one of them it hides files.
  if (path === '/dev/null' || (target.startsWith('/dev/') && path === target)) return true;
  if (given.test(target)) return anyId.test(path);
  return inits.test(target) && initPrograms.test(path);
}

const units: Readonly<Record<string, number>> = { k: 1 << 10, m: 1 << 20, g: 1 << 30 };

function sizeOf({ fileSystem, superOptions }: MountEntry): number {
  if (fileSystem !== 'tmpfs') return 0;
  const [, digits, unit] =
    /^size=(\d+)([kmg]?)$/.exec(superOptions.find((each) => each.startsWith('size=')) ?? '') ?? [];
  return digits === undefined ? 0 : Number(digits) * (units[unit ?? ''] ?? 1);
}

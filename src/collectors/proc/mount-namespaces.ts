import { text } from '../../core/text.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { isBelow } from '../../syntax/proc/mount-info.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';
import type { Holder } from './cgroup-held.ts';
import { holdersOf, type ContainerProcess } from './container-processes.ts';
import { parseMountsInForce, type HostPathsOf, type MountInForce } from './mounts-in-force.ts';
import { readProc } from './read-proc.ts';

/** What is mounted in one mount namespace of a container. */
export interface MountNamespace {
  /** By target. */
  readonly mounts: ReadonlyMap<string, MountInForce>;
  /** Below /proc, the folder of a process that has them. */
  readonly folder: string;
  /** Processes that have them; absent of the namespace of the first process. */
  readonly holders?: readonly Holder[];
}

/** A mount in another namespace than that of the first process, which gives what those of the first one do not. */
export interface MountBeside {
  readonly mount: MountInForce;
  /** Whether the first process has the same, and may only read it. */
  readonly isWritableAlone: boolean;
  /** Whether it is of the container's own root filesystem. */
  readonly isOfRoot: boolean;
  /** Below /proc, the folder of a process that has it. */
  readonly folder: string;
  readonly holders: readonly Holder[];
}

/** Mounts and folders of the container as its engine was asked for them. */
interface Container {
  readonly id: string;
  readonly pid: number;
  readonly processes: readonly ContainerProcess[];
  /** Folders of the host that its engine was asked to mount in it. */
  readonly sources: readonly string[];
}

/**
 * Reads the mounts of every mount namespace that processes of a container are in, that of its first process first. A process that
 * changed its root directory sees a part of them alone: another one of the namespace is asked then.
 *
 * @returns for each what was read, or why nothing was
 */
export function readMountNamespaces(
  { id, pid, processes, sources }: Container,
  hostPathsOf: HostPathsOf,
  procRoot: string,
): readonly [MountNamespace | Unread, ...(MountNamespace | Unread)[]] {
  const { folder: firstFolder, mounts: first } = processes.find((each) => each.pid === pid) ?? {
    folder: String(pid),
    mounts: '',
  };
  // No engine has the root directory of a container in what it was asked to mount there, or in memory.
  const isWhole = (root: MountInForce): boolean =>
    !hostPathsOf(root).some((path) => sources.includes(path)) &&
    (root.fileSystem !== 'tmpfs' || root.root !== '/');
  const readFrom = (folders: readonly string[], isFirst: boolean) => {
    let failure: Unread | undefined;
    for (const folder of folders) {
      const path = `/proc/${folder}/mountinfo`;
      try {
        const own = readProc(`${procRoot}/${folder}/mountinfo`);
        const mounts = parseMountsInForce(own, id, hostPathsOf, isFirst);
        const root = mounts.get('/');
        if (root !== undefined && (!isFirst || isWhole(root))) {
          return { mounts, folder };
        }
        failure ??= partAlone(path);
      } catch (error) {
        // A process that ended has no mounts any more, but for the first one: the container has ended with it.
        const why = unreadFile(path, error);
        if (isFirst || !absent(error)) failure ??= why;
      }
    }
    return failure;
  };
  const others = groupBy(
    processes.filter(
      ({ mounts, folder }) => folder !== firstFolder && (mounts !== first || mounts === ''),
    ),
    ({ mounts, folder }) => mounts || folder,
  );
  const beside = processes.filter(
    ({ mounts, folder }) => mounts === first && mounts !== '' && folder !== firstFolder,
  );
  const own = readFrom([firstFolder, ...beside.map(({ folder }) => folder)], true);
  return [
    own ?? partAlone(`/proc/${pid}/mountinfo`),
    ...[...others.values()].flatMap((same) => {
      const folders = same.map(({ folder }) => folder);
      const found = readFrom(folders, false);
      if (found === undefined) return [];
      return 'mounts' in found ? { ...found, holders: holdersOf(same) } : found;
    }),
  ];
}

const partAlone = (path: string): Unread =>
  unread(
    'unsupported',
    text(
      'the process changed its root directory, so that not all mounts of its namespace are shown',
      '该进程更改了根目录，因此看不到其命名空间的全部挂载',
    ),
    { kind: 'file', path },
  );

/**
 * What a further namespace gives that the first does not: what the host has elsewhere, and what may be written there alone. What a
 * process hides from itself, or makes of its own memory, is no matter.
 */
export function mountsBeside(
  first: ReadonlyMap<string, MountInForce>,
  { mounts, folder, holders = [] }: MountNamespace,
): readonly MountBeside[] {
  const own = [...first.values()];
  const found = [...mounts.values()].flatMap((mount): readonly MountBeside[] => {
    if (mount.isEngines) return [];
    const same = own.filter(
      ({ device, root }) => device === mount.device && isBelow(mount.root, root),
    );
    const isNew = same.length === 0 && mount.hostPaths.length > 0;
    const isWritableAlone =
      same.length > 0 && !mount.readOnly && same.every(({ readOnly }) => readOnly);
    const isOfRoot = same.some(({ target }) => target === '/');
    return isNew || isWritableAlone ? [{ mount, isWritableAlone, isOfRoot, folder, holders }] : [];
  });
  return found.filter(({ mount }) => !found.some((above) => holds(above.mount, mount)));
}

/** Whether a mount gives all that another one does, at the same place. */
function holds(above: MountInForce, { target, hostPaths, readOnly }: MountInForce): boolean {
  const isInside = above.target !== target && isBelow(target, above.target);
  if (!isInside || (above.readOnly && !readOnly)) return false;
  const rest = above.target === '/' ? target : target.slice(above.target.length);
  return above.hostPaths.some((path) => hostPaths.includes(path === '/' ? rest : path + rest));
}

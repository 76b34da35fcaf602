import { basename } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { PlimsollError } from '../../core/errors.ts';
import { containerByMounts } from './container-mounts.ts';
import { containerCgroups, innermostContainer } from './container-cgroup.ts';
import { effectiveId } from './kernel-state.ts';
import { listProcesses, readProc, readProcLink, unlessGone } from './read-proc.ts';

/** One process, ids as the reader of /proc numbers them. */
export interface ContainerProcess {
  readonly pid: number;
  /** The user in effect. */
  readonly uid: number;
  /** Base name of the executable; of the first argument where the executable may not be read. */
  readonly program: string;
}

/** All processes of one moment, by the container that they are in. */
export interface ProcessIndex {
  /**
   * The id of the container that a process is in, by its cgroup or else by its mounts; `undefined` when it is in none, or has
   * ended. To be compared with the id that an engine gives for this pid: another pid namespace's numbers
   * would name some other process.
   */
  containerId(pid: number): string | undefined;
  /**
   * Every process in the same container as `pid`, ascending.
   *
   * @throws PlimsollError `file-not-found` when it has ended, `file-denied`, or `file-unreadable` when it
   * cannot be told from the host's own processes
   */
  sameContainer(pid: number): readonly ContainerProcess[];
}

/** Processes that are read without a break: about a millisecond. */
const readAtOnce = 20;

/**
 * Looks through /proc once, for any number of containers.
 *
 * @throws PlimsollError `file-not-found` or `file-denied`
 */
export async function indexProcesses(procRoot: string): Promise<ProcessIndex> {
  const texts = new Map<number, string>();
  // Most processes share their text with many others.
  const keysByText = new Map<string, readonly string[]>();
  const members = new Map<string, Set<number>>();
  const hostMounts = mountsOf(procRoot, 1);
  for (const [at, pid] of listProcesses(procRoot).entries()) {
    // What else goes on meanwhile is let in now and then.
    if (at % readAtOnce === readAtOnce - 1) await others();
    const text = unlessGone(() => readProc(`${procRoot}/${pid}/cgroup`));
    if (text === undefined) continue;
    texts.set(pid, text);
    const cgroups = keysByText.get(text) ?? containerCgroups(text).map(({ key }) => key);
    keysByText.set(text, cgroups);
    for (const key of [...cgroups, mountsOf(procRoot, pid)]) {
      const known = members.get(key);
      if (known) known.add(pid);
      else members.set(key, new Set([pid]));
    }
  }

  const pidsBeside = (pid: number): readonly number[] => {
    const text = texts.get(pid) ?? '';
    const id = innermostContainer(text)?.id;
    const cgroups = containerCgroups(text).filter((cgroup) => cgroup.id === id);
    const mounts = mountsOf(procRoot, pid);
    const keys = cgroups.map(({ key }) => key);
    if (mounts !== '' && mounts !== hostMounts) keys.push(mounts);
    if (keys.length === 0) throw unknownContainer(pid);
    const pids = new Set(keys.flatMap((key) => [...(members.get(key) ?? [])]));
    return [...pids].toSorted((a, b) => a - b);
  };

  return {
    containerId: (pid) => {
      const text = texts.get(pid);
      if (text === undefined) return undefined;
      return innermostContainer(text)?.id ?? byMounts(procRoot, pid);
    },
    sameContainer: (pid) => {
      if (!texts.has(pid)) {
        throw new PlimsollError('file-not-found', `There is no process ${pid} under ${procRoot}.`);
      }
      return pidsBeside(pid).flatMap(
        (member) => unlessGone(() => describeProcess(procRoot, member)) ?? [],
      );
    },
  };
}

/**
 * Every process in the same container as `pid`. For more than one container, {@link indexProcesses} reads
 * /proc once for all.
 *
 * @throws PlimsollError as {@link ProcessIndex.sameContainer}
 */
export async function readContainerProcesses(
  pid: number,
  procRoot: string,
): Promise<readonly ContainerProcess[]> {
  return (await indexProcesses(procRoot)).sameContainer(pid);
}

/**
 * The mount namespace of a process; `''` where this user may not ask. No two containers share one, even if
 * they share all others, and a process that moves itself into another cgroup stays in it.
 */
function mountsOf(procRoot: string, pid: number): string {
  try {
    return readProcLink(`${procRoot}/${pid}/ns/mnt`);
  } catch {
    return '';
  }
}

/** What this user may not read does not tell. */
function byMounts(procRoot: string, pid: number): string | undefined {
  try {
    return containerByMounts(readProc(`${procRoot}/${pid}/mountinfo`));
  } catch {
    return undefined;
  }
}

const unknownContainer = (pid: number): PlimsollError =>
  new PlimsollError(
    'file-unreadable',
    `Process ${pid} has neither a cgroup nor mounts of its own, so that its container is not known.`,
  );

function describeProcess(procRoot: string, pid: number): ContainerProcess {
  const folder = `${procRoot}/${pid}`;
  const uid = effectiveId(readProc(`${folder}/status`), 'Uid', pid);
  return { pid, uid, program: programOf(folder) };
}

/** A program that was replaced since it began is still itself: the kernel adds a mark to its path. */
function programOf(folder: string): string {
  try {
    return basename(readProcLink(`${folder}/exe`).replace(/ \(deleted\)$/, ''));
  } catch {
    // Not ours to read, or a kernel thread, which has none.
    const first = readProc(`${folder}/cmdline`).split('\0')[0] ?? '';
    return basename(first) || readProc(`${folder}/comm`).trim();
  }
}

import { basename } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
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

/** All processes of one moment, by the cgroup they are in. */
export interface ProcessIndex {
  /**
   * The id of the container that a process is in, by its cgroup; `undefined` when it is in none, or has
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

/**
 * Looks through /proc once, for any number of containers.
 *
 * @throws PlimsollError `file-not-found` or `file-denied`
 */
export async function indexProcesses(procRoot: string): Promise<ProcessIndex> {
  const texts = new Map<number, string>();
  const members = new Map<string, Set<number>>();
  for (const pid of listProcesses(procRoot)) {
    const text = unlessGone(() => readProc(`${procRoot}/${pid}/cgroup`));
    if (text === undefined) continue;
    texts.set(pid, text);
    for (const { key } of containerCgroups(text)) {
      const known = members.get(key);
      if (known) known.add(pid);
      else members.set(key, new Set([pid]));
    }
  }

  const pidsBeside = (pid: number): readonly number[] => {
    const text = texts.get(pid) ?? '';
    const innermost = innermostContainer(text);
    if (!innermost) return pidsInNamespace(procRoot, pid, [...texts.keys()]);
    const own = containerCgroups(text).filter(({ id }) => id === innermost.id);
    const pids = new Set(own.flatMap(({ key }) => [...(members.get(key) ?? [])]));
    return [...pids].toSorted((a, b) => a - b);
  };

  return {
    containerId: (pid) => innermostContainer(texts.get(pid) ?? '')?.id,
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

/** Without a cgroup of its own, a container is told by its pid namespace, unless that is the host's. */
function pidsInNamespace(
  procRoot: string,
  pid: number,
  pids: readonly number[],
): readonly number[] {
  const namespaceOf = (of: number): string => readProcLink(`${procRoot}/${of}/ns/pid`);
  const namespace = namespaceOf(pid);
  if (unlessGone(() => namespaceOf(1)) === namespace) {
    throw new PlimsollError(
      'file-unreadable',
      `Process ${pid} has neither a cgroup nor a pid namespace of its own, so its container is not known.`,
    );
  }
  return pids.filter((other) => unlessGone(() => namespaceOf(other)) === namespace);
}

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

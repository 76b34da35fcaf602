import { text } from '../../core/text.ts';
import { programOf } from '../../knowledge/multi-call-programs.ts';
import { handsShell } from '../../knowledge/hands-shell.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { setImmediate as others } from 'node:timers/promises';
import { PlimsollError } from '../../core/errors.ts';
import { containerByMounts } from '../../syntax/proc/container-mounts.ts';
import { containerCgroups, innermostOf } from '../../syntax/proc/container-cgroup.ts';
import type { Holder } from './cgroup-held.ts';
import { isEntered, parentIn, sessionIsOutside, type Origins } from './entered-processes.ts';
import { strongestId } from './kernel-state.ts';
import {
  livingThread,
  namespaceOf,
  otherThreads,
  placeInProc,
  type Thread,
} from './process-threads.ts';
import { listProcesses, readProc, readProcLink, unlessGone } from './read-proc.ts';

/** One process, or a thread of it that differs from the first; ids as the reader of /proc numbers them. */
export interface ContainerProcess extends Thread {
  readonly pid: number;
  /** The user in effect. */
  readonly uid: number;
  /** Base name of the executable; of the first argument where the executable may not be read. */
  readonly program: string;
  /** Whether its arguments have it hand a shell to another host. */
  readonly handsShell: boolean;
  /** The text of its cgroups. */
  readonly cgroups: string;
  /** Whether it came into the container from outside, and not by its engine. */
  readonly isEntered: boolean;
}

/** Each process once, whatever threads of it there are. */
export const holdersOf = (processes: readonly ContainerProcess[]): readonly Holder[] => [
  ...new Map(processes.map(({ pid, program }) => [pid, { pid, program }])).values(),
];

/** All processes of one moment, by the container that they are in. */
export interface ProcessIndex {
  /**
   * The id of the container that a process is in, by its cgroup or else by its mounts; `undefined` when it is in none, or has
   * ended. To be compared with the id that an engine gives for this pid: another pid namespace's numbers
   * would name some other process.
   */
  containerId(pid: number): string | undefined;
  /**
   * The text of a process's status, read once.
   *
   * @throws PlimsollError `file-not-found` when it has ended, `file-denied`, `file-unreadable`
   */
  status(pid: number): string;
  /**
   * Every process in the same container as `pid`, ascending.
   *
   * @throws PlimsollError `file-not-found` when it has ended, `file-denied`, or `file-unreadable` when it cannot be
   * distinguished from the host's own processes
   */
  sameContainer(pid: number): readonly ContainerProcess[];
}

/** Processes that are read without a break: about a millisecond. */
const readAtOnce = 20;

/** What one text of /proc/PID/cgroup says; most processes share theirs with many others. */
interface Place {
  /** The innermost container; `undefined` outside of one. */
  readonly id: string | undefined;
  /** Keys of all cgroups that were made for a container. */
  readonly keys: readonly string[];
  /** Of these, the innermost container's. */
  readonly own: readonly string[];
}

function placeOf(file: string): Place {
  const cgroups = containerCgroups(file);
  const id = innermostOf(cgroups)?.id;
  const own = cgroups.filter((cgroup) => cgroup.id === id).map(({ key }) => key);
  return { id, keys: cgroups.map(({ key }) => key), own };
}

/**
 * Looks through /proc once, for any number of containers.
 *
 * @throws PlimsollError `file-not-found` or `file-denied`
 */
export async function indexProcesses(procRoot: string): Promise<ProcessIndex> {
  const placesByText = new Map<string, Place>();
  const places = new Map<number, Place>();
  const cgroups = new Map<number, string>();
  const mounts = new Map<number, string>();
  const members = new Map<string, Set<number>>();
  for (const [at, pid] of listProcesses(procRoot).entries()) {
    // What else goes on meanwhile is let in now and then.
    if (at % readAtOnce === readAtOnce - 1) await others();
    const { folder, mounts: own } = placeInProc(procRoot, pid);
    const cgroup = unlessGone(() => readProc(`${procRoot}/${folder}/cgroup`));
    if (cgroup === undefined) continue;
    const place = placesByText.get(cgroup) ?? placeOf(cgroup);
    placesByText.set(cgroup, place);
    places.set(pid, place);
    cgroups.set(pid, cgroup);
    mounts.set(pid, own);
    // What is in no container's cgroup may still be in the process namespace of one.
    const strays = place.id === undefined ? [namespaceOf(procRoot, pid, 'pid')] : [];
    for (const key of [...place.keys, own, ...strays]) {
      const known = members.get(key);
      if (known) known.add(pid);
      else members.set(key, new Set([pid]));
    }
  }
  const hostMounts = mounts.get(1);
  const hostProcesses = namespaceOf(procRoot, 1, 'pid');

  const pidsBeside = (pid: number, { own }: Place): readonly number[] => {
    const mount = mounts.get(pid) ?? '';
    const shared = namespaceOf(procRoot, pid, 'pid');
    // Where the host's own is not known, a container may be in it.
    const isOwn = ![shared, ''].includes(hostProcesses) && shared !== '' && own.length > 0;
    const keys = [
      ...own,
      ...(mount === '' || mount === hostMounts ? [] : [mount]),
      ...(isOwn ? [shared] : []),
    ];
    if (keys.length === 0) throw unknownContainer(pid);
    const pids = new Set(keys.flatMap((key) => [...(members.get(key) ?? [])]));
    return [...pids].toSorted((a, b) => a - b);
  };

  const statuses = new Map<number, string>();
  const status = (pid: number): string => {
    const known = statuses.get(pid) ?? readProc(`${procRoot}/${pid}/status`);
    statuses.set(pid, known);
    return known;
  };

  const originsOf = (first: number, pids: readonly number[]): Origins => {
    const parentOf = (pid: number) => unlessGone(() => parentIn(status(pid)));
    const { id, own = [] } = places.get(first) ?? {};
    return {
      first,
      pids: new Set(pids),
      engine: parentOf(first),
      parentOf,
      isInCgroup: (pid) => own.length === 0 || own.some((key) => members.get(key)?.has(pid)),
      isOfEngine: (pid) => id !== undefined && places.get(pid)?.id === id,
      isOutOfSession: (pid) => unlessGone(() => sessionIsOutside(status(pid))) === true,
    };
  };

  return {
    containerId: (pid) => {
      const place = places.get(pid);
      return place && (place.id ?? byMounts(procRoot, pid));
    },
    status,
    sameContainer: (pid) => {
      const place = places.get(pid);
      if (!place) {
        throw new PlimsollError(
          'file-not-found',
          text(`There is no process ${pid} under ${procRoot}.`, `${procRoot} 下没有进程 ${pid}。`),
        );
      }
      const pids = pidsBeside(pid, place);
      const origins = originsOf(pid, pids);
      return pids.flatMap(
        (member) =>
          unlessGone(() => {
            const main = livingThread(procRoot, {
              status: status(member),
              mounts: mounts.get(member) ?? '',
              folder: String(member),
            });
            // What has ended and waits for its parent does nothing any more.
            if (main === undefined) return [];
            const own = readProgram(`${procRoot}/${main.folder}`);
            return [main, ...otherThreads(procRoot, main)].map((each) => ({
              ...each,
              pid: member,
              uid: strongestId(each.status, 'Uid', member),
              ...own,
              cgroups: cgroups.get(member) ?? '',
              isEntered: isEntered(member, origins),
            }));
          }) ?? [],
      );
    },
  };
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
    text(
      `Process ${pid} has neither a cgroup nor mounts of its own, so that its container is not known.`,
      `进程 ${pid} 既没有自己的 cgroup，也没有自己的挂载，因此无法确定其容器。`,
    ),
  );

/** Longer arguments are not judged to their end. */
const lettersAtMost = 65_536;

/** A program that was replaced since it began is still itself: the kernel adds a mark to its path. */
function readProgram(folder: string): Pick<ContainerProcess, 'program' | 'handsShell'> {
  const argv = readProc(`${folder}/cmdline`).slice(0, lettersAtMost).split('\0');
  const [first = ''] = argv;
  const executable = executableOf(folder) ?? (basename(first) || readProc(`${folder}/comm`).trim());
  const program = programOf(executable, argv);
  // An executable that is linked to by another name is what it is called, and its arguments are those of either.
  const called = withoutLaunchers(argv);
  return {
    program,
    handsShell: handsShell(called) || handsShell([program, ...argv.slice(1)]),
  };
}

/** `undefined` for what is not ours to read, and for a thread of the kernel, which has none. */
function executableOf(folder: string): string | undefined {
  try {
    return basename(readProcLink(`${folder}/exe`).replace(/ \(deleted\)$/, ''));
  } catch {
    return undefined;
  }
}

import { setImmediate as others } from 'node:timers/promises';
import { PlimsollError } from '../../../core/errors.ts';
import { unread, unreadFile, type Unread } from '../../gathering/unread-gap.ts';
import {
  indexProcesses,
  type ContainerProcess,
  type ProcessIndex,
} from '../../proc/container-processes.ts';
import { readContainerListeners } from '../../proc/container-listeners.ts';
import { openHostInForce, readInForce, type HostInForce } from '../../proc/in-force.ts';
import { parseKernelState, type KernelState } from '../../proc/kernel-state.ts';
import { readRootUid } from '../../proc/user-map.ts';
import {
  rawChanges,
  rawTop,
  type RawChanges,
  type RawContainer,
  type RawTop,
} from '../api-schemas/container.ts';
import {
  isMissing,
  missing,
  read,
  sourced,
  whenRead,
  whyMissing,
  type Missing,
  type Sourced,
} from '../../gathering/partial-facts.ts';
import { processesOf, type KernelWitness, type Runtime } from './container-runtime.ts';
import type { AskedEngine } from '../api-schemas/ask-engine.ts';
import type { Answer } from '../client/failure.ts';
import { readings } from '../memory/names.ts';
import type { ReadingMemory } from '../memory/reading-memory.ts';
import type { HostView } from './find-host.ts';
import { keptPathsOf } from './kept-paths.ts';
import { segment } from '../endpoints/segment.ts';
import { manyEntriesAtMost } from '../../gathering/bounds.ts';
import { text } from '../../../core/text.ts';

/** What runs in one container. */
export type Inside = Pick<Runtime, 'kernel' | 'inForce' | 'processes' | 'rootUid' | 'listeners'>;

/** Asks which files changed in a container since it was made. */
export async function readChanges(
  client: AskedEngine,
  { Id }: RawContainer,
): Promise<readonly [id: string, Answer<RawChanges>]> {
  const asked = client.get((docker) => docker.getContainer(segment(Id)).changes(), rawChanges, {
    entries: manyEntriesAtMost,
  });
  return [Id, await asked];
}

/**
 * Reads what runs in each container: from the host's /proc where that is seen, since there it costs the
 * host nothing; else the engine is asked, which starts a process for every answer.
 */
export async function lookInside(
  client: AskedEngine,
  running: readonly RawContainer[],
  { local, procRoot, root }: HostView,
  memory: ReadingMemory,
): Promise<ReadonlyMap<string, Inside>> {
  const known = new Map(
    running.map(({ Id }) => [Id, memory.recall(readings.inside(Id)) as Inside | undefined]),
  );
  const toRead = running.filter(({ Id }) => known.get(Id) === undefined);
  const index = toRead.length === 0 ? notSeen : await openIndex(local, procRoot);
  const host = 'reason' in index || procRoot === null ? notSeen : openHost(procRoot, root, running);
  const asked: Promise<readonly [string, Inside]>[] = [];
  for (const container of toRead) {
    const { Id } = container;
    const { processes, ...seen } =
      'reason' in index
        ? { ...nothingOf(index), processes: null }
        : await readFromProc(container, index, host, procRoot ?? '');
    asked.push(
      processes
        ? Promise.resolve([Id, { ...seen, processes }])
        : readTop(client, Id).then((top) => [Id, { ...seen, processes: top }]),
    );
    // /proc is read without waiting; answers that came meanwhile are let in.
    await others();
  }
  const looked = await Promise.all(asked);
  for (const [id, inside] of looked) {
    if (!isMissing(inside.processes)) memory.remember(readings.inside(id), inside);
  }
  const seen = Array.from(known, ([id, inside]) => (inside ? [[id, inside] as const] : []));
  return new Map([...seen.flat(), ...looked]);
}

const notHere = unread(
  'unavailable',
  text(
    "the engine is not on this machine, so that its host's /proc cannot be read",
    '引擎不在本机，无法读取其宿主机的 /proc',
  ),
);
const notSeen = unread(
  'unavailable',
  text("the host's /proc cannot be read from here", '此处看不到宿主机的 /proc'),
);

async function openIndex(local: boolean, procRoot: string | null): Promise<ProcessIndex | Unread> {
  if (procRoot === null) return local ? notSeen : notHere;
  try {
    return await indexProcesses(procRoot);
  } catch (error) {
    return unreadFile(procRoot, error);
  }
}

function openHost(
  procRoot: string,
  root: string | null,
  running: readonly RawContainer[],
): HostInForce | Unread {
  const containers = running.flatMap((container) => {
    const known = read(() => ({
      name: container.Name.replace(/^\//, ''),
      pid: container.State.Pid,
    }));
    return isMissing(known) ? [] : known;
  });
  try {
    return openHostInForce(procRoot, root, containers);
  } catch (error) {
    return unreadFile('/proc/1/mountinfo', error);
  }
}

interface FromProc extends Omit<Inside, 'processes'> {
  readonly kernel: KernelWitness | Missing;
  /** `null` where the engine has to be asked. */
  readonly processes: Runtime['processes'] | null;
}

/** For a container whose processes cannot be read, for one reason. */
const nothingOf = (why: Unread): Omit<Inside, 'processes'> => ({
  kernel: missing(why),
  inForce: missing(why),
  rootUid: missing(why),
  listeners: missing(why),
});

async function readFromProc(
  container: RawContainer,
  index: ProcessIndex,
  host: HostInForce | Unread,
  procRoot: string,
): Promise<FromProc> {
  const { Id } = container;
  const pid = read(() => container.State.Pid);
  if (isMissing(pid)) return { ...nothingOf(whyMissing(pid)), processes: null };
  const path = `/proc/${pid}/status`;
  if (index.containerId(pid) !== Id) {
    const gone = unread(
      'unavailable',
      text(`process ${pid} was not found in this container`, `未在该容器中找到进程 ${pid}`),
    );
    return { ...nothingOf(gone), processes: null };
  }
  try {
    const state = parseKernelState(index.status(pid), pid);
    const processes = listProcesses(pid, index);
    const pids = processes?.map((each) => each.pid) ?? [];
    const targets = read(() => [
      ...container.Mounts.map(({ Destination }) => Destination),
      ...Object.keys(container.HostConfig.Tmpfs),
    ]);
    const sources = read(() => container.Mounts.map(({ Source }) => Source));
    const hasRates = read(() => hasDiskRates(container));
    const running = {
      id: Id,
      pid,
      processes: processes ?? [],
      targets: isMissing(targets) ? [] : targets,
      sources: isMissing(sources) ? [] : sources,
      hasDiskRates: hasRates === true,
      keptPaths: keptPathsOf(container),
      isOffline: read(() => container.HostConfig.NetworkMode) === 'none',
      ownNamespaces: ownNamespacesOf(container),
    };
    return {
      kernel: { state, path },
      inForce:
        'reason' in host || processes === null
          ? missing('reason' in host ? host : notTold)
          : await readInForce(running, host, procRoot),
      processes:
        processes &&
        sourced(
          processes.map((each) =>
            sourced(describe(each, state), { kind: 'file', path: `/proc/${each.folder}/status` }),
          ),
          { kind: 'file', path: `/proc/${pid}/cgroup` },
        ),
      rootUid: readPart(`/proc/${pid}/uid_map`, () => readRootUid(pid, procRoot)),
      // Those of a network of its own are out of the host's reach, and cost as much to read.
      ...(mayJoinHost(read(() => container.HostConfig.NetworkMode))
        ? {
            listeners: readPart(`/proc/${pid}/net/tcp`, () =>
              readContainerListeners(pids.length > 0 ? pids : [pid], procRoot),
            ),
          }
        : {}),
    };
  } catch (error) {
    return { ...nothingOf(unreadFile(path, error)), processes: null };
  }
}

/** Namespaces that a container was made with for itself alone, of those that a process may leave. */
const ownNamespacesOf = ({ HostConfig: host }: RawContainer) =>
  (
    [
      ['network', () => host.NetworkMode],
      ['ipc', () => host.IpcMode],
      ['uts', () => host.UTSMode],
    ] as const
  ).flatMap(([kind, modeOf]) => {
    const mode = read(modeOf);
    return isMissing(mode) || /^(?:host$|container:|ns:)/.test(mode) ? [] : kind;
  });

/** Whether a container was given rates of disks. */
const hasDiskRates = ({ HostConfig: host }: RawContainer): boolean =>
  [
    host.BlkioDeviceReadBps,
    host.BlkioDeviceWriteBps,
    host.BlkioDeviceReadIOps,
    host.BlkioDeviceWriteIOps,
  ].some((rates) => rates.length > 0);

/** A process as a fact, with its rights where they are others than those of the first. */
function describe(each: ContainerProcess, first: KernelState) {
  const { pid, uid, program, status, isEntered } = each;
  const { capabilities, noNewPrivileges, seccomp } = parseKernelState(status, pid);
  const isAlike =
    noNewPrivileges === first.noNewPrivileges &&
    seccomp === first.seccomp &&
    capabilities.join() === first.capabilities.join();
  return {
    pid,
    uid,
    program,
    ...(isAlike ? {} : { rights: { capabilities, noNewPrivileges, seccomp } }),
    ...(each.handsShell ? { handsShell: true } : {}),
    ...(isEntered ? { entered: true } : {}),
  };
}

const notTold = unread(
  'unavailable',
  text(
    'its processes cannot be distinguished from those of the host',
    '无法将其进程与宿主机自身的进程区分开',
  ),
);

/** Whether a container's network may be the host's; the end of a chain of containers is decided elsewhere. */
const mayJoinHost = (mode: string | Missing): boolean =>
  isMissing(mode) || mode === 'host' || mode.startsWith('container:');

/** One more fact from /proc, with the place it was read from. */
function readPart<T>(path: string, readFile: () => T): Sourced<T> | Missing {
  try {
    return sourced(readFile(), { kind: 'file', path });
  } catch (error) {
    return missing(unreadFile(path, error));
  }
}

function listProcesses(
  pid: number,
  index: ProcessIndex,
): ReturnType<ProcessIndex['sameContainer']> | null {
  try {
    return index.sameContainer(pid);
  } catch (error) {
    if (error instanceof PlimsollError) return null;
    throw error;
  }
}

/** Asks the engine, which runs `ps` on its host; one whose `ps` refuses these options is asked without any. */
async function readTop(client: AskedEngine, id: string): Promise<Runtime['processes']> {
  const top = (options?: object): Promise<Answer<RawTop>> =>
    client.get((docker) => docker.getContainer(segment(id)).top(options), rawTop);
  const chosen = await top({ ps_args: '-eo pid,uid,args' });
  const refused = 'failure' in chosen && (chosen.failure.status ?? 0) >= 500;
  const answer = refused ? await top() : chosen;
  if ('failure' in answer) return missing(answer.failure);
  const processes = read(() => processesOf(answer.value));
  return whenRead(processes, (known) =>
    sourced(known, {
      kind: 'api',
      endpoint: `/containers/${segment(id)}/top`,
      pointer: '/Processes',
    }),
  );
}

import { PlimsollError } from '../../../core/errors.ts';
import { unread, unreadFile, type Unread } from '../../files/unread.ts';
import { indexProcesses, type ProcessIndex } from '../../proc/container-processes.ts';
import { readKernelState } from '../../proc/kernel-state.ts';
import { rawTop } from '../border/container.ts';
import { missing, sourced, whenRead } from '../facts/partly.ts';
import type { Runtime } from '../facts/workload/container.ts';
import { isRunning } from '../facts/workload/ports.ts';
import { changesOf, processesOf } from '../facts/workload/runtime.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import type { HostView } from './find-host.ts';
import { segment } from './listing.ts';
import type { ReadContainer } from './read-objects.ts';

/** Reads what runs in every running container: from the host's /proc where it is seen, else through the engine. */
export async function readRuntimes(
  client: EngineClient,
  containers: readonly ReadContainer[],
  { local, procRoot }: HostView,
): Promise<ReadonlyMap<string, Runtime>> {
  const running = containers.filter(({ raw }) => isRunning(raw));
  const remote = unread('unavailable', local ? notSeen : notHere);
  const index = procRoot === null || running.length === 0 ? remote : await openIndex(procRoot);
  const runtimes = await Promise.all(
    running.map(async (container) => {
      const { Id, State } = container.raw;
      const { kernel, processes } =
        'reason' in index || procRoot === null
          ? { kernel: missing('reason' in index ? index : remote), processes: null }
          : await readFromProc(Id, State.Pid, index, procRoot);
      return [
        Id,
        {
          kernel,
          processes: processes ?? (await readTop(client, Id)),
          changes: changesIn(container),
        },
      ] as const;
    }),
  );
  return new Map(runtimes);
}

const notHere = "the engine is not on this machine, so that its host's /proc cannot be read";
const notSeen = "the host's /proc is not seen from here";

async function openIndex(procRoot: string): Promise<ProcessIndex | Unread> {
  try {
    return await indexProcesses(procRoot);
  } catch (error) {
    return unreadFile(procRoot, error);
  }
}

/** What was refused is asked of the engine instead: `processes` is `null` then. */
async function readFromProc(id: string, pid: number, index: ProcessIndex, procRoot: string) {
  const path = `/proc/${pid}/status`;
  if (index.containerId(pid) !== id) {
    return { kernel: missing(unread('unavailable', `process ${pid} is no longer this container's`)), processes: null };
  }
  try {
    const state = await readKernelState(pid, procRoot);
    return { kernel: { state, path }, processes: listProcesses(pid, index) };
  } catch (error) {
    return { kernel: missing(unreadFile(path, error)), processes: null };
  }
}

function listProcesses(pid: number, index: ProcessIndex) {
  try {
    return sourced(index.sameContainer(pid), { kind: 'file', path: `/proc/${pid}/cgroup` } as const);
  } catch (error) {
    if (error instanceof PlimsollError) return null;
    throw error;
  }
}

/** Asks the engine, which runs `ps` on its host; one without these options is asked without any. */
async function readTop(client: EngineClient, id: string): Promise<Runtime['processes']> {
  const endpoint = `/containers/${segment(id)}/top`;
  const chosen = await client.get(`${endpoint}?ps_args=-eo%20pid,uid,args`, rawTop);
  const refused = 'failure' in chosen && (chosen.failure.status ?? 0) >= 500;
  const answer = refused ? await client.get(endpoint, rawTop) : chosen;
  if ('failure' in answer) return missing(answer.failure);
  return whenRead(processesOf(answer.value), (processes) =>
    sourced(processes, { kind: 'api', endpoint, pointer: '/Processes' }),
  );
}

function changesIn({ changes }: ReadContainer): Runtime['changes'] {
  if (!changes) return missing(unread('unavailable', 'changed files were not asked for'));
  return 'failure' in changes ? missing(changes.failure) : changesOf(changes.value);
}

import { existsSync } from 'node:fs';
import { PlimsollError } from '../../../core/errors.ts';
import type { DaemonQuery, DaemonReading } from '../../daemon/daemon-reading.ts';
import { readDaemon } from '../../daemon/read-daemon.ts';
import { readText } from '../../files/read-text.ts';
import { unread, unreadFile, type Unread } from '../../gathering/unread-gap.ts';
import { innermostContainer } from '../../../syntax/proc/container-cgroup.ts';
import { readProc } from '../../proc/read-proc.ts';
import type { EngineTransport } from '../address/engine-address.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import type { RawInfo } from '../api-schemas/engine.ts';
import { text } from '../../../core/text.ts';
import { isMissing, read, whyMissing } from '../../gathering/partial-facts.ts';

/** What of an engine's host can be looked at from here. */
export interface HostView {
  /** Whether the engine was proven to be on this machine. */
  readonly local: boolean;
  readonly daemon: DaemonReading | Unread;
  /** Where its processes are seen, by the numbers that the engine gives; `null` where they are not. */
  readonly procRoot: string | null;
  /** Where its root directory is seen; `null` where it is not. */
  readonly root: string | null;
}

/**
 * Finds out whether an engine runs on this machine, whatever the way to it: its process is found, or a
 * container that it runs is a process here, or the id that it gives stands in its data root here.
 *
 * @param atAddress what {@link lookForDaemon} found at the engine's address alone
 * @param running the engine's running containers
 * @param procRoot `/proc`, or where the host's is mounted
 */
export async function findHost(
  atAddress: DaemonReading | Unread,
  running: readonly RawContainer[],
  info: RawInfo | undefined,
  procRoot: string,
): Promise<HostView> {
  const [container] = running;
  const daemon =
    'process' in atAddress || !container ? atAddress : await lookForDaemon(procRoot, container);
  if ('process' in daemon) {
    const { hostRoot } = daemon;
    return { local: true, daemon, procRoot: daemon.procRoot, root: hostRoot };
  }
  const seen = running.slice(0, triesAtMost).some((each) => runsHere(each, procRoot));
  const local = seen || (info !== undefined && (await holdsEngineId(info)));
  return {
    local,
    daemon,
    procRoot: local ? procRoot : null,
    root: local && !inContainer() ? '/' : null,
  };
}

/** Containers may end while they are looked at; that all of these do is as good as impossible. */
const triesAtMost = 8;

/**
 * Looks for the process behind an engine: the one that listens at its address, or the one that runs a
 * container of its, where something else listens there.
 */
export async function lookForDaemon(
  procRoot: string,
  by: EngineTransport | RawContainer,
): Promise<DaemonReading | Unread> {
  const query = read(() => queryOf(by));
  if (isMissing(query)) return whyMissing(query);
  if (!query) {
    return unread(
      'unavailable',
      text(
        'the engine is on another host, whose processes cannot be read here',
        '引擎位于另一台主机，此处看不到其进程',
      ),
    );
  }
  try {
    return await readDaemon({ procRoot, ...query });
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    // What is not found among the processes is no file.
    const { reason, detail } = unreadFile(procRoot, error);
    return unread(reason, detail);
  }
}

/** `undefined` for what gives no hint at a process of this machine. */
function queryOf(by: EngineTransport | RawContainer): Omit<DaemonQuery, 'procRoot'> | undefined {
  if (!('kind' in by)) return { container: { pid: by.State.Pid, id: by.Id } };
  if (by.kind === 'unix') return { socketPath: by.socketPath };
  return by.kind === 'tcp' ? { tcp: { host: by.host, port: by.port } } : undefined;
}

function runsHere({ Id, State }: RawContainer, procRoot: string): boolean {
  const pid = read(() => State.Pid);
  if (isMissing(pid)) return false;
  try {
    return innermostContainer(readProc(`${procRoot}/${pid}/cgroup`))?.id === Id;
  } catch (error) {
    if (error instanceof PlimsollError) return false;
    throw error;
  }
}

async function holdsEngineId(info: RawInfo): Promise<boolean> {
  const identity = read(() => ({ id: info.ID, root: info.DockerRootDir }));
  if (isMissing(identity) || identity.id === '' || !identity.root.startsWith('/')) return false;
  try {
    return (await readText('/', `${identity.root}/engine-id`)).trim() === identity.id;
  } catch (error) {
    if (error instanceof PlimsollError) return false;
    throw error;
  }
}

/** Inside a container, `/` is not the host's own; the engine's process would show that one, to root. */
const inContainer = (): boolean =>
  existsSync('/.dockerenv') ||
  existsSync('/run/.containerenv') ||
  innermostContainer(readProc('/proc/self/cgroup')) !== undefined;

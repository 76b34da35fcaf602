import { existsSync } from 'node:fs';
import { PlimsollError } from '../../../core/errors.ts';
import type { DaemonReading } from '../../daemon/daemon-reading.ts';
import { readDaemon } from '../../daemon/read-daemon.ts';
import { readText } from '../../files/read-text.ts';
import { unread, unreadFile, type Unread } from '../../files/unread.ts';
import { innermostContainer } from '../../proc/container-cgroup.ts';
import { readProc } from '../../proc/read-proc.ts';
import type { EngineTransport } from '../address/engine-address.ts';
import type { RawContainer } from '../border/container.ts';
import type { RawInfo } from '../border/engine.ts';

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
 * @param running the engine's running containers
 * @param procRoot `/proc`, or where the host's is mounted
 */
export async function findHost(
  transport: EngineTransport,
  running: readonly RawContainer[],
  info: RawInfo | undefined,
  procRoot: string,
): Promise<HostView> {
  const daemon = await lookForDaemon(transport, running[0], procRoot);
  if ('process' in daemon) {
    const { hostRoot } = daemon;
    return { local: true, daemon, procRoot: daemon.procRoot, root: hostRoot };
  }
  const seen = running.slice(0, triesAtMost).some((container) => runsHere(container, procRoot));
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

async function lookForDaemon(
  transport: EngineTransport,
  container: RawContainer | undefined,
  procRoot: string,
): Promise<DaemonReading | Unread> {
  if (transport.kind === 'ssh' && !container) {
    return unread(
      'unavailable',
      'the engine is on another host, whose processes are not seen here',
    );
  }
  try {
    return await readDaemon({
      procRoot,
      ...(transport.kind === 'unix' ? { socketPath: transport.socketPath } : {}),
      ...(transport.kind === 'tcp' ? { tcp: { host: transport.host, port: transport.port } } : {}),
      ...(container ? { container: { pid: container.State.Pid, id: container.Id } } : {}),
    });
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    // What is not found among the processes is no file.
    const { reason, detail } = unreadFile(procRoot, error);
    return unread(reason, detail);
  }
}

function runsHere({ Id, State }: RawContainer, procRoot: string): boolean {
  try {
    return innermostContainer(readProc(`${procRoot}/${State.Pid}/cgroup`))?.id === Id;
  } catch (error) {
    if (error instanceof PlimsollError) return false;
    throw error;
  }
}

async function holdsEngineId({ ID, DockerRootDir }: RawInfo): Promise<boolean> {
  if (ID === '' || !DockerRootDir.startsWith('/')) return false;
  try {
    return (await readText('/', `${DockerRootDir}/engine-id`)).trim() === ID;
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

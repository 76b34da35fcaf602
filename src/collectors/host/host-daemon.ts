import { join } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { defaultSocket } from '../daemon/api-sockets.ts';
import { findEngineProcesses, type EngineProcess } from '../daemon/engine-processes.ts';
import { findDaemon } from '../daemon/find-daemon.ts';
import { describeDaemon, type DaemonDescription } from '../daemon/read-daemon.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, unread, unreadFile, type Unread } from '../files/unread.ts';
import { listProcesses } from '../proc/read-proc.ts';
import { text } from '../../core/text.ts';

/** The engine of a host; `none` when there is surely none running. */
export type HostDaemon =
  | { readonly state: 'running'; readonly daemon: DaemonDescription }
  | { readonly state: 'none' }
  | { readonly state: 'unread'; readonly unread: Unread };

/**
 * Finds the engine whose files are the ones under a root: engines that run inside containers have roots of
 * their own. With several, the host's is the one at the usual socket.
 */
export async function readHostDaemon(root: string, procRoot: string): Promise<HostDaemon> {
  try {
    // A disk, or a host that was mounted without what is mounted below it.
    if (listProcesses(procRoot).length === 0) return { state: 'unread', unread: noProcesses };
    const here = await fileIdentity(root, '/');
    const engines: EngineProcess[] = [];
    for (const engine of await findEngineProcesses(procRoot)) {
      if ((await fileIdentity(`${procRoot}/${engine.pid}/root`, '/')) === here) {
        engines.push(engine);
      }
    }
    const [first, ...others] = engines;
    if (!first) return { state: 'none' };
    const engine = others.length === 0 ? first : await atUsualSocket(root, procRoot);
    return { state: 'running', daemon: await describeDaemon(engine, procRoot) };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { state: 'unread', unread: unreadFile('/proc', error) };
  }
}

const noProcesses = unread(
  'unavailable',
  text('No /proc is mounted below this root.', '该根目录下未挂载 /proc。'),
  {
    kind: 'file',
    path: '/proc',
  },
);

async function atUsualSocket(root: string, procRoot: string): Promise<EngineProcess> {
  const socketPath = join(root, await resolveUnder(root, defaultSocket));
  try {
    return await findDaemon({ socketPath, procRoot });
  } catch (error) {
    if (!absent(error)) throw error;
    throw new PlimsollError(
      'file-not-found',
      'Several engines run on this host, and none of them is at the usual socket.',
    );
  }
}

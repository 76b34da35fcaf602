import { join } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { defaultSocket } from '../daemon/api-sockets.ts';
import { findEngineProcesses, type EngineProcess } from '../daemon/engine-processes.ts';
import { findDaemon } from '../daemon/find-daemon.ts';
import { describeDaemon, type DaemonDescription } from '../daemon/read-daemon.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';
import { listProcesses } from '../proc/read-proc.ts';
import { text } from '../../core/text.ts';

/** The engine of a host; `none` when there is surely none running. */
export type HostDaemon =
  | { readonly state: 'running'; readonly daemon: DaemonDescription }
  | { readonly state: 'none' }
  | { readonly state: 'unread'; readonly unread: Unread };

/**
 * Finds the engine whose files are the ones under a root: engines that run inside containers have roots of
 * their own. With several, the host's is the one that is scanned with it, or else the one at the usual socket.
 *
 * @param scanned paths of the sockets of the engines that are scanned with the host, as this process names them
 */
export async function readHostDaemon(
  root: string,
  procRoot: string,
  scanned: readonly string[] = [],
): Promise<HostDaemon> {
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
    const engine =
      others.length === 0 ? first : await amongSeveral(engines, root, procRoot, scanned);
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

/** The only engine that is scanned, or else the one at the usual socket. */
async function amongSeveral(
  engines: readonly EngineProcess[],
  root: string,
  procRoot: string,
  scanned: readonly string[],
): Promise<EngineProcess> {
  const named = new Map<number, EngineProcess>();
  for (const path of scanned) {
    const engine = await atSocket(path, procRoot);
    // One that has files of its own is another host's.
    if (engine && engines.some(({ pid }) => pid === engine.pid)) named.set(engine.pid, engine);
  }
  const [only, another] = named.values();
  if (only && !another) return only;
  const usual = await atSocket(join(root, await resolveUnder(root, defaultSocket)), procRoot);
  if (usual) return usual;
  const each = engines
    .toSorted((one, other) => one.pid - other.pid)
    .map(({ pid, dataRoot }) => `${dataRoot} (${pid})`);
  throw new PlimsollError(
    'file-not-found',
    text(
      `Several engines run on this host, and none of them is at the usual socket. By their data roots and processes: ${each.join(', ')}. Name the one that is meant: plimsoll scan unix:///PATH/OF/ITS.sock host:/, or DOCKER_HOST.`,
      `本机运行着多个引擎，且均不在默认套接字上。按数据目录（进程号）：${each.join('、')}。请指明要检查的引擎：plimsoll scan unix:///套接字路径 host:/，或设置 DOCKER_HOST。`,
    ),
  );
}

/** The engine at a socket; `undefined` where there is none. */
async function atSocket(socketPath: string, procRoot: string): Promise<EngineProcess | undefined> {
  try {
    return await findDaemon({ socketPath, procRoot });
  } catch (error) {
    if (!absent(error)) throw error;
    return undefined;
  }
}

import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { PlimsollError } from '../../core/errors.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { absent } from '../../files/file-error.ts';
import { innermostContainer } from '../../syntax/proc/container-cgroup.ts';
import { readProc } from '../proc/read-proc.ts';
import type { DaemonQuery } from './daemon-reading.ts';
import { findEngineProcesses, type EngineProcess } from './engine-processes.ts';
import { ownsUnixSocket, readTcpListeners, sharesNetwork } from './engine-sockets.ts';
import { text, type Text } from '../../core/text.ts';

/**
 * Finds the process behind an engine's API without looking at any name: it holds an engine's data root open and owns
 * the socket that was asked for. Where a proxy owns the socket, the engine is the one whose data root has the container
 * that the API listed.
 *
 * @throws PlimsollError `file-not-found` when none is it, or more than one could be; `file-denied`
 */
export async function findDaemon(query: DaemonQuery): Promise<EngineProcess> {
  const engines = await findEngineProcesses(query.procRoot);
  for (const isIt of [bySocket(query), byPort(query), byContainer(query)]) {
    const matches: EngineProcess[] = [];
    for (const engine of engines) if (await holds(isIt, engine)) matches.push(engine);
    if (matches.length > 1) {
      const pids = matches.map(({ pid }) => pid).join(', ');
      throw notFound(
        text(
          `More than one process could be the engine: ${pids}.`,
          `可能是该引擎的进程不止一个：${pids}。`,
        ),
      );
    }
    if (matches[0]) return matches[0];
  }
  throw notFound(
    text(
      'No process on this machine is the engine behind this address.',
      '本机没有进程是该地址对应的引擎。',
    ),
  );
}

/** One way to tell an engine's process; what is not there, or has gone meanwhile, it may throw. */
type Way = (engine: EngineProcess) => Promise<boolean> | boolean;

async function holds(isIt: Way, engine: EngineProcess): Promise<boolean> {
  try {
    return await isIt(engine);
  } catch (error) {
    if (absent(error)) return false;
    throw error;
  }
}

const bySocket =
  ({ socketPath, procRoot }: DaemonQuery): Way =>
  (engine) =>
    socketPath !== undefined && ownsUnixSocket(engine, procRoot, socketPath);

const byPort =
  ({ tcp, procRoot }: DaemonQuery): Way =>
  async (engine) => {
    if (!tcp || !isLocal(tcp.host) || !sharesNetwork(engine.pid, procRoot)) return false;
    const listeners = await readTcpListeners(engine, procRoot);
    return listeners.some(({ port }) => port === tcp.port);
  };

const byContainer =
  ({ container, procRoot }: DaemonQuery): Way =>
  async ({ pid, dataRoot }) => {
    if (!container) return false;
    const root = `${procRoot}/${pid}/root`;
    await fileIdentity(root, `${dataRoot}/containers/${container.id}`);
    // The API's numbers are those of the engine's own /proc.
    const cgroup = readProc(`${root}/proc/${container.pid}/cgroup`);
    return innermostContainer(cgroup)?.id === container.id;
  };

function isLocal(host: string): boolean {
  if (host === 'localhost') return true;
  if (isIP(host) === 0) return false;
  const own = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return host.startsWith('127.') || own.some(({ address }) => address === host);
}

const notFound = (message: Text): PlimsollError =>
  new PlimsollError('file-not-found', message, {
    hint: text(
      'The settings are read on the host of the engine: run plimsoll there, as root.',
      '设置要在引擎的宿主机上读取：请在该处以 root 运行 plimsoll。',
    ),
  });

import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { PlimsollError } from '../../core/errors.ts';
import { fileError } from '../files/unread.ts';
import { innermostContainer } from '../proc/container-cgroup.ts';
import { readProc, readProcLink, unlessGone } from '../proc/read-proc.ts';
import type { DaemonQuery } from './daemon-reading.ts';
import { findEngineProcesses, type EngineProcess } from './engine-processes.ts';
import { parseTcpListeners, type TcpSocket } from './tcp-sockets.ts';
import { parseUnixListeners } from './unix-sockets.ts';

/**
 * Finds the process behind an engine's API without looking at any name: it holds an engine's data root
 * open and owns the socket that was asked for. Where a proxy owns the socket, the engine is the one whose
 * data root has the container that the API told of.
 *
 * @throws PlimsollError `file-not-found` when none is it, or more than one could be; `file-denied`
 */
export function findDaemon(query: DaemonQuery): EngineProcess {
  const { procRoot, socketPath, tcp, container } = query;
  const engines = findEngineProcesses(procRoot);
  const ways: readonly ((engine: EngineProcess) => boolean)[] = [
    ...(socketPath === undefined
      ? []
      : [(engine: EngineProcess) => ownsUnixSocket(engine, procRoot, socketPath)]),
    ...(tcp && isLocal(tcp.host)
      ? [(engine: EngineProcess) => ownsTcpPort(engine, procRoot, tcp.port)]
      : []),
    ...(container ? [(engine: EngineProcess) => holdsContainer(engine, procRoot, container)] : []),
  ];
  for (const isIt of ways) {
    const matches = engines.filter((engine) => unlessGone(() => isIt(engine)));
    if (matches.length > 1) {
      const pids = matches.map(({ pid }) => pid).join(', ');
      throw notFound(`More than one process could be the engine: ${pids}.`);
    }
    if (matches[0]) return matches[0];
  }
  throw notFound('No process on this machine is the engine behind this address.');
}

function ownsUnixSocket(engine: EngineProcess, procRoot: string, socketPath: string): boolean {
  const folder = `${procRoot}/${engine.pid}`;
  const asked = identity(socketPath);
  return parseUnixListeners(readProc(`${folder}/net/unix`)).some(({ inode, path }) => {
    if (!engine.sockets.has(inode)) return false;
    const bound = path.startsWith('/') ? `${folder}/root${path}` : `${folder}/cwd/${path}`;
    // The file, not its name: another mount namespace has another file of that name.
    return unlessGone(() => identity(bound) === asked) ?? false;
  });
}

function ownsTcpPort(engine: EngineProcess, procRoot: string, port: number): boolean {
  return (
    sharesNetwork(engine.pid, procRoot) &&
    readTcpListeners(engine, procRoot).some((socket) => socket.port === port)
  );
}

/** The TCP sockets that an engine listens on, in its own network namespace. */
export function readTcpListeners(
  { pid, sockets }: EngineProcess,
  procRoot: string,
): readonly TcpSocket[] {
  const folder = `${procRoot}/${pid}/net`;
  // A kernel without IPv6 has no tcp6.
  const tables = [readProc(`${folder}/tcp`), unlessGone(() => readProc(`${folder}/tcp6`)) ?? ''];
  return tables.flatMap(parseTcpListeners).filter(({ inode }) => sockets.has(inode));
}

/** Whether a process has the same network as this one, so that an address means the same to both. */
export const sharesNetwork = (pid: number, procRoot: string): boolean =>
  readProcLink(`${procRoot}/${pid}/ns/net`) === readProcLink('/proc/self/ns/net');

function holdsContainer(
  { pid, dataRoot }: EngineProcess,
  procRoot: string,
  container: { readonly pid: number; readonly id: string },
): boolean {
  const root = `${procRoot}/${pid}/root`;
  identity(`${root}${dataRoot}/containers/${container.id}`);
  const cgroup = readProc(`${root}/proc/${container.pid}/cgroup`);
  return innermostContainer(cgroup)?.id === container.id;
}

/** Device and inode, which are one file wherever it is mounted. */
function identity(path: string): string {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch (error) {
    throw fileError(path, error);
  }
}

function isLocal(host: string): boolean {
  if (host === 'localhost') return true;
  if (isIP(host) === 0) return false;
  const own = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return host.startsWith('127.') || own.some(({ address }) => address === host);
}

const notFound = (message: string): PlimsollError =>
  new PlimsollError('file-not-found', message, {
    hint: 'Its settings are read where its host is: run plimsoll there, as root.',
  });

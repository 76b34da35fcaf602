import { posix } from 'node:path';
import { fileIdentity, ownFileIdentity } from '../files/file-identity.ts';
import { namesOfFile } from '../files/names-of-file.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent } from '../../files/file-error.ts';
import { readProc, readProcLink, readSlowProc } from '../proc/read-proc.ts';
import type { EngineProcess } from './engine-processes.ts';
import { parseTcpListeners, type TcpSocket } from '../../syntax/proc/tcp-sockets.ts';
import { parseUnixListeners } from '../../syntax/proc/unix-sockets.ts';

/**
 * Whether an engine listens on a Unix socket. It is known by the file, not by its name: another mount
 * namespace has another file of that name.
 *
 * @param socketPath as this process names it
 * @throws PlimsollError `file-not-found` when there is no such socket, `file-denied`
 */
export async function ownsUnixSocket(
  { pid, sockets }: EngineProcess,
  procRoot: string,
  socketPath: string,
): Promise<boolean> {
  const folder = `${procRoot}/${pid}`;
  const asked = await ownFileIdentity(socketPath);
  const listeners = parseUnixListeners(readProc(`${folder}/net/unix`));
  for (const { path } of listeners.filter(({ inode }) => sockets.has(inode))) {
    const bound = posix.resolve(readProcLink(`${folder}/cwd`), path);
    if ((await identityIfThere(`${folder}/root`, bound)) === asked) return true;
  }
  return false;
}

/**
 * The Unix sockets that an engine listens on and whose files are still there, and those of `others` that are,
 * in its own root, symbolic links followed, by all names that they have, sorted.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function readUnixSockets(
  { pid, sockets }: EngineProcess,
  procRoot: string,
  others: readonly string[],
): Promise<readonly string[]> {
  const folder = `${procRoot}/${pid}`;
  const bound = parseUnixListeners(readProc(`${folder}/net/unix`))
    .filter(({ inode }) => sockets.has(inode))
    .map(({ path }) => posix.resolve(readProcLink(`${folder}/cwd`), path));
  const found = new Set<string>();
  for (const path of [...bound, ...others]) {
    if ((await identityIfThere(`${folder}/root`, path)) === undefined) continue;
    const real = await resolveUnder(`${folder}/root`, path);
    for (const name of await namesOfFile(`${folder}/root`, real)) found.add(name);
  }
  return [...found].toSorted();
}

/**
 * Where processes listen on Unix sockets in an engine's network, a containerd that it started among them: by the
 * paths that they were bound at, relative ones from the engine's own working directory.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export const readBoundPaths = (
  pid: number,
  procRoot: string,
  workingFolder: string,
): ReadonlySet<string> =>
  new Set(
    parseUnixListeners(readProc(`${procRoot}/${pid}/net/unix`)).map(({ path }) =>
      posix.resolve(workingFolder, path),
    ),
  );

/** A socket whose file was removed still listens, out of everybody's reach. */
async function identityIfThere(root: string, path: string): Promise<string | undefined> {
  try {
    return await fileIdentity(root, path);
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

/** The TCP sockets that an engine listens on, in its own network namespace. */
export async function readTcpListeners(
  { pid, sockets }: EngineProcess,
  procRoot: string,
): Promise<readonly TcpSocket[]> {
  const folder = `${procRoot}/${pid}/net`;
  const tables = await Promise.all([
    readSlowProc(`${folder}/tcp`),
    // A kernel without IPv6 has no tcp6.
    readSlowProc(`${folder}/tcp6`).catch((error: unknown) => {
      if (absent(error)) return '';
      throw error;
    }),
  ]);
  return tables.flatMap(parseTcpListeners).filter(({ inode }) => sockets.has(inode));
}

/** Whether a process has the same network as this one, so that an address means the same to both. */
export const sharesNetwork = (pid: number, procRoot: string): boolean =>
  readProcLink(`${procRoot}/${pid}/ns/net`) === readProcLink('/proc/self/ns/net');

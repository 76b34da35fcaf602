import { PlimsollError } from '../../core/errors.ts';
import { parseTcpListeners } from '../../syntax/proc/tcp-sockets.ts';
import { listProc, readProc, readProcLink, unlessGone } from './read-proc.ts';
import { text } from '../../core/text.ts';

/** A TCP socket that listens; `0.0.0.0` and `::` are all interfaces. */
export interface ContainerListener {
  readonly address: string;
  readonly port: number;
}

/**
 * The TCP sockets that processes listen on, each once, by port: of all those in their network the ones that
 * they hold open.
 *
 * @param pids of processes in one network namespace
 * @throws PlimsollError `file-not-found` where all of them ended, `file-denied` where this user may not see what they hold open
 */
export function readContainerListeners(
  pids: readonly number[],
  procRoot: string,
): readonly ContainerListener[] {
  const held = new Set(pids.flatMap((pid) => socketsOf(`${procRoot}/${pid}/fd`)));
  const sockets = readTables(pids, procRoot)
    .flatMap(parseTcpListeners)
    .filter(({ inode }) => held.has(inode));
  const each = new Map(
    sockets.map(({ address, port }) => [`${address} ${port}`, { address, port }]),
  );
  return [...each.values()].toSorted((a, b) => a.port - b.port || (a.address < b.address ? -1 : 1));
}

/** The tables of their network, as the first of them that is still there shows it. */
function readTables(pids: readonly number[], procRoot: string): readonly string[] {
  for (const pid of pids) {
    const folder = `${procRoot}/${pid}/net`;
    const table = unlessGone(() => readProc(`${folder}/tcp`));
    // A kernel without IPv6 has no tcp6.
    if (table !== undefined) return [table, unlessGone(() => readProc(`${folder}/tcp6`)) ?? ''];
  }
  throw new PlimsollError(
    'file-not-found',
    text('The container ended while it was read.', '容器在读取期间结束。'),
  );
}

function socketsOf(folder: string): readonly string[] {
  const names = unlessGone(() => listProc(folder)) ?? [];
  return names.flatMap((name) => {
    const target = unlessGone(() => readProcLink(`${folder}/${name}`));
    return target?.startsWith('socket:[') ? [target.slice('socket:['.length, -1)] : [];
  });
}

import { PlimsollError } from '../../core/errors.ts';
import { absent } from '../../files/file-error.ts';
import {
  listProc,
  listProcesses,
  readProcLink,
  readSlowProc,
  unlessGone,
} from '../proc/read-proc.ts';

/** A process that is an engine, as its open files show. */
export interface EngineProcess {
  readonly pid: number;
  /** Its data root, as its own root directory has it. */
  readonly dataRoot: string;
  /** Inodes of its sockets. */
  readonly sockets: ReadonlySet<string>;
}

/**
 * A running engine keeps the database of its volumes open and locked, in its data root. That makes it an
 * engine, whatever its program is called; and what merely passes requests on to one does not hold it.
 */
const volumesDatabase = '/volumes/metadata.db';

/**
 * Finds every engine of this machine by the files that its process holds open.
 *
 * @throws PlimsollError `file-denied` when there is none among the processes that this user may look at,
 * and some may not be looked at
 */
export async function findEngineProcesses(procRoot: string): Promise<readonly EngineProcess[]> {
  const found = enginesAmong(await lockHolders(procRoot), procRoot);
  return found.length > 0 ? found : enginesAmong(listProcesses(procRoot), procRoot);
}

/**
 * Processes that hold a lock on a whole file; an engine is one of them. There are only a handful, where a host may have
 * thousands of processes with a hundred thousand open files. Empty where the kernel does not report it.
 */
async function lockHolders(procRoot: string): Promise<readonly number[]> {
  const locks = await readSlowProc(`${procRoot}/locks`).catch(() => '');
  const pids = locks.matchAll(/^\d+: FLOCK +\w+ +\w+ (\d+) /gm);
  return [...new Set([...pids].map(([, pid]) => Number(pid)))].filter((pid) => pid > 0);
}

function enginesAmong(pids: readonly number[], procRoot: string): readonly EngineProcess[] {
  const found: EngineProcess[] = [];
  let denied: PlimsollError | undefined;
  for (const pid of pids) {
    try {
      const engine = engineProcess(pid, procRoot);
      if (engine) found.push(engine);
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      if (error.code === 'file-denied') denied ??= error;
      else if (!absent(error)) throw error;
    }
  }
  if (found.length === 0 && denied) throw denied;
  return found;
}

function engineProcess(pid: number, procRoot: string): EngineProcess | undefined {
  const folder = `${procRoot}/${pid}/fd`;
  const sockets = new Set<string>();
  let dataRoot: string | undefined;
  for (const name of listProc(folder)) {
    const target = unlessGone(() => readProcLink(`${folder}/${name}`));
    if (target?.startsWith('socket:[')) sockets.add(target.slice('socket:['.length, -1));
    else if (target?.endsWith(volumesDatabase)) dataRoot = target.slice(0, -volumesDatabase.length);
  }
  return dataRoot === undefined ? undefined : { pid, dataRoot, sockets };
}

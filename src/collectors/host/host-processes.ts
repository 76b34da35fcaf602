import { posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { listProcesses, readProcLink } from '../proc/read-proc.ts';
import { text } from '../../core/text.ts';

/** The programs that run outside containers and have a name that was asked for. */
export interface HostPrograms {
  /** Paths of their files, sorted, each once. */
  readonly found: readonly string[];
  /** Names of programs that run below another root, as in a container, sorted, each once: there any may have any name. */
  readonly elsewhere: readonly string[];
  /** Why there may be more of them than were found; absent when every process was looked at. */
  readonly unread?: Unread;
}

/**
 * Finds programs that run on the host itself: their root directory is the host's. Whatever a container
 * calls its programs, its root directory is another.
 */
export async function findHostPrograms(
  root: string,
  procRoot: string,
  isAsked: (name: string) => boolean,
): Promise<HostPrograms> {
  const found = new Set<string>();
  const elsewhere = new Set<string>();
  let hidden: Unread | undefined;
  let looked = false;
  try {
    const processes = listProcesses(procRoot);
    if (processes.length === 0) return { found: [], elsewhere: [], unread: noProcesses };
    const here = await fileIdentity(root, '/');
    for (const pid of processes) {
      try {
        const path = readProcLink(`${procRoot}/${pid}/exe`).replace(/ \(deleted\)$/, '');
        looked = true;
        if (!isAsked(posix.basename(path)) || found.has(path)) continue;
        if ((await fileIdentity(`${procRoot}/${pid}/root`, '/')) === here) found.add(path);
        else elsewhere.add(posix.basename(path));
      } catch (error) {
        // It ended, or it is of the kernel and has no program.
        if (absent(error)) continue;
        if (!(error instanceof PlimsollError)) throw error;
        hidden ??= unreadFile(`/proc/${pid}/exe`, error);
      }
    }
    // Every host has a first process with a program: a folder that has none is no `/proc` of a host.
    if (!looked) hidden ??= noProcesses;
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    hidden ??= unreadFile('/proc', error);
  }
  return {
    found: [...found].toSorted(),
    elsewhere: [...elsewhere].toSorted(),
    ...(hidden ? { unread: hidden } : {}),
  };
}

/** Those of some names that run on the host; none is a fact only where every process was looked at. */
export async function readHostPrograms(
  root: string,
  procRoot: string,
  names: readonly string[],
): Promise<Reading<readonly string[]>> {
  const programs = await findHostPrograms(root, procRoot, (name) => names.includes(name));
  if (programs.found.length === 0 && programs.unread) return { unread: programs.unread };
  return { value: programs.found, source: { kind: 'file', path: '/proc' } };
}

const noProcesses = unread(
  'unavailable',
  text('No /proc is mounted below this root.', '该根目录下未挂载 /proc。'),
  {
    kind: 'file',
    path: '/proc',
  },
);

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { absent, fileError } from '../../files/file-error.ts';

/**
 * What lies under /proc is made by the kernel from its memory as it is read. It is read synchronously:
 * to hand each of these thousands of small reads to the thread pool takes longer than the reads. The few
 * that take the kernel long are the exception.
 */

/**
 * The text of one file of a process.
 *
 * @throws PlimsollError `file-not-found` also when the process has ended, `file-denied`, `file-unreadable`
 */
export function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * The text of a file that the kernel takes milliseconds to write, since it walks through all connections that
 * there could be, or holds up its reader until all its processors have passed by: it is waited for.
 *
 * @throws PlimsollError as {@link readProc}
 */
export async function readSlowProc(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * Where one of the kernel's own links points: `exe`, `ns/pid`, `fd/3`.
 *
 * @throws PlimsollError as {@link readProc}
 */
export function readProcLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * The names in one directory of a process.
 *
 * @throws PlimsollError as {@link readProc}
 */
export function listProc(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * Ids of all processes that this mount of /proc shows, ascending.
 *
 * @throws PlimsollError as {@link readProc}
 */
export const listProcesses = (procRoot: string): readonly number[] =>
  listProc(procRoot)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);

/**
 * What `read` answers; `undefined` for what is not there: processes end, and files are closed, while they
 * are looked at.
 */
export function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

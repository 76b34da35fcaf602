import { PlimsollError } from '../../core/errors.ts';
import { readProc } from './read-proc.ts';
import { text } from '../../core/text.ts';

/**
 * Reads whom the host takes the user 0 of a process's user namespace for: 0 is its own root; `null` means
 * that 0 is nobody there. The numbers are those of the reader's user namespace.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 * @see https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
export function readRootUid(pid: number, procRoot: string): number | null {
  const path = `${procRoot}/${pid}/uid_map`;
  return parseRootUid(readProc(path), path);
}

/**
 * Reads the text of a uid_map: lines of the first number inside, the first outside, and how many.
 *
 * @throws PlimsollError `file-unreadable`
 */
export function parseRootUid(map: string, path: string): number | null {
  for (const line of map.split('\n').filter((written) => written.trim() !== '')) {
    const [inside, outside] = line.trim().split(/\s+/).map(Number);
    if (!Number.isInteger(inside) || outside === undefined || !Number.isInteger(outside)) {
      throw new PlimsollError(
        'file-unreadable',
        text(`${path} was not understood.`, `无法理解 ${path}。`),
      );
    }
    if (inside === 0) return outside;
  }
  return null;
}

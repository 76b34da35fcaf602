import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUnder } from './resolve-under.ts';
import { fileError } from '../../files/file-error.ts';

/**
 * Device and inode of what a path leads to inside a root: equal for one and the same file, by whatever
 * name and in whatever mount namespace it is reached.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function fileIdentity(root: string, path: string): Promise<string> {
  return ownFileIdentity(join(root, await resolveUnder(root, path)));
}

/**
 * Device and inode of what a path leads to for this very process, which also goes where no link is written
 * down: through `/proc/PID/root`.
 *
 * @throws PlimsollError as {@link fileIdentity}
 */
export async function ownFileIdentity(path: string): Promise<string> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch (error) {
    throw fileError(path, error);
  }
}

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { PlimsollError } from '../../core/errors.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { text } from '../../core/text.ts';

/**
 * Folders of a place whose content may be hostile and may change while it is looked at. Each is entered
 * from the open handle of the one above it, by one name and never through a link, so that nothing that is
 * exchanged meanwhile can lead out of it. `null` stands for what is not there, or is of another kind.
 */

/** A directory that is held open. */
export type Folder = number & { readonly folder: unique symbol };

/** Never creates, never waits for a FIFO, never follows a link at the last name. */
const reading = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
const asFolder = reading | constants.O_DIRECTORY;
const unlinked = constants.O_NOFOLLOW;

/** The kernel's own name for what a handle holds; what follows it begins there. */
const at = (folder: Folder, name: string): string => `/proc/self/fd/${folder}/${name}`;

/**
 * Opens the root of a process as that process sees it.
 *
 * @param path `/proc/PID/root`
 * @throws PlimsollError `file-not-found` when it has ended, or `file-denied`
 */
export function openRoot(path: string): Folder {
  try {
    // A handle of a directory is a Folder by being opened here.
    return openSync(path, asFolder) as Folder;
  } catch (error) {
    throw fileError(path, error);
  }
}

/** Lets go of a folder. */
export const closeFolder = (folder: Folder): void => closeSync(folder);

/**
 * Looks into the folder that a path leads to, and lets go of everything on the way.
 *
 * @param path names with slashes between them, none of them a link
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export function inFolder<T>(from: Folder, path: string, look: (folder: Folder) => T): T | null {
  const [name = '', ...rest] = path.split('/');
  const folder = enter(from, name);
  if (folder === null) return null;
  try {
    return rest.length === 0 ? look(folder) : inFolder(folder, rest.join('/'), look);
  } finally {
    closeFolder(folder);
  }
}

/**
 * Opens a folder in a folder; the caller closes it.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export const enter = (from: Folder, name: string): Folder | null =>
  // As above.
  unlessElse(() => openSync(at(from, name), asFolder | unlinked) as Folder, name);

/**
 * What is in a folder, sorted by code unit.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export function list(folder: Folder): readonly Dirent[] {
  const entries = unlessElse(() => readdirSync(at(folder, ''), { withFileTypes: true }), '.') ?? [];
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Owner, mode and type of what a name stands for in a folder, a link's own.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export const statIn = (folder: Folder, name: string): Stats | null =>
  unlessElse(() => lstatSync(at(folder, name)), name);

/**
 * The text of a regular file in a folder.
 *
 * @param limit bytes at most; a longer file is refused rather than cut
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export function textIn(folder: Folder, name: string, limit: number): string | null {
  const file = unlessElse(() => openSync(at(folder, name), reading | unlinked), name);
  if (file === null) return null;
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return null;
    if (stats.size > limit) {
      throw new PlimsollError(
        'file-unreadable',
        text(`${name} is longer than ${limit} bytes.`, `${name} 超过 ${limit} 字节。`),
      );
    }
    const bytes = Buffer.alloc(stats.size);
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      // What is added to it meanwhile is left out.
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}

/** Links where none may be, and things of another kind. */
const elseCodes: ReadonlySet<unknown> = new Set(['ELOOP', 'ENOTDIR', 'EMLINK', 'ENXIO']);

function unlessElse<T>(read: () => T, name: string): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && elseCodes.has(error.code)) return null;
    const failure = fileError(name, error);
    if (absent(failure)) return null;
    throw failure;
  }
}

import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fileError, notRegular, tooLong } from './file-error.ts';

/** 64 MiB: more than anything that a person writes, or keys, registers and settings come to. */
const usual = 1 << 26;

/** Waits for nobody at the other end, should it become a FIFO meanwhile. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

interface Found {
  readonly size: number;
  readonly isFile: () => boolean;
}

function hold(found: Found, path: string, most: number): void {
  if (!found.isFile()) throw notRegular(path);
  if (found.size > most) throw tooLong(path, most);
}

const nameOf = (path: string | URL): string =>
  typeof path === 'string' ? path : fileURLToPath(path);

/**
 * Opens a file that somebody named, for reading, links followed. Anything but a regular file is refused unopened: to open a
 * FIFO waits for a writer, and to open a device may do something.
 *
 * @param most bytes at most
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function openRegular(path: string, most = Infinity): Promise<FileHandle> {
  try {
    hold(await stat(path), path, most);
    const file = await open(path, flags);
    try {
      hold(await file.stat(), path, most);
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * Reads a file that somebody named, as {@link openRegular} opens it.
 *
 * @param most bytes at most, 64 MiB by default; a longer file is refused rather than cut
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function readRegular(named: string | URL, most = usual): Promise<Buffer> {
  const path = nameOf(named);
  const file = await openRegular(path, most);
  try {
    return heldTo(await file.readFile(), path, most);
  } catch (error) {
    throw fileError(path, error);
  } finally {
    await file.close();
  }
}

/** The same at once, where nothing else could be done meanwhile. */
export function readRegularSync(named: string | URL, most = usual): Buffer {
  const path = nameOf(named);
  try {
    hold(statSync(path), path, most);
    const file = openSync(path, flags);
    try {
      hold(fstatSync(file), path, most);
      return heldTo(readFileSync(file), path, most);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw fileError(path, error);
  }
}

/** What grew while it was read, or stated no length, is held to its bound afterwards. */
function heldTo(bytes: Buffer, path: string, most: number): Buffer {
  if (bytes.length > most) throw tooLong(path, most);
  return bytes;
}

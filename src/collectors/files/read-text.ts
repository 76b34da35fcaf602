import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { resolveUnder } from './resolve-under.ts';
import { fileError, notRegular, tooLong } from '../../files/file-error.ts';

/** 1 MiB: far more than any configuration file that a person writes. */
const defaultBytesAtMost = 1 << 20;

/** Never creates, never blocks on a FIFO that was put there meanwhile, never follows a last link. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW | constants.O_NOCTTY;

/** Bytes that are asked for at once. */
const piece = { least: 1 << 12, most: 1 << 16 } as const;

/**
 * Reads a regular file inside a root, links followed inside that root, as UTF-8. Anything but a regular
 * file is refused unopened: to open a FIFO or a device can block, or do something.
 *
 * @param limit bytes at most, 1 MiB by default; a longer file is refused rather than cut
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export const readText = (
  root: string,
  path: string,
  limit: number = defaultBytesAtMost,
): Promise<string> => readNamed(root, path, path, limit);

/**
 * The same of a file of this machine by its absolute path, which may begin with a drive: links are followed as this
 * system follows them.
 *
 * @throws PlimsollError as {@link readText} does
 */
export async function readOwnText(
  path: string,
  limit: number = defaultBytesAtMost,
): Promise<string> {
  const real = await realpath(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  return readNamed(dirname(real), basename(real), path, limit);
}

/** @param path how messages call it */
async function readNamed(root: string, name: string, path: string, limit: number): Promise<string> {
  const plain = plainFile(root, name);
  const real = plain?.path ?? (await regularFile(root, name));
  try {
    const short = plain && plain.size <= Math.min(limit, piece.most) ? readShort(plain) : undefined;
    if (short !== undefined) return short;
    const file = await open(real, flags);
    try {
      // What is open has its numbers at hand.
      const stat = fstatSync(file.fd);
      if (!stat.isFile()) throw notRegular(path);
      return await readAll(file, path, limit, stat.size);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(path, error);
  }
}

/** A regular file that no link leads to. */
interface PlainFile {
  readonly path: string;
  /** Bytes, as it says itself. */
  readonly size: number;
}

/**
 * Where a name in the root itself is that of a regular file, so that there is no link to follow; nothing else is
 * decided. Waiting for the answer would take ten times as long as asking for it.
 */
function plainFile(root: string, name: string): PlainFile | undefined {
  if (name.includes('/') || name === '..' || name === '.') return undefined;
  const path = join(root, name);
  try {
    const stat = lstatSync(path);
    return stat.isFile() ? { path, size: stat.size } : undefined;
  } catch {
    // Following it step by step tells what is the matter.
    return undefined;
  }
}

/**
 * Reads a file at one go: each time that a short one is waited for takes longer than reading it. `undefined` where its
 * length is not the stated one, so it has to be read to its end.
 */
function readShort({ path, size }: PlainFile): string | undefined {
  const file = openSync(path, flags);
  try {
    const bytes = Buffer.alloc(size + 1);
    const whole = fstatSync(file).isFile() && readSync(file, bytes) === size && size > 0;
    return whole ? bytes.toString('utf8', 0, size) : undefined;
  } finally {
    closeSync(file);
  }
}

async function regularFile(root: string, path: string): Promise<string> {
  const real = join(root, await resolveUnder(root, path));
  try {
    if ((await lstat(real)).isFile()) return real;
  } catch (error) {
    throw fileError(path, error);
  }
  throw notRegular(path);
}

/**
 * Files of /proc say that they are empty, so that their end is known by reaching it; that of any other by a piece that
 * came shorter than was asked, where all that it says it has was read.
 *
 * @param size what the file says that it has, bytes
 */
async function readAll(
  file: FileHandle,
  path: string,
  limit: number,
  size: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  let chunk = Buffer.alloc(Math.min(Math.max(size + 1, piece.least), piece.most));
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(chunk, filled, chunk.length - filled, null);
    filled += bytesRead;
    total += bytesRead;
    if (total > limit) {
      throw tooLong(path, limit);
    }
    const whole = size > 0 && total === size && filled < chunk.length;
    if (!whole && bytesRead > 0 && filled < chunk.length) continue;
    chunks.push(chunk.subarray(0, filled));
    if (whole || bytesRead === 0) return Buffer.concat(chunks).toString('utf8');
    chunk = Buffer.alloc(piece.most);
    filled = 0;
  }
}

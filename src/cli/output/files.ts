import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  open,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { keepEvidence, refuseLinks } from './check-output.ts';
import { codeOf, fileError, standardOutput } from '../terminal/file-error.ts';
import { gather } from './gather-chunks.ts';

/** A text or bytes, in one piece or in several. */
export type Content = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

/**
 * Writes a file, whole or not at all, and the folders above it; `-` is standard output.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`, `option-invalid` for the place of a bundle or a ledger
 */
export async function writeOutput(path: string, content: Content): Promise<void> {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  if (path === '-') return whole ? print(content) : gather(content, print);
  await refuseLinks(path);
  await keepEvidence(path);
  try {
    await makeFolders(dirname(path));
    await replaceFile(path, (file) =>
      whole ? writeFile(file, content) : writePieces(file, content),
    );
  } catch (cause) {
    // A rejection of what makes the content is none of the file.
    throw cause instanceof PlimsollError ? cause : fileError(path, 'write', cause);
  }
}

/** Makes folders one by one: below what takes none, as /proc, Node's own recursion has no end. */
export async function makeFolders(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there) return;
  const above = dirname(path);
  if (above !== path) await makeFolders(above);
  await mkdir(path).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

let written = 0;

/**
 * Writes a file beside its place and then puts it there, so that nobody takes half a report for a whole one and what was
 * there before stays until then. A device, and a file in a folder that takes no other, are written in place.
 */
async function replaceFile(path: string, write: (file: string) => Promise<void>): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there) {
    if (!there.isFile()) return writeInPlace(path, write);
    await access(path, constants.W_OK);
  }
  const folder = await access(dirname(path), constants.W_OK).catch((error: unknown) => error);
  if (there && folder !== undefined) return write(path);
  written += 1;
  const beside = `${path}.${process.pid}-${written}.part`;
  try {
    await write(beside);
    if (there) {
      await chmod(beside, there.mode);
      // Only root gives files away.
      await chown(beside, there.uid, there.gid).catch(() => undefined);
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}

/** What is no file is written to as it is; where nobody reads from a FIFO, or a socket is named, that is an error at once. */
async function writeInPlace(path: string, write: (file: string) => Promise<void>): Promise<void> {
  const taken = await open(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    await write(path);
  } finally {
    await taken.close();
  }
}

async function writePieces(
  path: string,
  pieces: Exclude<Content, string | Uint8Array>,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    await gather(pieces, (bytes) => file.appendFile(bytes));
  } finally {
    await file.close();
  }
}

/** Waits until the piece has left, so that no more than one is held; who stops reading is no failure. */
const print = (piece: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => {
      if (error && codeOf(error) !== 'EPIPE') reject(fileError(standardOutput, 'write', error));
      else resolve();
    });
  });

import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
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
import { dirname, resolve as absolute } from 'node:path';
import { parseJsonText, PlimsollError } from '../../index.ts';
import { gather } from './gather.ts';

/**
 * Reads a JSON file, or that document of a bundle where the file is a bundle; `-` is standard input.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `bundle-invalid`
 */
export async function readDocument(
  path: string,
  name: 'snapshot.json' | 'assessment.json',
): Promise<unknown> {
  const content = path === '-' ? await readStdin() : await readBytes(path);
  if (content.subarray(0, 2).toString('latin1') === 'PK') {
    const { openBundle } = await import('../../evidence.ts');
    return openBundle(content).readJson(name);
  }
  if (!isUtf8(content)) {
    throw new PlimsollError('file-unreadable', `${path} is not UTF-8 text.`, {
      hint: 'Where it is text of another encoding, such as UTF-16, save it as UTF-8.',
    });
  }
  try {
    return parseJsonText(content.toString('utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError('file-unreadable', `${path} is not JSON: ${why}`, { cause });
  }
}

const readStdin = (): Promise<Buffer> => readPieces(process.stdin, 'the standard input');

/** 1 GiB, as much as a bundle may hold; more is refused, and a device without an end is not read for ever. */
const bytesAtMost = 1 << 30;

async function readPieces(pieces: AsyncIterable<unknown>, path: string): Promise<Buffer> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    // A stream without an encoding yields buffers.
    const bytes = piece as Buffer;
    if ((length += bytes.length) > bytesAtMost) {
      throw new PlimsollError('file-unreadable', `${path} is longer than ${bytesAtMost} bytes.`, {
        hint: 'Nothing that is read here is so large: check that it is the right file.',
      });
    }
    read.push(bytes);
  }
  return Buffer.concat(read, length);
}

/**
 * Reads a file as it is, up to 1 GiB.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readPieces(createReadStream(path, { highWaterMark: 1 << 20 }), path);
  } catch (cause) {
    throw cause instanceof PlimsollError ? cause : fileError(path, 'read', cause);
  }
}

/**
 * Reads what a file begins with, enough to tell what it is: of a large one the rest may not be needed.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
}

const headBytes = 16;

/** A text or bytes, in one piece or in several. */
export type Content = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

/**
 * Writes a file, whole or not at all, and the folders above it; `-` is standard output.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function writeOutput(path: string, content: Content): Promise<void> {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  if (path === '-') return whole ? print(content) : gather(content, print);
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

/**
 * Refuses a place that cannot be written to, before what is to be written there is made; nothing is made or changed.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function checkWritable(path: string): Promise<void> {
  if (path === '-') return;
  try {
    await access(await nearest(absolute(path)), constants.W_OK);
  } catch (cause) {
    throw fileError(path, 'write', cause);
  }
}

/** What is there of a path: itself, or the folder in which the first of what is missing would be made. */
async function nearest(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const there = await stat(at).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    if (there) return at;
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
 * there before stays until then. A device, a link and a file in a folder that takes no other are written in place.
 */
async function replaceFile(path: string, write: (file: string) => Promise<void>): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there) {
    if (!there.isFile()) return write(path);
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

/** How messages call it. */
export const standardOutput = 'the standard output';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** What a failed read or write means for the person at the command line. */
export function fileError(path: string, action: 'read' | 'write', cause: unknown): PlimsollError {
  const code = codeOf(cause);
  if (code === 'ENOENT' && action === 'read') {
    return new PlimsollError('file-not-found', `There is no file ${path}.`, {
      hint: 'Check the path; a snapshot is made with: plimsoll collect -o snapshot.json',
      cause,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlimsollError('file-denied', `You may not ${action} ${path}.`, {
      hint: `See who may with: ls -l ${path}`,
      cause,
    });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PlimsollError('file-unreadable', `Could not ${action} ${path}: ${why}`, {
    hint: action === 'read' ? `See what it is with: ls -l ${path}` : hintToWrite(code, path),
    cause,
  });
}

const hintToWrite = (code: unknown, path: string): string =>
  code === 'ENOSPC'
    ? 'Make room, or name another place to write to; nothing was kept of what did not fit.'
    : `Name another place to write to; see what is there with: ls -ld ${path}`;

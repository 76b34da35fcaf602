import { isUtf8 } from 'node:buffer';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../index.ts';
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
    const { openBundle } = await import('../evidence.ts');
    return openBundle(content).readJson(name);
  }
  if (!isUtf8(content)) {
    throw new PlimsollError('file-unreadable', `${path} is not UTF-8 text.`, {
      hint: 'Where it is text of another encoding, such as UTF-16, save it as UTF-8.',
    });
  }
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError('file-unreadable', `${path} is not JSON: ${why}`, { cause });
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Standard input without an encoding yields buffers.
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Reads a file as it is.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw fileError(path, 'read', cause);
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
 * Writes a file and the folders above it; `-` is standard output.
 *
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function writeOutput(path: string, content: Content): Promise<void> {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  if (path === '-') return whole ? print(content) : gather(content, print);
  try {
    await mkdir(dirname(path), { recursive: true });
    if (whole) await writeFile(path, content);
    else await writePieces(path, content);
  } catch (cause) {
    throw fileError(path, 'write', cause);
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
      const closed = error && 'code' in error && error.code === 'EPIPE';
      if (error && !closed) reject(error);
      else resolve();
    });
  });

/** What a failed read or write means for the person at the command line. */
export function fileError(path: string, action: 'read' | 'write', cause: unknown): PlimsollError {
  const code = cause instanceof Error ? String(Reflect.get(cause, 'code')) : '';
  if (code === 'ENOENT') {
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
  return new PlimsollError('file-unreadable', `Could not ${action} ${path}: ${why}`, { cause });
}

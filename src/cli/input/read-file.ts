import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { parseJsonText } from '../../evidence.ts';
import { PlimsollError } from '../../core/errors.ts';
import { fileError, notJson } from '../terminal/file-error.ts';
import { show } from '../terminal/print-text.ts';
import { headBytes } from './recognise-file.ts';
import { text } from '../../index.ts';
import { tooLong } from '../../files/file-error.ts';

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
    throw new PlimsollError(
      'file-unreadable',
      text(`${path} is not UTF-8 text.`, `${path} 不是 UTF-8 文本。`),
      {
        hint: text(
          'If it is text in another encoding, such as UTF-16, save it as UTF-8.',
          '如果是其他编码（如 UTF-16）的文本，请存为 UTF-8。',
        ),
      },
    );
  }
  try {
    return parseJsonText(content.toString('utf8'));
  } catch (cause) {
    throw notJson(path, cause);
  }
}

const readStdin = (): Promise<Buffer> => readPieces(process.stdin, 'the standard input');

/** 1 GiB, as much as a bundle may hold; more is refused, and a device without an end is not read for ever. */
export const bytesAtMost = 1 << 30;

async function readPieces(pieces: AsyncIterable<unknown>, path: string): Promise<Buffer> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    // A stream without an encoding yields buffers.
    const bytes = piece as Buffer;
    if ((length += bytes.length) > bytesAtMost) throw tooLong(show(path), bytesAtMost);
    read.push(bytes);
  }
  return Buffer.concat(read, length);
}

/** Pipes that this process was started with, as a shell names them for `<(command)`: somebody writes to these. */
const ownPipe = /^\/(?:dev\/(?:stdin$|fd\/)|proc\/(?:self|\d+)\/fd\/)/;

/**
 * Refuses what may have no end, or never begin: a FIFO that nobody writes to, a terminal, a device.
 *
 * @param most bytes at most
 * @throws PlimsollError `file-unreadable`, and whatever the system says of a path that it does not find
 */
export async function refuseSpecial(path: string, most = bytesAtMost): Promise<void> {
  const found = await stat(path);
  if (found.size > most) throw tooLong(show(path), most);
  // Of a folder the system itself says what it is.
  if (found.isFile() || found.isDirectory() || (found.isFIFO() && ownPipe.test(path))) return;
  throw new PlimsollError(
    'file-unreadable',
    text(`${show(path)} is not a regular file.`, `${show(path)} 不是普通文件。`),
    { hint: text('Name a file, or - for stdin.', '请指明文件，或用 - 表示 stdin。') },
  );
}

/**
 * Reads a file as it is, up to 1 GiB.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    await refuseSpecial(path);
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
    await refuseSpecial(path, Infinity);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof PlimsollError ? cause : fileError(path, 'read', cause);
  }
}

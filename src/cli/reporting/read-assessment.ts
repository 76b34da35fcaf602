import { createReadStream } from 'node:fs';
import { parseAssessmentPieces } from '../../evidence.ts';
import type { Assessment } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { tooLong } from '../../files/file-error.ts';
import { bytesAtMost, refuseSpecial } from '../input/read-file.ts';
import { readAs } from '../input/read-as.ts';
import { fileError, notJson } from '../terminal/file-error.ts';

/** Bytes read at once: few enough that their text is collected young, and does not pile up. */
const portion = 1 << 14;

/**
 * Reads an assessment from a file, or from a bundle; `-` is standard input. The text of a large one is never held.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `assessment-invalid`, `bundle-invalid`
 */
export const readAssessmentFile = (path: string): Promise<Assessment> =>
  readAs(path, 'assessment', () => readPieces(path));

async function readPieces(path: string): Promise<Assessment> {
  const pieces = reading(path)[Symbol.asyncIterator]();
  const { value: first = Buffer.of() } = await pieces.next();
  const all = chained(first, pieces);
  try {
    return await parseAssessmentPieces(isBundle(first) ? await unpacked(all, path) : all);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw notJson(path, cause);
  } finally {
    // A caller that finds the first piece wrong asks for no second, and would leave the file open.
    await pieces.return(undefined);
  }
}

const isBundle = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function* reading(path: string): AsyncGenerator<Uint8Array, undefined> {
  try {
    if (path !== '-') await refuseSpecial(path, Infinity);
    const stream: AsyncIterable<Uint8Array> =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: portion });
    yield* stream;
  } catch (cause) {
    throw cause instanceof PlimsollError ? cause : fileError(path, 'read', cause);
  }
}

async function* chained(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array, undefined>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function unpacked(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
): Promise<Iterable<Uint8Array>> {
  const { openBundle } = await import('../../evidence.ts');
  const bundle: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    if ((length += piece.length) > bytesAtMost) throw tooLong(path, bytesAtMost);
    bundle.push(piece);
  }
  const bytes = openBundle(Buffer.concat(bundle)).read('assessment.json');
  return portionsOf(bytes ?? Buffer.from('null'));
}

function* portionsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += portion) yield bytes.subarray(at, at + portion);
}

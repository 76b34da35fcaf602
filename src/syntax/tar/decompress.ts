import { createGunzip } from 'node:zlib';
import { malformed, tooMuch } from './tar-problem.ts';
import type { Chunks } from './byte-source.ts';
import { limits } from './archive-limits.ts';
import { unzstd } from './unzstd.ts';

/** How a layer is compressed. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** Tells by its first bytes how something is compressed. */
export function compressionOf(start: Buffer): Compression {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  const magic = start.length >= 4 ? start.readUInt32LE(0) : 0;
  return magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50 ? 'zstd' : 'none';
}

/**
 * Unpacks what is compressed while it is read, and stops where it grows without bounds.
 *
 * @throws SyntaxProblem while its chunks are read: `invalid` when it is broken, `too-large`
 */
export function decompress(
  chunks: AsyncIterable<Buffer>,
  compression: Compression,
): AsyncIterable<Buffer> {
  if (compression === 'none') return chunks;
  let input = 0;
  async function* counted(): AsyncGenerator<Buffer, void> {
    for await (const chunk of chunks) {
      input += chunk.length;
      yield chunk;
    }
  }
  const output = compression === 'gzip' ? gunzip(counted()) : unzstd(counted());
  return bounded(output, () => input);
}

async function* bounded(output: Chunks, input: () => number): AsyncGenerator<Buffer, void> {
  let length = 0;
  for await (const chunk of output) {
    length += chunk.length;
    if (length > limits.growthBytes + limits.growth * input()) {
      throw tooMuch('a layer grows disproportionately when it is unpacked');
    }
    yield chunk;
  }
}

/** Bytes that are unpacked at once: at worst they become a thousand times as many. */
const atOnce = 1 << 16;

const zeros = Buffer.alloc(atOnce);
const areZeros = (bytes: Buffer): boolean => bytes.equals(zeros.subarray(0, bytes.length));

/**
 * Nothing is read ahead: a reader that stops in the middle can continue in the archive behind it. While one piece is
 * unpacked elsewhere, what came of the piece before is processed here. Zeros behind the last member are padding, as
 * gzip has it.
 */
async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  const unzip = createGunzip({ chunkSize: 1 << 18 });
  let made: Buffer[] = [];
  unzip.on('data', (chunk: Buffer) => made.push(chunk));
  const isOver = { value: false };
  const over = new Promise<void>((done) => {
    unzip.once('end', () => {
      isOver.value = true;
      done();
    });
  });
  const failed = new Promise<never>((_, fail) => {
    unzip.once('error', (error) => fail(malformed('a layer cannot be unpacked', error)));
    unzip.once('close', () => fail(malformed('a layer cannot be unpacked')));
  });
  // It may fail when nobody waits for it, and then does so again below.
  failed.catch(() => undefined);
  const taken = (): readonly Buffer[] => {
    const ready = made;
    made = [];
    return ready;
  };
  let given = 0;
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += atOnce) {
        const part = chunk.subarray(at, at + atOnce);
        const before = taken();
        if (isOver.value) yield* before;
        else {
          const written = new Promise((done) => unzip.write(part, done));
          yield* before;
          // The chunk is gone when the next is asked for, so that it must have been unpacked by then. Zeros behind a
          // member end it early, and then nobody tells of what was written.
          await Promise.race([failed, over, written]);
        }
        if (isOver.value && !areZeros(part.subarray(Math.max(0, unzip.bytesWritten - given)))) {
          throw malformed('data follows the end of a layer');
        }
        given += part.length;
      }
    }
    if (!isOver.value) unzip.end();
    await Promise.race([over, failed]);
    yield* taken();
  } finally {
    unzip.destroy();
  }
}

import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PlimsollError } from '../../core/errors.ts';
import { malformed, tooMuch } from './archive-error.ts';
import type { Chunks } from './byte-source.ts';
import { limits } from './limits.ts';
import { unzstd } from './unzstd.ts';

/** How a layer is compressed. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** Bytes as they lie in the archive, and as they are unpacked. */
export interface Decompressed {
  readonly compression: Compression;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Tells by its first bytes how something is compressed. */
export function compressionOf(start: Buffer): Compression {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  const magic = start.length >= 4 ? start.readUInt32LE(0) : 0;
  return magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50 ? 'zstd' : 'none';
}

/**
 * Unpacks what is compressed while it is read, and stops where it grows without bounds.
 *
 * @throws PlimsollError while its chunks are read: `archive-invalid` when it is broken, `archive-too-large`
 */
export function decompress(chunks: AsyncIterable<Buffer>, compression: Compression): AsyncIterable<Buffer> {
  if (compression === 'none') return chunks;
  let input = 0;
  async function* counted(): AsyncGenerator<Buffer, void> {
    for await (const chunk of chunks) {
      input += chunk.length;
      // The decompressor may still hold it when the next is read.
      yield Buffer.from(chunk);
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
      throw tooMuch('a layer grows out of all proportion when it is unpacked');
    }
    yield chunk;
  }
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  const output = createGunzip({ chunkSize: 1 << 18 });
  pipeline(Readable.from(chunks, { highWaterMark: 1 }), output, () => {
    // What it ended in is what reading from it ends in.
  });
  try {
    for await (const chunk of output) {
      // zlib hands over buffers and nothing else.
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof PlimsollError ? error : malformed('a layer cannot be unpacked', error);
  }
}

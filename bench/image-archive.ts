import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { tarEntry } from '../test/support/tar.ts';

/** A file that bytes are written to, and what was written so far. */
interface Sink {
  readonly write: (bytes: Buffer) => Promise<void>;
  readonly end: () => Promise<{ readonly bytes: number; readonly sha256: string }>;
}

function openSink(path: string, gzip: boolean): Sink {
  const file = createWriteStream(path);
  const packer = gzip ? createGzip({ level: 1 }) : undefined;
  if (packer) packer.pipe(file);
  const into = packer ?? file;
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (chunk) => {
      bytes += chunk.length;
      hash.update(chunk);
      if (!into.write(chunk)) await once(into, 'drain');
    },
    end: async () => {
      const closed = once(file, 'close');
      into.end();
      await closed;
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

/** The sizes of files, again and again: mostly small, and most bytes in few large ones, as in real images. */
const sizes = [
  ...Array.from({ length: 400 }, (_, at) => 300 + at * 37),
  ...Array.from({ length: 60 }, (_, at) => 20_000 + at * 3_000),
  ...Array.from({ length: 8 }, (_, at) => 700_000 + at * 200_000),
  24_000_000,
];

/** Two mebibytes, of which three pieces in four pack well, as programs and texts do. */
const material = (() => {
  const bytes = Buffer.alloc(2 << 20);
  let state = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = (at >> 12) % 4 === 0 ? state >>> 24 : 97 + ((state >>> 28) % 6);
  }
  return bytes;
})();

/** Writes one layer of about so many bytes as a tar. */
export async function writeLayer(path: string, about: number, gzip: boolean) {
  const sink = openSink(path, gzip);
  let left = about;
  for (let count = 0; left > 0; count += 1) {
    const size = sizes[count % sizes.length] ?? 0;
    const name = `usr/lib/bench/${count % 97}/${count}`;
    await sink.write(tarEntry({ name, size }).subarray(0, 512));
    const padded = Math.ceil(size / 512) * 512;
    let start = (count * 4099) % (1 << 20);
    for (let rest = padded; rest > 0;) {
      const part = material.subarray(start, start + rest);
      await sink.write(part);
      rest -= part.length;
      start = 0;
    }
    left -= padded + 512;
  }
  await sink.write(Buffer.alloc(1024));
  return sink.end();
}

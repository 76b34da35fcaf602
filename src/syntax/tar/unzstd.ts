import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type * as zstddec from 'zstddec/stream';
import type { SyntaxProblem } from '../problem.ts';
import { malformed, tooMuch } from './tar-problem.ts';

const callable = z.custom<(...numbers: readonly number[]) => number>(
  (value) => typeof value === 'function',
);

/** What the compiled library of Zstandard offers. */
const library = z.object({
  memory: z.custom<{ readonly buffer: ArrayBuffer }>(
    (value) => typeof value === 'object' && value !== null && 'buffer' in value,
  ),
  malloc: callable,
  free: callable,
  ZSTD_createDCtx: callable,
  ZSTD_freeDCtx: callable,
  ZSTD_decompressStream: callable,
});

type Library = z.output<typeof library>;

let loaded: Promise<Library> | undefined;

/**
 * zstddec contains the library, and a loop around it that neither waits for its input nor reports errors. It gives the
 * library to the first caller that sets it up, so this is a copy of it that nobody else has.
 */
async function load(): Promise<Library> {
  const copy = `${import.meta.resolve('zstddec/stream')}?for=${randomUUID()}`;
  const { ZSTDDecoder } = (await import(/* @vite-ignore */ copy)) as typeof zstddec;
  const decoder = new ZSTDDecoder();
  // oxlint-disable no-underscore-dangle -- the name is the library's
  const begin = decoder._init.bind(decoder);
  let exported: unknown;
  decoder._init = (result): void => {
    begin(result);
    exported = z.object({ instance: z.object({ exports: z.unknown() }) }).parse(result)
      .instance.exports;
  };
  // oxlint-enable no-underscore-dangle
  await decoder.init();
  return library.parse(exported);
}

const outputBytes = 1 << 17;
const inputBytes = 1 << 17;

/** The library returns its errors as small negative numbers. */
const isError = (answer: number): boolean => answer >>> 0 > 0xffff_ff00;

/** The one that says nothing of what it was given. */
const noMemory = -64;
const outOfMemory = (): SyntaxProblem => tooMuch('too little memory is left to unpack a layer');

/**
 * Unpacks Zstandard, frame after frame. Windows above 128 MiB are refused by the library.
 *
 * @throws SyntaxProblem when it is broken or ends too early, `too-large` when the library has no memory for it
 * @see https://www.rfc-editor.org/rfc/rfc8878
 */
export async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  const zstd = await (loaded ??= load());
  const context = zstd.ZSTD_createDCtx();
  // Two structures of three numbers each (place, length, position), then both buffers.
  const place = zstd.malloc(24 + inputBytes + outputBytes);
  const [input, output] = [place + 24, place + 24 + inputBytes];
  let answer = 0;
  try {
    // Both answer nothing where there is no memory, and place 0 is the library's own.
    if (context === 0 || place === 0) throw outOfMemory();
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += inputBytes) {
        const part = chunk.subarray(at, at + inputBytes);
        new Uint8Array(zstd.memory.buffer).set(part, input);
        let done = 0;
        for (let full = false; done < part.length || full;) {
          const before = new DataView(zstd.memory.buffer);
          const numbers = [input, part.length, done, output, outputBytes, 0];
          numbers.forEach((value, word) => before.setUint32(place + 4 * word, value, true));
          answer = zstd.ZSTD_decompressStream(context, place + 12, place);
          if (answer === noMemory) throw outOfMemory();
          if (isError(answer)) throw malformed('a layer cannot be unpacked');
          const after = new DataView(zstd.memory.buffer);
          done = after.getUint32(place + 8, true);
          const made = after.getUint32(place + 20, true);
          full = made === outputBytes;
          if (made > 0) yield Buffer.from(new Uint8Array(zstd.memory.buffer, output, made));
        }
      }
    }
    if (answer !== 0) throw malformed('a layer ends too early');
  } finally {
    zstd.ZSTD_freeDCtx(context);
    zstd.free(place);
  }
}

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather } from '../../src/cli/output/gather-chunks.ts';

const portion = 1 << 16;

/** What was written, and how long each write was; a write sees bytes that change after it. */
async function gathered(pieces: Iterable<string>) {
  const written: Buffer[] = [];
  await gather(pieces, async (bytes) => {
    written.push(Buffer.from(bytes));
  });
  return { text: Buffer.concat(written).toString(), sizes: written.map(({ length }) => length) };
}

it('pieces are handed on in portions', async () => {
  const { text, sizes } = await gathered(['a'.repeat(portion - 1), 'bc', 'd'.repeat(portion)]);
  expect(sizes).toEqual([portion, portion, 1]);
  expect(text).toBe(`${'a'.repeat(portion - 1)}bc${'d'.repeat(portion)}`);
});

it('a character is not cut by the end of a portion', async () => {
  const { text, sizes } = await gathered(['a'.repeat(portion - 1), '界', '😀']);
  expect(sizes).toEqual([portion - 1, 7]);
  expect(text.endsWith('a界😀')).toBe(true);
});

it('nothing is written where there is nothing', async () => {
  expect((await gathered(['', ''])).sizes).toEqual([]);
});

it('what is written is what the pieces say together', async () => {
  const piece = fc.tuple(fc.string({ unit: 'binary', maxLength: 5 }), fc.nat(20_000));
  const pieces = fc.array(piece, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const texts = parts.map(([text, times]) => text.repeat(times));
      expect((await gathered(texts)).text).toBe(Buffer.from(texts.join('')).toString());
    }),
    { numRuns: 10 },
  );
});

it('bytes are handed on as they come', async () => {
  const sizes: number[] = [];
  async function* bytes() {
    yield Buffer.alloc(3);
    yield Buffer.alloc(5);
  }
  await gather(bytes(), async ({ length }) => {
    sizes.push(length);
  });
  expect(sizes).toEqual([3, 5]);
});

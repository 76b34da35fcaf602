import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ZSTDDecoder } from 'zstddec/stream';
import { decompress } from '../../../src/syntax/tar/decompress.ts';
import { emptyContent, readPart } from '../../../src/collectors/archive/read-archive.ts';

const content = Buffer.from('some bytes '.repeat(20_000));
const member = gzipSync(content);

/** In chunks of that length, each in the same place as the one before. */
async function* inChunks(bytes: Buffer, length: number): AsyncGenerator<Buffer, void> {
  const place = Buffer.alloc(length);
  for (let at = 0; at < bytes.length; at += length) {
    await Promise.resolve();
    const filled = bytes.copy(place, 0, at, at + length);
    yield place.subarray(0, filled);
  }
}

async function unpacked(
  bytes: Buffer,
  length: number,
  compression: 'gzip' | 'zstd' = 'gzip',
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of decompress(inChunks(bytes, length), compression)) parts.push(part);
  return Buffer.concat(parts);
}

const lengths = [1, 7, member.length, 1 << 20];

it.each([0, 1, 2, 512, 1024, 200_000])('%s zeros behind gzip are padding', async (count) => {
  for (const length of count > 1024 ? lengths.slice(1) : lengths) {
    const read = await unpacked(Buffer.concat([member, Buffer.alloc(count)]), length);
    expect(read.equals(content)).toBe(true);
  }
});

it('members behind one another are one, zeros behind the last of them', async () => {
  const bytes = Buffer.concat([member, member, Buffer.alloc(100)]);
  for (const length of lengths) expect(await unpacked(bytes, length)).toHaveLength(440_000);
});

it.each<[string, Buffer]>([
  ['another member behind zeros', Buffer.concat([member, Buffer.alloc(70_000), member])],
  ['words behind zeros', Buffer.concat([member, Buffer.alloc(1), Buffer.from('words')])],
  ['words', Buffer.concat([member, Buffer.from('words')])],
  ['a cut in its last bytes', member.subarray(0, -3)],
  ['a cut in the middle', member.subarray(0, 50)],
  ['a cut in its header', member.subarray(0, 4)],
  ['half a second member', Buffer.concat([member, member.subarray(0, 50)])],
])('%s is refused, and never waited for without end', async (_, bytes) => {
  for (const length of lengths) {
    await expect(unpacked(bytes, length)).rejects.toMatchObject({ code: 'invalid' });
  }
});

const abc = Buffer.from('28b52ffd2003190000616263', 'hex');

it('Zstandard is unpacked beside whoever else uses the library in the same process', async () => {
  await new ZSTDDecoder().init();
  expect((await unpacked(abc, 5, 'zstd')).toString()).toBe('abc');
});

it('what Zstandard takes for a layer is given back however far the layer was read', async () => {
  // A window of 128 MiB, and blocks of 128 KiB that repeat a byte: no tar, which shows at once.
  const block = Buffer.alloc(4);
  const frame = (byte: number): Buffer => {
    block.writeUInt32LE(byte * 2 ** 24 + 131_072 * 8 + 2);
    return Buffer.concat([Buffer.from('28b52ffd0088', 'hex'), block, block, block]);
  };
  const drop = (): string => '';
  for (let at = 0; at < 40; at += 1) {
    const content = emptyContent();
    await readPart(content, 'layer', 18, [frame(at + 1)], { drop });
    const { message } = z.instanceof(Error).parse(content.layers.get('layer'));
    expect(message).toContain('a header does not have its checksum');
  }
});

it('a layer in Zstandard for which no memory is left is not called broken', async () => {
  // A frame with a window of 1 KiB times a power of two, and the first of its bytes.
  const frame = (power: number): Buffer =>
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, power << 3, 0x0a, 0x00, 0x00, 0x61]);
  // Those that wait in the middle keep their windows.
  const begun: AsyncIterator<Buffer, unknown>[] = [];
  const failures: unknown[] = [];
  for (let power = 17; power >= 0; power -= 1) {
    for (let full = false; !full;) {
      const layer = decompress(inChunks(frame(power), 10), 'zstd')[Symbol.asyncIterator]();
      try {
        await layer.next();
        begun.push(layer);
      } catch (error) {
        failures.push(error);
        full = true;
      }
    }
  }
  for (const layer of begun) await layer.return?.();
  expect(failures).toMatchObject(failures.map(() => ({ code: 'too-large' })));
  expect((await unpacked(abc, 5, 'zstd')).toString()).toBe('abc');
});

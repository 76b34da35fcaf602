import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findImages } from '../../../src/collectors/archive/find-images.ts';
import { archivedImageFacts } from '../../../src/collectors/archive/image-facts.ts';
import { readArchive } from '../../../src/collectors/archive/read-archive.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { imageArchive } from '../../support/image-archive.ts';

const layers = [
  [{ name: 'usr/bin/su', mode: 0o4755, body: 'x' }],
  [{ name: 'etc/os-release', body: 'ID=debian\n' }, { name: 'usr/bin/.wh.su' }],
];
const archives = [
  imageArchive(layers),
  imageArchive(layers, { pack: (layer) => gzipSync(layer) }),
  gzipSync(imageArchive(layers)),
];

/** A valid archive of which some bytes are others, and perhaps the end is missing. */
const mutated = fc
  .tuple(
    fc.constantFrom(...archives),
    fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 12 }),
    fc.option(fc.nat(20_000)),
  )
  .map(([archive, changes, end]) => {
    const copy = Buffer.from(archive.subarray(0, end ?? undefined));
    for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
    return copy;
  });

/** In chunks of whatever length. */
function* inChunks(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

it('throws nothing but its own error, whatever it is given', { timeout: 120_000 }, async () => {
  const redactor = createRedactor(Buffer.alloc(32));
  const inputs = fc.oneof(
    mutated,
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(inputs, fc.integer({ min: 1, max: 3000 }), async (bytes, length) => {
      try {
        const content = await readArchive(inChunks(bytes, length), redactor.drop);
        for (const each of findImages(content)) archivedImageFacts(each, [], redactor);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxProblem);
      }
    }),
    { numRuns: 1000 },
  );
});

it('reads the same in chunks of any length', async () => {
  const redactor = createRedactor(Buffer.alloc(32));
  const factsOf = async (length: number) => {
    const content = await readArchive(inChunks(imageArchive(layers), length), redactor.drop);
    return findImages(content).map((each) => archivedImageFacts(each, [], redactor));
  };
  expect(await factsOf(7)).toEqual(await factsOf(1 << 20));
});

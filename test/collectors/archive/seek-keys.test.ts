import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivateKeys } from '../../../src/syntax/secrets/private-keys.ts';
import { seekKeys } from '../../../src/collectors/archive/seek-keys.ts';

const key = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const long = generateKeyPairSync('rsa', { modulusLength: 4096 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

describe('keys in a file that goes by in pieces', () => {
  it('are those of the whole, wherever they lie and however it is cut', () => {
    const keys = [key(), key(), long];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            pad: fc.integer({ min: 0, max: 400_000 }),
            key: fc.constantFrom(...keys),
            fill: fc.constantFrom('x', '\n', 'PRIVATE KEY\n'),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.integer({ min: 100, max: 100_000 }),
        (parts, cut) => {
          const whole = Buffer.from(
            parts
              .map(({ pad, fill, key: one }) => `${fill.repeat(pad / fill.length)}\n${one}`)
              .join(''),
          );
          const seeker = seekKeys();
          for (let at = 0; at < whole.length; at += cut) {
            // The next piece may lie where this one does.
            const piece = Buffer.from(whole.subarray(at, at + cut));
            seeker.push(piece);
            piece.fill(0);
          }
          const { bytes, keys: found } = seeker.finish();
          expect(bytes).toBe(whole.length);
          expect(found).toEqual(findPrivateKeys(whole));
          expect(found).toHaveLength(parts.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});

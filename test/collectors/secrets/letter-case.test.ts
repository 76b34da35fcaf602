import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';
import { shapes } from '../../../src/syntax/secrets/secret-shapes.ts';

/** A text with each of its letters in either case. */
const inAnyCase = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      Array.from(text, (letter, at) =>
        upper[at] === true ? letter.toUpperCase() : letter.toLowerCase(),
      ).join(''),
    );

it.each([
  ['convertto-securestring -string ', 'Geheim12345', ' -force'],
  ['<db.password>', 'Geheim12345', '</'],
  ['<apikey>', 'Geheim12345', '</'],
])('what is spelled in either case is found so: %s', (before, secret, behind) => {
  fc.assert(
    fc.property(inAnyCase(before), inAnyCase(behind), (head, tail) => {
      const text = `${head}${secret}${tail}`;
      const found = findSecrets(text).map(({ start, end }) => text.slice(start, end));
      expect(found).toContain(secret);
    }),
    { numRuns: 50 },
  );
});

it('no shape is passed over whose own hint fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), fc.nat(), (text, nth) => {
      const { hint } = shapes.all[nth % shapes.all.length] ?? { hint: /$^/ };
      const written = `${text}${hint.source.replaceAll(/[\\^$()?:|[\]]/g, '')}`;
      for (const each of [written, written.toUpperCase(), written.toLowerCase()]) {
        const fits = shapes.all.some((shape) => shape.hint.test(each));
        expect(shapes.mayFit(each)).toBe(fits);
      }
    }),
    { numRuns: 2000 },
  );
});

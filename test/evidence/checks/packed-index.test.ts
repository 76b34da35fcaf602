import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ControlSource } from '../../../src/core/controls/control-sources.ts';
import {
  packedIndexSchema,
  packIndex,
  unpackIndex,
} from '../../../src/evidence/checks/packed-index.ts';
import { groupBy } from '../../../src/syntax/group-by.ts';

const paths = ['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/nobody.ts'];

const stretch = fc
  .record({ file: fc.nat(2), from: fc.integer({ min: 1, max: 9 }), more: fc.nat(3) })
  .map(({ file, from, more }) => ({ file: paths[file] ?? '', from, to: from + more }));

/** As sources are found: a control's own file first, then the others by name, and the lines in that order, each once. */
const source: fc.Arbitrary<ControlSource> = fc
  .record({
    stretches: fc.uniqueArray(stretch, { minLength: 1, selector: (each) => JSON.stringify(each) }),
    line: fc.integer({ min: 1, max: 300 }),
    digest: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  })
  .map(({ stretches, line, digest }) => {
    const byFile = groupBy(stretches, ({ file }) => file);
    const [first = '', ...others] = byFile.keys();
    const files = [first, ...others.sort()];
    const lines = files.flatMap((file) =>
      (byFile.get(file) ?? []).toSorted((a, b) => a.from - b.from || b.to - a.to),
    );
    return { files, line, digest: Buffer.from(digest).toString('hex'), lines };
  });

it('an index is what it was, packed and unpacked', () => {
  const index = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}-[a-z]{1,3}$/), source);
  fc.assert(
    fc.property(index, (controls) => {
      const packed = packedIndexSchema.parse(
        JSON.parse(JSON.stringify(packIndex(controls, paths))),
      );
      expect(unpackIndex(packed, paths, Object.keys(controls))).toEqual({ ...controls });
    }),
  );
});

it('lines that many controls run stand there once', () => {
  const lines = [{ file: 'src/a.ts', from: 3, to: 5 }];
  const one: ControlSource = { files: ['src/a.ts'], line: 4, digest: 'ab', lines };
  const { stretches, companies } = packIndex({ one, two: one, three: one }, paths);
  expect(stretches).toEqual([[3, 2], [], [], []]);
  expect(companies).toEqual([[0, 1, 1]]);
});

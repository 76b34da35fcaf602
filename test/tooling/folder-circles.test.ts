import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderCircles, type Import } from '../../scripts/folder-circles.ts';

const found = (imports: readonly Import[]) =>
  folderCircles(imports).map(({ inside, folders }) => ({ inside, folders }));

/** Imports as `from > to`, below `src`. */
const arrows = (...lines: readonly string[]): readonly Import[] =>
  lines.map((line) => {
    const [from = '', to = ''] = line.split(' > ');
    return { from: `src/${from}.ts`, to: `src/${to}.ts` };
  });

describe('folders that import each other in a circle', () => {
  it.each<[string, readonly Import[], ReturnType<typeof found>]>([
    [
      'beside one another, though no file is in a circle',
      arrows('a/x/1 > a/y/1', 'a/y/2 > a/x/2'),
      [{ inside: 'src/a', folders: ['x', 'y'] }],
    ],
    [
      'by a third one',
      arrows('a/x/1 > a/y/1', 'a/y/2 > a/z/1', 'a/z/2 > a/x/2'),
      [{ inside: 'src/a', folders: ['x', 'y', 'z'] }],
    ],
    [
      'a folder, and what lies loose in the one above it',
      arrows('a/1 > a/x/1', 'a/x/2 > a/2'),
      [{ inside: 'src/a', folders: ['*', 'x'] }],
    ],
    [
      'deep below one another',
      arrows('a/x/deep/er/1 > a/y/1', 'a/y/deep/2 > a/x/2'),
      [{ inside: 'src/a', folders: ['x', 'y'] }],
    ],
    ['rooms', arrows('a/x/1 > b/y/1', 'b/z/1 > a/w/1'), [{ inside: 'src', folders: ['a', 'b'] }]],
    ['one way only', arrows('a/x/1 > a/y/1', 'a/x/2 > a/z/1', 'a/y/1 > a/z/1'), []],
    ['within one folder', arrows('a/x/1 > a/x/2', 'a/x/2 > a/x/3'), []],
    ['by a door', arrows('door > a/1', 'b/1 > door', 'door > b/2'), []],
  ])('%s', (_, imports, expected) => {
    expect(found(imports)).toEqual(expected);
  });

  it('are named with the imports that tie them, and no other', () => {
    const tie = arrows('a/x/1 > a/y/1', 'a/y/2 > a/x/2');
    const other = arrows('a/x/1 > a/z/1', 'a/w/1 > a/x/1', 'a/x/1 > a/x/2');
    expect(folderCircles([...other, ...tie])).toEqual([
      { inside: 'src/a', folders: ['x', 'y'], imports: tie },
    ]);
  });

  it('are none where every import goes down, and one where a single import goes back up', () => {
    const folder = fc.nat(9);
    const down = fc
      .array(fc.tuple(folder, folder), { maxLength: 40 })
      .map((pairs) => pairs.filter(([from, to]) => from < to));
    const file = (at: number) => `src/room/${at}/file.ts`;
    fc.assert(
      fc.property(down, folder, folder, (pairs, one, other) => {
        const imports = pairs.map(([from, to]) => ({ from: file(from), to: file(to) }));
        expect(folderCircles(imports)).toEqual([]);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (low === high) return;
        const way = { from: file(low), to: file(high) };
        const back = { from: file(high), to: file(low) };
        const [circle, ...more] = folderCircles([...imports, way, back]);
        expect(more).toEqual([]);
        expect(circle?.folders).toEqual(expect.arrayContaining([String(low), String(high)]));
        expect(circle?.imports).toEqual(expect.arrayContaining([way, back]));
      }),
    );
  });
});

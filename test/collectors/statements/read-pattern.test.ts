import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow, readPattern } from '../../../src/collectors/statements/find-files.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const systems = [
  { rules: posix, at: (path: string) => path },
  { rules: win32, at: (path: string) => `C:${path.replaceAll('/', '\\')}` },
];

it.each(systems)('$rules.sep: the folder before the first star', ({ rules, at }) => {
  const folderOf = (pattern: string) => rules.normalize(readPattern(at(pattern), rules).folder);
  expect(folderOf('/work/waivers/*.yaml')).toBe(at('/work/waivers/'));
  expect(folderOf('/*.yaml')).toBe(at('/'));
});

it.each(systems)(
  '$rules.sep: a star stays in a name, two lead through folders',
  ({ rules, at }) => {
    const fits = (pattern: string, path: string) => readPattern(at(pattern), rules).fits(at(path));
    expect(fits('/w/*.yaml', '/w/a.yaml')).toBe(true);
    expect(fits('/w/*.yaml', '/w/b/a.yaml')).toBe(false);
    expect(fits('/w/**/*.yaml', '/w/b/c/a.yaml')).toBe(true);
    expect(fits('/w/**/*.yaml', '/w/a.yaml')).toBe(true);
    expect(fits('/w/?.yaml', '/w/ab.yaml')).toBe(false);
    expect(fits('/w/a+b*.yaml', '/w/a+b.yaml')).toBe(true);
  },
);

it('the files of a folder come in order of their names', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `${((at * 17) % 40) + 10}.yaml`);
  const root = temporaryRoot(Object.fromEntries(names.map((name) => [name, ''])));
  expect(await filesBelow(root)).toEqual(names.toSorted().map((name) => posix.join(root, name)));
});

import { mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { foldersUpTo, nearestConfig } from '../../../src/scanning/config/find-config.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const below = 'home/ann/code/shop/deep';

/** A tree with a configuration in one of its folders, and what stands in another. */
function tree(config: string, extra: Readonly<Record<string, string>> = {}) {
  const root = realpathSync(
    temporaryRoot({
      [`${below}/x.txt`]: '',
      [join(config, 'plimsoll.config.mjs')]: '',
      ...extra,
    }),
  );
  const find = (home = '/nonexistent') => nearestConfig(join(root, below), home);
  return { root, find, path: join(root, config, 'plimsoll.config.mjs') };
}

const folders = [below, 'home/ann/code/shop', 'home/ann/code', 'home/ann', 'home'];

it.each(folders)('is found in %s', async (folder) => {
  const { find, path } = tree(folder);
  expect(await find()).toBe(path);
});

it.each(folders)('is looked for up to the root of a repository, %s', async (repository) => {
  for (const git of ['.git/HEAD', '.git']) {
    const inside = tree(repository, { [join(repository, git)]: 'gitdir: elsewhere\n' });
    expect(await inside.find()).toBe(inside.path);
    const above = tree(dirname(repository), { [join(repository, git)]: '' });
    expect(await above.find()).toBeUndefined();
  }
  const linked = tree(dirname(repository));
  symlinkSync('/nonexistent', join(linked.root, repository, '.git'));
  expect(await linked.find()).toBeUndefined();
});

it.each(folders)('is looked for up to the home folder, %s', async (home) => {
  const inside = tree(home);
  expect(await inside.find(join(inside.root, home))).toBe(inside.path);
  const above = tree(dirname(home));
  symlinkSync(join(above.root, home), join(above.root, 'alias'));
  expect(await above.find(join(above.root, home))).toBeUndefined();
  expect(await above.find(join(above.root, 'alias'))).toBeUndefined();
});

it('is a file and no folder', async () => {
  const { find, path } = tree('home');
  rmSync(path);
  mkdirSync(path);
  expect(await find()).toBeUndefined();
});

it.each([
  [posix, '/home/ann/shop', '/nowhere', ['/home/ann/shop', '/home/ann', '/home', '/']],
  [win32, 'C:\\work\\shop', 'D:\\ann', ['C:\\work\\shop', 'C:\\work', 'C:\\']],
  [posix, '/home/ann/shop', '/home/ann', ['/home/ann/shop', '/home/ann']],
  [win32, 'c:\\Users\\ann\\x', 'C:\\Users\\Ann', ['c:\\Users\\ann\\x', 'c:\\Users\\ann']],
  [win32, '\\\\nas\\team\\x', 'C:\\ann', ['\\\\nas\\team\\x', '\\\\nas\\team\\']],
])('$sep: is looked for from %s up to %s or a root', (rules, cwd, last, expected) => {
  expect([...foldersUpTo(last, cwd, rules)]).toEqual(expected);
});

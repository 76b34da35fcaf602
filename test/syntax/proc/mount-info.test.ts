import { expect, test } from 'vitest';
import { isReadOnly, parseMountInfo, visibleMounts } from '../../../src/syntax/proc/mount-info.ts';

const mount = (id: number, parent: number, root: string, point: string, more = 'rw -'): string =>
  `${id} ${parent} 254:0 ${root} ${point} ${more} ext4 /dev/vda rw`;

test('takes a line apart, whatever tags stand in it, and what is written in octal', () => {
  const [one, ...others] = parseMountInfo(
    '58 95 254:0 /with\\040space /d2/a\\134b ro,relatime shared:7 master:4 - ext4 /dev/vda rw,x=1\nnot a mount\n',
  );
  expect(others).toEqual([]);
  expect(one).toEqual({
    id: '58',
    parent: '95',
    device: '254:0',
    root: '/with space',
    point: '/d2/a\\b',
    options: ['ro', 'relatime'],
    shared: true,
    slave: true,
    fileSystem: 'ext4',
    source: '/dev/vda',
    superOptions: ['rw', 'x=1'],
  });
});

test('a mount is read-only by its own option or by that of its file system', () => {
  const [own, whole, neither] = parseMountInfo(
    [
      '1 0 0:1 / / ro - tmpfs t rw',
      '1 0 0:1 / / rw - tmpfs t ro',
      '1 0 0:1 / / rw - tmpfs t rw',
    ].join('\n'),
  );
  expect([own, whole, neither].map((each) => each && isReadOnly(each))).toEqual([
    true,
    true,
    false,
  ]);
});

test('what a later mount covers is not seen: at its place and below it, and nothing beside it', () => {
  const seen = visibleMounts(
    parseMountInfo(
      [
        mount(1, 0, '/', '/'),
        mount(2, 1, '/a', '/x'),
        mount(3, 2, '/b', '/x/y'),
        mount(4, 1, '/c', '/xy'),
        mount(5, 2, '/d', '/x'),
        mount(6, 5, '/e', '/x/z'),
      ].join('\n'),
    ),
  );
  expect([...seen].map(([point, { root }]) => `${point} ${root}`)).toEqual([
    '/ /',
    '/xy /c',
    '/x /d',
    '/x/z /e',
  ]);
});

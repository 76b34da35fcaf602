import { expect, test } from 'vitest';
import { speaksForImage } from '../../src/knowledge/image-places.ts';

const changed = (path: string, change = 'modified') => [{ path, change }];

test.each([
  ['nothing', []],
  ['a program that was added', changed('/srv/app', 'added')],
  ['a folder above what was added elsewhere', changed('/usr', 'modified')],
  ['the folder of an init of the engine', changed('/sbin', 'modified')],
  ['the init of the engine', changed('/sbin/docker-init', 'added')],
  ['what an engine mounts', changed('/etc/hosts', 'modified')],
])('it speaks for its image with %s changed', (_, changes) => {
  expect(speaksForImage(changes, ['/', '/etc/hosts', '/proc', '/sbin/docker-init'])).toBe(true);
});

test.each([
  ['a program that was added', changed('/usr/bin/tool', 'added')],
  ['a program that was changed', changed('/usr/bin/sudo')],
  ['programs that were taken away', changed('/usr', 'deleted')],
  ['the list of packages', changed('/var/lib/dpkg/status')],
  ['the name of the system', changed('/etc/os-release')],
])('it does not with %s', (_, changes) => {
  expect(speaksForImage(changes, ['/'])).toBe(false);
});

test.each(['/usr', '/usr/bin', '/usr/bin/sudo', '/var/lib/dpkg', '/opt/vendor'])(
  'it does not with something mounted on %s',
  (point) => {
    expect(speaksForImage([], ['/', point])).toBe(false);
  },
);

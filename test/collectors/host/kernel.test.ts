import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareReleases,
  readInstalledKernels,
  readRunningKernel,
} from '../../../src/collectors/host/kernel.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

test.each([
  ['5.10.0-9-amd64', '5.10.0-23-amd64'],
  ['6.1.0-rc3-amd64', '6.1.0-amd64'],
  ['6.1.0-amd64', '6.1.0.1-amd64'],
  ['6.1', '6.1.1'],
  ['6.1-rc1', '6.1'],
  ['4.18.0-477.el8.x86_64', '4.18.0-513.el8.x86_64'],
  ['5.14.0-70.13.1.el9_0', '5.14.0-70.22.1.el9_0'],
  ['6.8.0-40-generic', '6.8.0-41-generic'],
])('%s is older than %s', (older, newer) => {
  expect(compareReleases(older, newer)).toBeLessThan(0);
  expect(compareReleases(newer, older)).toBeGreaterThan(0);
});

test('it is an order', () => {
  const release = fc.string({ unit: fc.constantFrom('1', '2', '.', '-', 'r', 'c', 'x') });
  fc.assert(
    fc.property(release, release, release, (a, b, c) => {
      expect(Math.sign(compareReleases(a, b))).toBe(-Math.sign(compareReleases(b, a)) + 0);
      const [low, middle, high] = [a, b, c].toSorted(compareReleases);
      expect(compareReleases(low ?? '', high ?? '')).toBeLessThanOrEqual(0);
      expect(compareReleases(low ?? '', middle ?? '')).toBeLessThanOrEqual(0);
    }),
  );
});

test('finds kernels by their images and by complete folders of modules', async () => {
  const root = temporaryRoot({
    '/boot/vmlinuz-6.1.0-18-amd64': '',
    '/boot/vmlinuz-0-rescue-d41d8cd98f00b204': '',
    '/boot/initrd.img-5.0.0': '',
    '/usr/lib/modules/6.1.0-18-amd64/modules.dep': '',
    '/usr/lib/modules/6.1.0-9-amd64/modules.dep': '',
    '/usr/lib/modules/5.10.0-1-amd64/updates/left-behind.ko': '',
  });
  symlinkSync('usr/lib', join(root, 'lib'));
  expect(await readInstalledKernels(root)).toMatchObject({
    value: ['6.1.0-9-amd64', '6.1.0-18-amd64'],
  });
  expect(await readInstalledKernels(temporaryRoot())).toMatchObject({ value: [] });
});

test('the running one is the kernel’s own word', async () => {
  const procRoot = temporaryRoot();
  addFile(procRoot, 'sys/kernel/osrelease', '6.1.0-18-amd64\n');
  expect(await readRunningKernel(procRoot)).toEqual({
    value: '6.1.0-18-amd64',
    source: { kind: 'file', path: '/proc/sys/kernel/osrelease' },
  });
});

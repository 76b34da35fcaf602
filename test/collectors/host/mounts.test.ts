import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mountFacts } from '../../../src/collectors/host/mounts.ts';

test('reads mounts, with and without optional fields', () => {
  const text = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
40 22 0:35 / /var/lib/docker ro,nosuid,nodev master:3 propagate_from:2 - btrfs /dev/vdb rw,space_cache
41 22 0:40 / /mnt/with\\040space rw - overlay overlay ro,lowerdir=/a:/b,upperdir=/c,workdir=/d,uuid=on
broken line
`;
  expect(mountFacts(text)).toEqual([
    {
      mountPoint: '/',
      device: '254:0',
      fileSystem: 'ext4',
      source: '/dev/vda',
      options: ['rw', 'relatime', 'discard'],
    },
    {
      mountPoint: '/var/lib/docker',
      device: '0:35',
      fileSystem: 'btrfs',
      source: '/dev/vdb',
      options: ['ro', 'nosuid', 'nodev', 'space_cache'],
    },
    {
      mountPoint: '/mnt/with space',
      device: '0:40',
      fileSystem: 'overlay',
      source: 'overlay',
      options: ['ro', 'uuid=on'],
    },
  ]);
});

test('no text makes it throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(' ', '-', '\n', '\\', '0', '/', ',') }),
    fc
      .array(fc.constantFrom('rw', ',', ',,', 'ro', '\\040'), { maxLength: 5 })
      .map((options) => `1 0 8:1 / /a ${options.join('')} - ext4 /dev/a ${options.join(',')}`),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(mountFacts(any).filter(({ options }) => options.includes(''))).toEqual([]);
    }),
  );
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMountPoints } from '../../../src/collectors/container-root/mount-points.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const id = 'ab'.repeat(32);
const root = '2743 2744 0:1139 / / rw,relatime - overlay overlay rw';
const hosts = `3242 2743 254:0 /var/lib/docker/containers/${id}/hosts /etc/hosts rw - ext4 /dev/vda rw`;

async function read(...lines: readonly string[]): Promise<readonly string[]> {
  const path = join(temporaryRoot(), 'mountinfo');
  await writeFile(path, `${lines.join('\n')}\n`);
  return readMountPoints(path);
}

test('tells where something is mounted', async () => {
  const data = '3243 2743 254:0 /data /srv/with\\040space rw - ext4 /dev/vda rw';
  expect(await read(root, hosts, data)).toEqual(['/', '/etc/hosts', '/srv/with space']);
});

test.each([
  ['a root that was changed to a folder', []],
  [
    'a root that was changed to a volume',
    ['1 2 254:0 /volumes/data/_data / rw - ext4 /dev/vda rw'],
  ],
  ['the root of the host', ['1 2 254:0 / / rw - ext4 /dev/vda rw']],
  ['a file of another origin', [root, '3 2 254:0 /srv/hosts /etc/hosts rw - ext4 /dev/vda rw']],
])('refuses %s', async (_, lines) => {
  await expect(read(...lines)).rejects.toMatchObject({ code: 'file-unreadable' });
});

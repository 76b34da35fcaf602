import { expect, test } from 'vitest';
import {
  createHostPathsOf,
  parseMountsInForce,
} from '../../../src/collectors/proc/mounts-in-force.ts';
import { parseMountInfo } from '../../../src/syntax/proc/mount-info.ts';

const id = 'a1'.repeat(32);

const host = parseMountInfo(
  [
    '27 1 254:0 / / rw - ext4 /dev/vda rw',
    '31 27 254:16 / /data rw - xfs /dev/vdb rw',
    '32 27 254:16 /docker /var/lib/docker rw - xfs /dev/vdb rw',
    '33 27 0:6 / /dev rw - devtmpfs devtmpfs rw',
    '34 27 0:9 / /run rw - tmpfs tmpfs rw',
  ].join('\n'),
);

const read = (...lines: readonly string[]) =>
  parseMountsInForce(lines.join('\n'), id, createHostPathsOf(host));

test('says where the host has what is mounted, by every way that it has to it', () => {
  const found = read(
    '92 73 254:0 /srv/app /x rw - ext4 /dev/vda rw',
    '93 73 254:16 /docker/volumes/v/_data /v rw master:1 - xfs /dev/vdb rw',
    '94 73 0:9 /docker.sock /s ro shared:3 - tmpfs tmpfs rw',
    '95 73 254:0 / /host rw - ext4 /dev/vda rw',
    '96 73 254:16 / /disk rw - xfs /dev/vdb rw',
  );
  expect([...found.values()].map(({ target, hostPaths }) => [target, ...hostPaths])).toEqual([
    ['/x', '/srv/app'],
    ['/v', '/data/docker/volumes/v/_data', '/var/lib/docker/volumes/v/_data'],
    ['/s', '/run/docker.sock'],
    ['/host', '/'],
    ['/disk', '/data'],
  ]);
  expect(found.get('/s')).toMatchObject({ readOnly: true, propagation: 'rshared' });
  expect(found.get('/v')).toMatchObject({ readOnly: false, propagation: 'rslave' });
});

test('what was deleted, and what is of no file system of the host, has no place there', () => {
  const found = read(
    '92 73 254:0 /srv/app//deleted /x rw - ext4 /dev/vda rw',
    '93 73 0:48 / /t rw - tmpfs tmpfs rw,size=64k',
  );
  expect(found.get('/x')?.hostPaths).toEqual([]);
  expect(found.get('/t')).toMatchObject({ hostPaths: [], sizeBytes: 65_536 });
});

test('knows what the engine makes for every container, and nothing else that is called like it', () => {
  const found = read(
    `90 73 254:16 /docker/containers/${id}/hosts /etc/hosts rw - xfs /dev/vdb rw`,
    `91 73 254:16 /docker/containers/${id}/mounts/secrets/s /run/secrets/s ro - xfs /dev/vdb rw`,
    '92 73 254:0 /usr/bin/tini-static /sbin/docker-init ro - ext4 /dev/vda rw',
    '93 73 0:42 / /proc rw - proc proc rw',
    '94 93 0:42 /bus /proc/bus ro - proc proc rw',
    '95 73 0:29 /docker/x /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu',
    '81 73 0:6 /zero /dev/zero rw - devtmpfs devtmpfs rw',
    '82 73 0:6 /null /proc/keys rw - devtmpfs devtmpfs rw',
    '96 73 254:0 /etc/shadow /etc/hostname rw - ext4 /dev/vda rw',
    '97 73 254:0 /usr/bin/evil /dev/init rw - ext4 /dev/vda rw',
    '98 73 0:42 /sys /data/sys rw - proc proc rw',
  );
  const theirs = [...found.values()].filter(({ isEngines }) => !isEngines);
  expect(theirs.map(({ target }) => target)).toEqual(['/etc/hostname', '/dev/init', '/data/sys']);
});

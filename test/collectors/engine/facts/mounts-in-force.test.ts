import { expect, test } from 'vitest';
import { mountsOf } from '../../../../src/collectors/engine/facts/workload/mounts-in-force.ts';
import { settle } from '../../../../src/collectors/gathering/partial-facts.ts';
import { parseMountsInForce } from '../../../../src/collectors/proc/mounts-in-force.ts';

const source = { kind: 'file', path: '/proc/9/mountinfo' } as const;

/** What is made of a container for which nothing was asked, and in which this is mounted. */
const look = (...lines: readonly string[]) => {
  const text = ['1 0 0:9 / / rw - overlay overlay rw', ...lines].join('\n');
  const mounts = parseMountsInForce(text, 'a1'.repeat(32), () => []);
  return settle({ ...mountsOf([], { mounts, beside: [], source }) });
};

test.each([
  ['/tmp', 'rw', 'rw', 0],
  ['/dev/made', 'rw', 'rw,size=4k', 4096],
  ['/etc/made', 'ro', 'rw', 0],
  ['/run/secrets', 'rw', 'rw', 0],
  ['/proc/made', 'rw', 'rw', 0],
])('memory that was mounted since is a mount, with its size: %s', (target, own, all, sizeBytes) => {
  const { facts, sources } = look(`2 1 0:10 / ${target} ${own} - tmpfs any ${all}`);
  expect(facts['mounts']).toMatchObject([
    { type: 'tmpfs', target, sizeBytes, hostPath: null, readOnly: own === 'ro' },
  ]);
  expect(facts['differences']).toEqual([
    { setting: `mount ${target}`, configured: 'none', inForce: 'tmpfs' },
  ]);
  expect(sources['/mounts/0']).toEqual(source);
});

test('memory that never has a size is memory, and of the engine’s own at /dev the size is missed', () => {
  const { facts } = look(
    '2 1 0:10 / /dev rw - tmpfs tmpfs rw,mode=755',
    '3 1 0:11 / /tmp rw - ramfs ramfs rw',
  );
  expect(facts['mounts']).toMatchObject([
    { target: '/dev', sizeBytes: 0 },
    { target: '/tmp', type: 'tmpfs', sizeBytes: 0 },
  ]);
  expect(facts['differences']).toEqual([
    { setting: 'mount /dev', configured: '64 MiB', inForce: 'none' },
    { setting: 'mount /tmp', configured: 'none', inForce: 'ramfs' },
  ]);
});

test('a file system that the host does not have mounted is none that was asked for', () => {
  expect(look('2 1 8:1 / /mnt rw - ext4 /dev/sda1 rw').facts['differences']).toEqual([
    { setting: 'mount /mnt', configured: 'none', inForce: 'ext4' },
  ]);
});

test.each([
  '2 1 0:10 / /dev rw - tmpfs tmpfs rw,size=65536k',
  '2 1 0:10 / /dev/shm rw - tmpfs shm rw,size=65536k',
  '2 1 0:10 / /proc/acpi ro - tmpfs tmpfs ro',
  '2 1 0:10 / /sys/firmware ro - tmpfs tmpfs ro',
  '2 1 0:10 / /sys/fs/cgroup rw - tmpfs tmpfs rw',
])('what engines mount of their own accord is none: %s', (line) => {
  expect(look(line).facts).toEqual({ mounts: [], differences: [] });
});

/** What is asked for at a target, as a bind of a path that leads to another one today. */
const bound = (from: string, target: string, hostPath = from) => ({
  facts: {
    ...{ type: 'bind' as const, source: from, hostPath, target },
    ...{ readOnly: true, propagation: 'rprivate' as const },
  },
  ...{ target, from, guards: [] },
});

test('what the container has anyway is nothing more where a folder of the host shows it again', () => {
  const lines = [
    '1 0 0:9 / / rw - overlay overlay rw',
    '2 1 0:10 / /dev rw - tmpfs tmpfs rw,size=65536k',
    '3 1 8:1 / /host ro - ext4 /dev/sda1 rw',
    '4 3 0:10 / /host/var/lib/docker/vfs/dir/f00/dev rw - tmpfs tmpfs rw,size=65536k',
    '5 3 0:77 / /host/made rw - tmpfs tmpfs rw',
  ];
  const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), ({ device }) =>
    device === '8:1' ? ['/'] : [],
  );
  const { facts } = settle({ ...mountsOf([bound('/', '/host')], { mounts, beside: [], source }) });
  expect(facts['differences']).toEqual([
    { setting: 'mount /host/made', configured: 'none', inForce: 'tmpfs' },
  ]);
});

test('of a link that leads elsewhere now it is said what the next start mounts', () => {
  const lines = [
    '1 0 0:9 / / rw - overlay overlay rw',
    '2 1 8:1 /ro1 /data ro - ext4 /dev/sda1 rw',
  ];
  const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), ({ root }) => [root]);
  const asked = bound('/srv/link', '/data', '/etc');
  const { facts } = settle({ ...mountsOf([asked], { mounts, beside: [], source }) });
  expect(facts['differences']).toEqual([
    { setting: 'mount /data', configured: '/srv/link', inForce: '/ro1', nextStart: '/etc' },
  ]);
});

test.each([
  [
    'rw',
    [
      { target: '/media', readOnly: true },
      { target: '/media/usb', readOnly: false },
    ],
  ],
  ['ro', [{ target: '/media', readOnly: true }]],
])(
  'what the host mounts below a folder to be read alone is a mount where it is %s',
  (own, mounted) => {
    const lines = [
      '1 0 0:9 / / rw - overlay overlay rw',
      '2 1 8:1 /sh /media ro master:7 - ext4 /dev/sda1 rw',
      `3 2 0:77 / /media/usb ${own} master:9 - tmpfs t rw`,
    ];
    const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), ({ device, root }) =>
      device === '8:1' ? [root] : ['/sh/usb'],
    );
    const { facts } = settle({
      ...mountsOf([bound('/sh', '/media')], { mounts, beside: [], source }),
    });
    expect(facts['mounts']).toMatchObject(mounted);
    expect(facts['mounts']).toHaveLength(mounted.length);
  },
);

test('what is mounted below a folder of the host, and is not there on the host, was added', () => {
  const lines = [
    '1 0 0:9 / / rw - overlay overlay rw',
    '2 1 8:1 /real /data ro - ext4 /dev/sda1 rw',
    '3 2 8:1 /etc /data/added ro - ext4 /dev/sda1 rw',
    '4 2 8:2 / /data/disk ro master:9 - ext4 /dev/sdb1 rw',
  ];
  // The folder that was asked for is a link to the real one.
  const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), ({ device, root }) =>
    device === '8:1' ? [root] : ['/real/disk'],
  );
  const { facts } = settle({
    ...mountsOf([bound('/link', '/data', '/real')], { mounts, beside: [], source }),
  });
  expect(facts['differences']).toEqual([
    { setting: 'mount /data/added', configured: 'none', inForce: '/etc' },
  ]);
});

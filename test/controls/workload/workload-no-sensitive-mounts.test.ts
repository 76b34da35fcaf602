import { workloadNoSensitiveMounts } from '../../../src/controls/workload/workload-no-sensitive-mounts.ts';
import { bindOf, compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

const failing = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, { facts: { mounts: [bindOf(path)] } }]));

it('names each mount once, with both of its ends', () => {
  const mounts = [
    bindOf('/etc', { target: '/a' }),
    bindOf('data', { type: 'volume', hostPath: '/var/lib/docker', target: '/b' }),
  ];
  const { message } = judge(
    workloadNoSensitiveMounts,
    { ...compliantWorkload, mounts },
    { others: [engineBeside({ dataRoot: '/var/lib/docker' })] },
  );
  expect(message.en).toBe(
    '/etc, mounted at /a, gives away /etc; /var/lib/docker, mounted at /b by way of data, gives away /var/lib/docker',
  );
});

it('names a path from a home as the file has it', () => {
  const mounts = [bindOf('/root/.ssh', { from: { base: 'home', path: '.ssh' }, target: '/k' })];
  const { message } = judge(workloadNoSensitiveMounts, { ...compliantWorkload, mounts });
  expect(message.en).toBe('~/.ssh, mounted at /k, gives away /home/*/.ssh');
});

describeControl(workloadNoSensitiveMounts, compliantWorkload, {
  // With the data root looked at and found safe, it does not matter where the description came from; a mount of
  // nothing of the host’s needs no engine to be judged.
  beside: ['/origin', 'engine', 'engine /dataRoot'],
  around: [engineBeside({ dataRoot: '/srv/docker' })],
  pass: {
    'a disk that is set aside for data': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb1'] },
      denied: ['/mounts/0/hostPath'],
    },
    'a folder of the project, which lies in a listed one on the machine that read the file': {
      facts: {
        mounts: [bindOf('/root/shop/data', { from: { base: 'project', path: 'data' } })],
      },
    },
    'a directory that only begins like one': { facts: { mounts: [bindOf('/etcetera')] } },
    'a directory below one that is not listed': { facts: { mounts: [bindOf('/var/log/shop')] } },
    'a directory of a person without keys': { facts: { mounts: [bindOf('/home/ann/shop')] } },
    'what the system tells every process, read-only': {
      facts: {
        mounts: ['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/etc/machine-id'].map((path) =>
          bindOf(path, { readOnly: true }),
        ),
      },
    },
    'a device that keeps nothing': {
      facts: {
        mounts: ['null', 'zero', 'full', 'random', 'urandom'].map((name) => bindOf(`/dev/${name}`)),
      },
    },
    'the time zone, read-only': {
      facts: { mounts: [bindOf('/etc/localtime', { readOnly: true })] },
    },
    'certificates of authorities, read-only': {
      facts: { mounts: [bindOf('/etc/ssl/certs/ca-certificates.crt', { readOnly: true })] },
    },
    'the time zone, read-only and by its link': {
      facts: {
        mounts: [
          bindOf('/etc/localtime', {
            readOnly: true,
            hostPath: '/usr/share/zoneinfo/Asia/Shanghai',
          }),
        ],
      },
    },
    'a plain volume by a sensitive name': {
      facts: { mounts: [bindOf('etc', { type: 'volume', hostPath: null })] },
    },
    'one that was taken off the list': {
      facts: { mounts: [bindOf('/usr/share/fonts')] },
      params: { paths: ['/etc'] },
    },
    'what a file describes, with no engine in sight': {
      facts: { ...stopped, origin: 'compose-service', state: 'declared' },
      others: [],
    },
  },
  fail: {
    ...failing(
      '/etc',
      '/etc/',
      '//etc',
      '/etc/shadow',
      '/srv/../etc',
      '/usr',
      '/lib/modules',
      '/boot',
    ),
    ...failing('/proc', '/sys/fs/cgroup', '/dev', '/root', '/var/spool/cron/crontabs'),
    ...failing('/var/lib/docker/volumes', '/home/ann/.ssh', '/run/dbus/system_bus_socket'),
    ...failing('/home/ann/.kube/config', '/home/ann/.aws', '/home/ann/.config/gcloud'),
    ...failing('/', '/var', '/var/lib', '/home', '/home/ann', '/run'),
    'keys of whoever starts it': {
      facts: { mounts: [bindOf('/root/.ssh', { from: { base: 'home', path: '.ssh' } })] },
    },
    'the home of whoever starts it': {
      facts: { mounts: [bindOf('/root', { from: { base: 'home', path: '.' } })] },
      denied: ['/mounts/0/hostPath'],
    },
    'read-only does not excuse a secret': {
      facts: { mounts: [bindOf('/etc/shadow', { readOnly: true })] },
    },
    'certificates of authorities, writable': { facts: { mounts: [bindOf('/etc/ssl/certs')] } },
    'keys beside them, read-only': {
      facts: { mounts: [bindOf('/etc/ssl', { readOnly: true })] },
    },
    'the list of hosts, writable': { facts: { mounts: [bindOf('/etc/hosts')] } },
    'the device of the memory': { facts: { mounts: [bindOf('/dev/mem')] } },
    'a device that keeps nothing, by a name that leads elsewhere': {
      facts: { mounts: [bindOf('/dev/null', { hostPath: '/etc' })] },
    },
    'the time zone, writable': { facts: { mounts: [bindOf('/etc/localtime')] } },
    'a parent of the time zone, read-only': {
      facts: { mounts: [bindOf('/etc', { readOnly: true })] },
    },
    'by way of a symbolic link': {
      facts: { mounts: [bindOf('/srv/harmless', { hostPath: '/etc' })] },
    },
    'by way of a volume with a device option': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: '/etc' })] },
    },
    'what a link of the project leads to, by its name': {
      facts: { mounts: [bindOf('/srv/shop/etc', { namedPath: '/etc/ssl' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'the device of a volume, by its name': {
      facts: {
        mounts: [bindOf('/srv/a'), bindOf('data', { type: 'volume', namedPath: '/etc' })],
      },
      denied: ['/mounts/1/hostPath'],
    },
    'one of many, where links of another could not be followed': {
      facts: { mounts: [bindOf('/srv/a'), bindOf('/etc')] },
      denied: ['/mounts/0/hostPath', '/mounts/1/hostPath'],
    },
    'the data root that the engine was moved to': {
      facts: { mounts: [bindOf('/srv/docker/containers')] },
    },
    'one that was added to the list': {
      facts: { mounts: [bindOf('/srv/keys')] },
      params: { paths: ['/srv/keys'] },
    },
    'a stopped one is judged too': { facts: { ...stopped, mounts: [bindOf('/etc')] } },
    'what a file describes, with no engine in sight': {
      facts: {
        ...stopped,
        origin: 'compose-service',
        state: 'declared',
        mounts: [bindOf('/etc')],
      },
      others: [],
    },
  },
  unknown: {
    'a disk that a volume mounts': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb'] },
      denied: ['/mounts/0/hostPath'],
    },
    'the mounts were not read': { denied: ['/mounts'] },
    'a folder of the home of whoever starts it': {
      facts: { mounts: [bindOf('/root/data', { from: { base: 'home', path: 'data' } })] },
      denied: ['/mounts/0/hostPath'],
    },
    'a folder beside the project': {
      facts: { mounts: [bindOf('/etc', { from: { base: 'project', path: '..' } })] },
      denied: ['/mounts/0/hostPath'],
    },
    'links could not be followed': { denied: ['/mounts/0/hostPath'] },
    'a link of the project leads to what is not listed, where the host may have a link': {
      facts: { mounts: [bindOf('/srv/shop/data', { namedPath: '/srv/data' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'the data root of the engine was not read': {
      others: [
        { ...engineBeside({}), gaps: [{ path: '/dataRoot', reason: 'malformed', detail: 'test' }] },
      ],
    },
  },
  says: {
    '/': '/, mounted at /mnt, gives away all that the host has',
  },
});

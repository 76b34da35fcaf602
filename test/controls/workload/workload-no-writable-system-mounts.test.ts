import { workloadNoWritableSystemMounts } from '../../../src/controls/workload/workload-no-writable-system-mounts.ts';
import { bindOf, compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const failing = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, { facts: { mounts: [bindOf(path)] } }]));

describeControl(workloadNoWritableSystemMounts, compliantWorkload, {
  pass: {
    'a disk that is set aside for data': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb1'] },
      denied: ['/mounts/0/hostPath'],
    },
    'a device that keeps nothing': { facts: { mounts: [bindOf('/dev/null')] } },
    'a system directory, read-only': { facts: { mounts: [bindOf('/etc', { readOnly: true })] } },
    'a read-only one, whatever a link of the project leads to': {
      facts: {
        mounts: [bindOf('/srv/shop/etc', { namedPath: '/etc', readOnly: true }), bindOf('/srv/a')],
      },
      denied: ['/mounts/0/hostPath'],
    },
    'a read-only one, wherever it leads': {
      facts: { mounts: [bindOf('/etc', { readOnly: true })] },
      denied: ['/mounts/0/hostPath'],
    },
    'data, writable': { facts: { mounts: [bindOf('/srv/data')] } },
    'a directory that only begins like one': { facts: { mounts: [bindOf('/etcetera')] } },
  },
  fail: {
    'what is listed, in the home of whoever starts it': {
      facts: { mounts: [bindOf('/root/.ssh', { from: { base: 'home', path: '.ssh' } })] },
      params: { paths: ['/home/*/.ssh'] },
    },
    ...failing('/etc', '/etc/cron.d', '/', '/usr/bin', '/root/.ssh', '/proc/sys', '/srv/../etc'),
    'a link that leads elsewhere, by its name': {
      facts: { mounts: [bindOf('/etc', { hostPath: '/srv/etc' })] },
    },
    'by way of a symbolic link': {
      facts: { mounts: [bindOf('/srv/harmless', { hostPath: '/etc' })] },
    },
    'what a link of the project leads to, by its name': {
      facts: { mounts: [bindOf('/srv/shop/etc', { namedPath: '/etc' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'by way of a volume with a device option': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: '/etc' })] },
    },
    'one that was added to the list': {
      facts: { mounts: [bindOf('/opt/app')] },
      params: { paths: ['/opt'] },
    },
    'of a stopped one': { facts: { ...stopped, mounts: [bindOf('/etc')] } },
  },
  unknown: {
    'a folder of a home, which is that of root on the machine that read the file': {
      facts: { mounts: [bindOf('/root/data', { from: { base: 'home', path: 'data' } })] },
      denied: ['/mounts/0/hostPath'],
    },
    'a disk that a volume mounts': {
      facts: { mounts: [bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })] },
      params: { devices: ['/dev/sdb'] },
      denied: ['/mounts/0/hostPath'],
    },
    'the mounts were not read': { denied: ['/mounts'] },
    'a link of the project leads to what is not listed, where the host may have a link': {
      facts: { mounts: [bindOf('/srv/shop/data', { namedPath: '/srv/data' })] },
      denied: ['/mounts/0/hostPath'],
    },
    'links of a writable one could not be followed': {
      facts: { mounts: [bindOf('/srv/data')] },
      denied: ['/mounts/0/hostPath'],
    },
  },
  says: {
    '/': '/, mounted at /mnt, lets it write to /bin',
  },
});

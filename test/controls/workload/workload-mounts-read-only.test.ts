import { workloadMountsReadOnly } from '../../../src/controls/workload/workload-mounts-read-only.ts';
import { bindOf, compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const mounts = (...all: readonly unknown[]) => ({ facts: { mounts: all } });

describeControl(workloadMountsReadOnly, compliantWorkload, {
  pass: {
    'a disk that is allowed': {
      ...mounts(bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })),
      params: { allowed: ['/dev/sdb1'] },
      denied: ['/mounts/0/hostPath'],
    },
    'a read-only one, wherever it leads': {
      ...mounts(bindOf('/srv/data', { readOnly: true })),
      denied: ['/mounts/0/hostPath'],
    },
    'one that is allowed': { ...mounts(bindOf('/srv/shop/x')), params: { allowed: ['/srv/shop'] } },
    'one of a kind that is allowed': {
      ...mounts(bindOf('/srv/shop/uploads')),
      params: { allowed: ['/srv/*/uploads'] },
    },
  },
  fail: {
    'a writable one': mounts(bindOf('/srv/data')),
    'one of two': mounts(bindOf('/srv/a', { readOnly: true }), bindOf('/srv/b')),
    'by way of a volume with a device option': mounts(
      bindOf('data', { type: 'volume', hostPath: '/srv/data' }),
    ),
    'a link from an allowed path to elsewhere': {
      ...mounts(bindOf('/srv/shop/link', { hostPath: '/srv/other' })),
      params: { allowed: ['/srv/shop'] },
    },
    'an allowed link of the project, by the path that it leads to': {
      ...mounts(bindOf('/srv/shop/link', { namedPath: '/srv/other' })),
      params: { allowed: ['/srv/shop'] },
      denied: ['/mounts/0/hostPath'],
    },
    'a parent of an allowed one': { ...mounts(bindOf('/srv')), params: { allowed: ['/srv/shop'] } },
    'of a stopped one': { facts: { ...stopped, mounts: [bindOf('/srv/data')] } },
  },
  notApplicable: {
    'a volume, which is none of the host’s own': mounts(
      bindOf('data', { type: 'volume', hostPath: null }),
    ),
    'nothing at all': mounts(),
  },
  unknown: {
    'a disk that a volume mounts': {
      ...mounts(bindOf('data', { type: 'volume', hostPath: null, device: '/dev/sdb1' })),
      denied: ['/mounts/0/hostPath'],
    },
    'the mounts were not read': { denied: ['/mounts'] },
    'links of an allowed one could not be followed': {
      ...mounts(bindOf('/srv/shop')),
      params: { allowed: ['/srv/shop'] },
      denied: ['/mounts/0/hostPath'],
    },
  },
  says: {
    'a parent of an allowed one': '/srv, mounted at /mnt, is writable',
  },
});

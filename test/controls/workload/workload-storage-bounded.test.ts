import { workloadStorageBounded } from '../../../src/controls/workload/workload-storage-bounded.ts';
import { compliantWorkload, engineBeside } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const writable = { readOnlyRootFilesystem: false };
const driver = (name: string, backing: string) => [
  engineBeside({
    storage: { driver: name, status: [{ name: 'Backing Filesystem', value: backing }] },
  }),
];

describeControl(workloadStorageBounded, compliantWorkload, {
  pass: {
    'writable, of a size': {
      facts: { ...writable, resources: { storageBytes: 10 << 20 } },
      others: driver('overlay2', 'xfs'),
    },
    'read-only, whatever the driver': { others: driver('overlay2', 'xfs') },
  },
  fail: {
    'writable without a size, on XFS': { facts: writable, others: driver('overlay2', 'xfs') },
    'a driver that gives sizes': { facts: writable, others: driver('btrfs', 'btrfs') },
  },
  notApplicable: {
    'overlay2 on another file system': { facts: writable, others: driver('overlay2', 'extfs') },
    'a driver that gives no sizes': { facts: writable, others: driver('overlayfs', 'xfs') },
  },
  unknown: {
    'it was not read': { denied: ['/readOnlyRootFilesystem'] },
    'the driver was not read': {
      facts: writable,
      others: [
        { ...engineBeside({}), gaps: [{ path: '/storage', reason: 'denied', detail: 'test' }] },
      ],
    },
    'left to the engine that will run it': { facts: { ...writable, origin: 'compose-service' } },
  },
});

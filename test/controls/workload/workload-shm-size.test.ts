import { workloadShmSize } from '../../../src/controls/workload/workload-shm-size.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const bytes = (shmBytes: number) => ({ facts: { resources: { shmBytes } } });

describeControl(workloadShmSize, compliantWorkload, {
  pass: {
    'the default of the engine': bytes(0),
    'as much as may be': bytes(1_073_741_824),
    'more, where that is allowed': { ...bytes(2 ** 31), params: { maxBytes: 2 ** 31 } },
  },
  fail: {
    'more than may be': bytes(1_073_741_825),
    'less, where less is allowed': { ...bytes(1025), params: { maxBytes: 1024 } },
  },
  notApplicable: {
    'that of the host': { facts: { namespaces: { ipc: { mode: 'host', resolved: 'host' } } } },
  },
  unknown: { 'it was not read': { denied: ['/resources/shmBytes'] } },
});

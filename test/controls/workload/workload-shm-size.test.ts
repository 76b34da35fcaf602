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
    'it is so in force past its engine, for one process': {
      facts: {
        resources: { shmBytes: 2147483648 },
        differences: [
          {
            setting: 'shm-size',
            configured: '1 MiB',
            inForce: '2 GiB',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message:
        'Not in force everywhere: shm-size: configured 1 MiB, in force 2 GiB for sleep (123)',
    },
    'more than may be': bytes(1_073_741_825),
    'less, where less is allowed': { ...bytes(1025), params: { maxBytes: 1024 } },
  },
  notApplicable: {
    'that of the host': { facts: { namespaces: { ipc: { mode: 'host', resolved: 'host' } } } },
  },
  unknown: { 'it was not read': { denied: ['/resources/shmBytes'] } },
});

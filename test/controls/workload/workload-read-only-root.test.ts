import { workloadReadOnlyRoot } from '../../../src/controls/workload/workload-read-only-root.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadReadOnlyRoot, compliantWorkload, {
  fail: {
    'it is so in force past its engine, for one process': {
      facts: {
        readOnlyRootFilesystem: false,
        differences: [
          {
            setting: 'read-only',
            configured: 'read-only',
            inForce: 'writable',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message:
        'Not in force everywhere: read-only: configured read-only, in force writable for sleep (123)',
    },
    'it is writable': { facts: { readOnlyRootFilesystem: false } },
    'a stopped one is judged too': { facts: { ...stopped, readOnlyRootFilesystem: false } },
  },
  unknown: { 'it was not read': { denied: ['/readOnlyRootFilesystem'] } },
});

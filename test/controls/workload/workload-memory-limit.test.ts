import { workloadMemoryLimit } from '../../../src/controls/workload/workload-memory-limit.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadMemoryLimit, compliantWorkload, {
  pass: {
    'exactly at a tailored limit': { params: { maxBytes: 268_435_456 } },
    'a limit of any size': { facts: { resources: { memoryBytes: 1_099_511_627_776 } } },
  },
  fail: {
    'lifted since': {
      facts: {
        resources: { memoryBytes: 0 },
        differences: [{ setting: 'memory', configured: '1', inForce: 'none' }],
      },
    },
    'not in force for one process': {
      facts: {
        resources: { memoryBytes: 0 },
        differences: [
          {
            setting: 'memory',
            configured: '1',
            inForce: 'none',
            processes: [{ pid: 9, program: 'sh' }],
          },
        ],
      },
    },
    'zero is unlimited': { facts: { resources: { memoryBytes: 0, memoryReservationBytes: 0 } } },
    'a reservation is no limit': {
      facts: { resources: { memoryBytes: 0, memoryReservationBytes: 134_217_728 } },
    },
    'one byte over a tailored limit': { params: { maxBytes: 268_435_455 } },
  },
  unknown: { 'it was not read': { denied: ['/resources/memoryBytes'] } },
  says: {
    'lifted since': 'Changed since the container was made: memory: configured 1, in force none',
    'not in force for one process':
      'Not in force everywhere: memory: configured 1, in force none for sh (9)',
  },
});

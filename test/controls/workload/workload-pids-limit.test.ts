import { workloadPidsLimit } from '../../../src/controls/workload/workload-pids-limit.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadPidsLimit, compliantWorkload, {
  pass: { 'exactly at the limit': { facts: { resources: { pidsLimit: 4096 } } } },
  fail: {
    'lifted since': {
      facts: {
        resources: { pidsLimit: 0 },
        differences: [{ setting: 'pids-limit', configured: '1', inForce: 'none' }],
      },
    },
    'not in force for one process': {
      facts: {
        resources: { pidsLimit: 0 },
        differences: [
          {
            setting: 'pids-limit',
            configured: '1',
            inForce: 'none',
            processes: [{ pid: 9, program: 'sh' }],
          },
        ],
      },
    },
    'zero is unlimited': { facts: { resources: { pidsLimit: 0 } } },
    'minus one is unlimited': { facts: { resources: { pidsLimit: -1 } } },
    'one over a tailored limit': { facts: { resources: { pidsLimit: 101 } }, params: { max: 100 } },
  },
  unknown: { 'the limit was not read': { denied: ['/resources/pidsLimit'] } },
  says: {
    'lifted since': 'Changed since the container was made: pids-limit: configured 1, in force none',
    'not in force for one process':
      'Not in force everywhere: pids-limit: configured 1, in force none for sh (9)',
  },
});

import { workloadSystemPathsMasked } from '../../../src/controls/workload/workload-system-paths-masked.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const lifted = { security: { systemPathsUnconfined: true } };

describeControl(workloadSystemPathsMasked, compliantWorkload, {
  pass: { 'a stopped one': { facts: stopped } },
  fail: {
    'it is so in force past its engine, for one process': {
      facts: {
        security: { systemPathsUnconfined: true },
        differences: [
          {
            setting: '/proc/timer_list',
            configured: 'masked',
            inForce: 'open',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message:
        'Not in force everywhere: /proc/timer_list: configured masked, in force open for sleep (123)',
    },
    'they were lifted': { facts: lifted },
    'they were lifted in a stopped one': { facts: { ...stopped, ...lifted } },
  },
  unknown: { 'it was not read': { denied: ['/security/systemPathsUnconfined'] } },
});

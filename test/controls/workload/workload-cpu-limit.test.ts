import { workloadCpuLimit } from '../../../src/controls/workload/workload-cpu-limit.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadCpuLimit, compliantWorkload, {
  pass: {
    'pinned to processors, where that will do': {
      facts: { resources: { cpus: 0, cpuset: '0-1' } },
      params: { cpusetSuffices: true },
    },
    'a weight below the default': { facts: { resources: { cpus: 0, cpuShares: 512 } } },
    'a weight above the default': { facts: { resources: { cpus: 0, cpuShares: 2048 } } },
    'a limit besides a weight that counts as unset': { facts: { resources: { cpuShares: 1024 } } },
  },
  fail: {
    'lifted since': {
      facts: {
        resources: { cpus: 0 },
        differences: [{ setting: 'cpus', configured: '1', inForce: 'none' }],
      },
    },
    'not in force for one process': {
      facts: {
        resources: { cpus: 0 },
        differences: [
          {
            setting: 'cpus',
            configured: '1',
            inForce: 'none',
            processes: [{ pid: 9, program: 'sh' }],
          },
        ],
      },
    },
    'zero of everything': { facts: { resources: { cpus: 0 } } },
    'pinned to processors, which it may use up': {
      facts: { resources: { cpus: 0, cpuset: '0-1' } },
    },
    'pinned beside 1024 shares': {
      facts: { resources: { cpus: 0, cpuset: '0-1', cpuShares: 1024 } },
    },
    '1024 shares are what the kernel gives anyway': {
      facts: { resources: { cpus: 0, cpuShares: 1024 } },
    },
    'a weight, where a weight will not do': {
      facts: { resources: { cpus: 0, cpuShares: 512 } },
      params: { weightSuffices: false },
    },
  },
  unknown: {
    'it was not read': { denied: ['/resources'] },
    'without a quota, and the weight was not read': {
      facts: { resources: { cpus: 0 } },
      denied: ['/resources/cpuShares'],
    },
  },
  says: {
    'lifted since': 'Changed since the container was made: cpus: configured 1, in force none',
    'not in force for one process':
      'Not in force everywhere: cpus: configured 1, in force none for sh (9)',
  },
});

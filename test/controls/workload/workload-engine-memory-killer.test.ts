import { workloadEngineMemoryKiller } from '../../../src/controls/workload/workload-engine-memory-killer.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadEngineMemoryKiller, compliantWorkload, {
  pass: {
    'switched off, with a limit': { facts: { resources: { oomKillDisabled: true } } },
    'on, without a limit': { facts: { resources: { memoryBytes: 0 } } },
  },
  fail: {
    'it is so in force past its engine, for one process': {
      facts: {
        resources: { oomKillDisabled: true, memoryBytes: 0 },
        differences: [
          {
            setting: 'memory',
            configured: '64 MiB',
            inForce: 'none',
            processes: [{ pid: 123, program: 'sleep' }],
          },
        ],
      },
      message: 'Not in force everywhere: memory: configured 64 MiB, in force none for sleep (123)',
    },
    'switched off, without a limit': {
      facts: { resources: { oomKillDisabled: true, memoryBytes: 0 } },
    },
  },
  unknown: {
    'it was not read': { denied: ['/resources/oomKillDisabled'] },
    'switched off, and the limit was not read': {
      facts: { resources: { oomKillDisabled: true } },
      denied: ['/resources/memoryBytes'],
    },
  },
});

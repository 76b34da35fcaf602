import { workloadNoHostUts } from '../../../src/controls/workload/workload-no-host-uts.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoHostUts, compliantWorkload, {
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'uts', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's UTS namespace: nc (4107)",
    },
    'asked for': { facts: { namespaces: { uts: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { uts: { mode: 'host', resolved: 'host' } } },
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/uts'] },
  },
  says: {
    'asked for': "Uses the host's UTS namespace",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});

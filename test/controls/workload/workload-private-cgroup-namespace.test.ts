import { workloadPrivateCgroupNamespace } from '../../../src/controls/workload/workload-private-cgroup-namespace.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const hosted = { namespaces: { cgroup: { mode: 'host', resolved: 'host' } } };

describeControl(workloadPrivateCgroupNamespace, compliantWorkload, {
  pass: { 'a stopped one': { facts: stopped } },
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'cgroupns', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's cgroup namespace: nc (4107)",
    },
    "the host's": { facts: hosted },
    "the host's, of a stopped one": { facts: { ...stopped, ...hosted } },
  },
  unknown: { 'it was not read': { denied: ['/namespaces/cgroup'] } },
  says: {
    "the host's": "Uses the host's cgroup namespace",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});

import { workloadNoHostPid } from '../../../src/controls/workload/workload-no-host-pid.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoHostPid, compliantWorkload, {
  pass: {
    'joined to a container that has its own': {
      facts: {
        namespaces: { pid: { mode: 'container', chain: ['sidecar'], resolved: 'private' } },
      },
    },
  },
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'pid', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's PID namespace: nc (4107)",
    },
    'asked for': { facts: { namespaces: { pid: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { pid: { mode: 'host', resolved: 'host' } } },
    },
    'through a container that has it': {
      facts: { namespaces: { pid: { mode: 'container', chain: ['vpn'], resolved: 'host' } } },
    },
    'through a container that joins one that has it': {
      facts: {
        namespaces: { pid: { mode: 'container', chain: ['proxy', 'vpn'], resolved: 'host' } },
      },
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/pid'] },
    'where it ends could not be followed': {
      facts: { namespaces: { pid: { mode: 'container', chain: ['gone'] } } },
      denied: ['/namespaces/pid/resolved'],
    },
  },
  says: {
    'asked for': "Uses the host's PID namespace",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});

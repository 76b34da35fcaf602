import { workloadNoHostIpc } from '../../../src/controls/workload/workload-no-host-ipc.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoHostIpc, compliantWorkload, {
  pass: {
    'joined to a container that has its own': {
      facts: {
        namespaces: { ipc: { mode: 'container', chain: ['sidecar'], resolved: 'private' } },
      },
    },
    'shareable with other containers': { facts: { namespaces: { ipc: { mode: 'shareable' } } } },
  },
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'ipc', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's IPC namespace: nc (4107)",
    },
    'asked for': { facts: { namespaces: { ipc: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { ipc: { mode: 'host', resolved: 'host' } } },
    },
    'through a container that has it': {
      facts: { namespaces: { ipc: { mode: 'container', chain: ['vpn'], resolved: 'host' } } },
    },
    'through a container that joins one that has it': {
      facts: {
        namespaces: { ipc: { mode: 'container', chain: ['proxy', 'vpn'], resolved: 'host' } },
      },
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/ipc'] },
    'where it ends could not be followed': {
      facts: { namespaces: { ipc: { mode: 'container', chain: ['gone'] } } },
      denied: ['/namespaces/ipc/resolved'],
    },
  },
  says: {
    'asked for': "Uses the host's IPC namespace",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});

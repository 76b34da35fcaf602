import { workloadNoHostUserNamespace } from '../../../src/controls/workload/workload-no-host-user-namespace.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const optsOutInFile = {
  origin: 'compose-service',
  namespaces: { user: { mode: 'host', resolved: 'host' } },
};

describeControl(workloadNoHostUserNamespace, compliantWorkload, {
  around: [engineBeside({ userNamespaces: true, rootless: false })],
  pass: {
    'a rootless engine maps all of its containers': {
      others: [engineBeside({ userNamespaces: false, rootless: true })],
    },
    'a Compose file leaves its users as the engine maps them': {
      facts: { origin: 'compose-service' },
    },
  },
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'userns', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's user namespace: nc (4107)",
    },
    'it opts out': { facts: { namespaces: { user: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { user: { mode: 'host', resolved: 'host' } } },
    },
    'a Compose file opts out, whatever engine will run it': {
      facts: optsOutInFile,
      others: [],
    },
    'a Compose file opts out, beside an engine that maps no users': {
      facts: optsOutInFile,
      others: [engineBeside({ userNamespaces: false, rootless: false })],
    },
  },
  notApplicable: {
    'a Compose file asks for nothing, and no engine is known': {
      facts: { origin: 'compose-service' },
      others: [],
    },
    'a Swarm service asks for nothing, beside an engine that maps no users': {
      facts: { origin: 'swarm-service' },
      others: [engineBeside({ userNamespaces: false, rootless: false })],
    },
    'the engine maps no users': {
      facts: { namespaces: { user: { mode: 'host', resolved: 'host' } } },
      others: [engineBeside({ userNamespaces: false, rootless: false })],
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/user'] },
    'a Compose file has a value that is not known': {
      facts: { origin: 'compose-service' },
      denied: ['/namespaces/user'],
    },
  },
  says: {
    'it opts out': "Uses the host's user namespace",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});

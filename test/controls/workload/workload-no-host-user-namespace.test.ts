import { workloadNoHostUserNamespace } from '../../../src/controls/workload/workload-no-host-user-namespace.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoHostUserNamespace, compliantWorkload, {
  around: [engineBeside({ userNamespaces: true, rootless: false })],
  pass: {
    'a rootless engine maps all of its containers': {
      others: [engineBeside({ userNamespaces: false, rootless: true })],
    },
  },
  fail: {
    'it opts out': { facts: { namespaces: { user: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { user: { mode: 'host', resolved: 'host' } } },
    },
  },
  notApplicable: {
    'the engine maps no users': {
      facts: { namespaces: { user: { mode: 'host', resolved: 'host' } } },
      others: [engineBeside({ userNamespaces: false, rootless: false })],
    },
  },
  unknown: { 'it was not read': { denied: ['/namespaces/user'] } },
  says: {
    'it opts out': "Uses the host's user namespace",
  },
});

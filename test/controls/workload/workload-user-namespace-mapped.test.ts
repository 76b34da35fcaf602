import { workloadUserNamespaceMapped } from '../../../src/controls/workload/workload-user-namespace-mapped.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const hosted = { namespaces: { user: { mode: 'host', resolved: 'host' } } };

describeControl(
  workloadUserNamespaceMapped,
  // Without the kernel's word there is still what was asked for: see below.
  { ...compliantWorkload, ...stopped },
  {
    pass: {
      'by the kernel': { facts: { rootUid: 100_000 } },
      'by the kernel, whatever was asked for': { facts: { rootUid: 100_000, ...hosted } },
      'nobody is 0': { facts: { rootUid: null } },
      'the kernel could not be asked, and a mapping was asked for': { denied: ['/rootUid'] },
    },
    fail: {
      'by the kernel': { facts: { rootUid: 0, ...hosted } },
      'by the kernel, whatever was asked for': {
        facts: { rootUid: 0, namespaces: { user: { mode: 'private', resolved: 'private' } } },
      },
      'a stopped one without a mapping': { facts: hosted },
      'the kernel could not be asked, and no mapping was asked for': {
        facts: hosted,
        denied: ['/rootUid'],
      },
    },
    unknown: {
      'neither was read': { denied: ['/rootUid', '/namespaces/user'] },
      'a stopped one, and it was not read': { denied: ['/namespaces/user'] },
    },
    beside: ['/rootUid'],
  },
);

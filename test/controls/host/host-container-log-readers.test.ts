import { hostContainerLogReaders } from '../../../src/controls/host/host-container-log-readers.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const [log] = compliantHost.containerLogs ?? [];
const logs = (...changes: readonly object[]) => ({
  facts: { containerLogs: changes.map((change) => ({ ...log, path: '/l', ...change })) },
});

describeControl(hostContainerLogReaders, compliantHost, {
  pass: {
    'root alone': logs({ mode: 0o600 }),
    'the group of a shipper': {
      ...logs({ gid: 1600, group: 'shipper' }),
      params: { groups: ['shipper'] },
    },
    'an owner that is not root, as where the engine is rootless': logs({ uid: 1000, owner: 'li' }),
  },
  fail: {
    'everybody reads one': logs({}, { mode: 0o644 }),
    'the group writes one': logs({ mode: 0o660 }),
    'a group that is not named': logs({ gid: 1600, group: 'shipper' }),
    'a group without a name': logs({ gid: 1600, group: null }),
  },
  notApplicable: { 'no logs': { facts: { containerLogs: [] } } },
  unknown: {
    'not read': { denied: ['/containerLogs'] },
    'a snapshot of an older release': { facts: { containerLogs: undefined } },
  },
  says: {
    'everybody reads one': '/l has mode 0644, and 0640 is the most',
    'a group without a name': '/l belongs to the group 1600',
  },
});

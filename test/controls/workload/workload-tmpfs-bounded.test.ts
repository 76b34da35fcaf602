import { workloadTmpfsBounded } from '../../../src/controls/workload/workload-tmpfs-bounded.ts';
import { bindOf, compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const tmpfs = (sizeBytes?: number) =>
  bindOf('', { type: 'tmpfs', hostPath: null, ...(sizeBytes === undefined ? {} : { sizeBytes }) });
const share = (sizeShare: number) => bindOf('', { type: 'tmpfs', hostPath: null, sizeShare });
const mounts = (...all: readonly unknown[]) => ({ facts: { mounts: all } });

describeControl(workloadTmpfsBounded, compliantWorkload, {
  pass: {
    'a share of the memory': mounts(share(10)),
    'as much as may be': { ...mounts(tmpfs(1024)), params: { maxBytes: 1024 } },
  },
  fail: {
    'no size': mounts(tmpfs(0)),
    'one of two': mounts(tmpfs(1024), tmpfs(0)),
    'no size is known': mounts(tmpfs()),
    'more than may be': { ...mounts(tmpfs(1025)), params: { maxBytes: 1024 } },
  },
  notApplicable: {
    'no mount at all': mounts(),
    'a bind, which has no size': mounts(bindOf('/srv/data')),
  },
  unknown: {
    'the mounts were not read': { denied: ['/mounts'] },
    'a share, where bytes are asked for': { ...mounts(share(10)), params: { maxBytes: 1024 } },
    'a size was not read': { denied: ['/mounts/2/sizeBytes'] },
  },
  says: {
    'no size': '/mnt, kept in memory, has no size',
    'a share, where bytes are asked for':
      '/mnt, kept in memory, may hold 10 % of that of the machine, whatever that is',
  },
});

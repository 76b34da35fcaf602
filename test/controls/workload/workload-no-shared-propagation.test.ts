import { workloadNoSharedPropagation } from '../../../src/controls/workload/workload-no-shared-propagation.ts';
import { bindOf, compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoSharedPropagation, compliantWorkload, {
  pass: Object.fromEntries(
    (['', 'private', 'rprivate', 'slave', 'rslave'] as const).map((propagation) => [
      propagation || "the engine's default",
      { facts: { mounts: [bindOf('/srv/a', { propagation })] } },
    ]),
  ),
  fail: {
    shared: { facts: { mounts: [bindOf('/srv/a', { propagation: 'shared' })] } },
    rshared: { facts: { mounts: [bindOf('/srv/a', { propagation: 'rshared' })] } },
    'one of many, where another was not read': {
      facts: { mounts: [bindOf('/srv/a'), bindOf('/srv/b', { propagation: 'rshared' })] },
      denied: ['/mounts/0/propagation'],
    },
  },
  unknown: { 'the mounts were not read': { denied: ['/mounts'] } },
  says: {
    shared: '/srv/a, mounted at /mnt, is shared',
  },
});

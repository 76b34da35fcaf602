import { workloadBuildConfined } from '../../../src/controls/workload/workload-build-confined.ts';
import { builtWorkload, builtWith } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadBuildConfined, builtWorkload, {
  pass: {
    'without a network': builtWith({ network: 'none' }),
    'a right that leads nowhere': builtWith({ entitlements: ['other'] }),
  },
  fail: {
    privileged: builtWith({ privileged: true }),
    'on the network of the host': builtWith({ network: 'host' }),
    'with every right': builtWith({ entitlements: ['security.insecure'] }),
    'with a device': builtWith({ entitlements: ['device=/dev/kvm'] }),
    'both at once': builtWith({ privileged: true, entitlements: ['network.host'] }),
  },
  notApplicable: { 'its image is not built': { facts: { build: undefined } } },
  unknown: { 'it was not read': { denied: ['/build'] } },
  says: {
    'both at once': 'The build is privileged; The build requests network.host',
  },
});

import { workloadDefaultCgroup } from '../../../src/controls/workload/workload-default-cgroup.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadDefaultCgroup, compliantWorkload, {
  pass: {
    "the engine's own, by name": { facts: { resources: { cgroupParent: '/docker' } } },
    "the engine's own, by another spelling": { facts: { resources: { cgroupParent: 'docker/' } } },
    "the engine's own under systemd": { facts: { resources: { cgroupParent: 'system.slice' } } },
    'one that was agreed on': {
      facts: { resources: { cgroupParent: '/tenants/a' } },
      params: { allowed: ['tenants/a'] },
    },
  },
  fail: {
    'another one': { facts: { resources: { cgroupParent: '/tenants/a' } } },
    'the root of all': { facts: { resources: { cgroupParent: '/' } } },
    'one below that of the engine': { facts: { resources: { cgroupParent: '/docker/other' } } },
  },
  unknown: { 'it was not read': { denied: ['/resources/cgroupParent'] } },
});

import { engineDefaultCgroup } from '../../../src/controls/engine/engine-default-cgroup.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const parent = (effective: string, rest = {}) => ({
  facts: { cgroupParent: { effective, configured: null }, ...rest },
});

describeControl(engineDefaultCgroup, compliantEngine, {
  pass: {
    'the default, written out': parent('user.slice'),
    'the default of an engine with root': parent('system.slice', { rootless: false }),
    'the default without systemd': parent('/docker', { cgroup: { driver: 'cgroupfs' } }),
    'the default with slashes at its ends': parent('/docker/', { cgroup: { driver: 'cgroupfs' } }),
    'the parent that is expected': {
      ...parent('tenants.slice'),
      params: { expected: 'tenants.slice' },
    },
    'the default, expected by its name': { params: { expected: 'user.slice' } },
  },
  fail: {
    'another parent': parent('batch.slice'),
    'one below the default': parent('/docker/x', { cgroup: { driver: 'cgroupfs' } }),
    'the default of another mode': parent('system.slice'),
    'the default where another is expected': { params: { expected: 'tenants.slice' } },
    'written into the file, but not in force': {
      facts: { cgroupParent: { effective: 'batch.slice', configured: 'user.slice' } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'not read': { denied: ['/cgroupParent/effective'] } },
  beside: ['/cgroupParent/configured'],
});

import { engineNoNewPrivileges } from '../../../src/controls/engine/engine-no-new-privileges.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineNoNewPrivileges, compliantEngine, {
  pass: {
    'in force, whatever the file says': {
      facts: { noNewPrivileges: { effective: true, configured: false } },
    },
  },
  fail: {
    'the other way round': { facts: { noNewPrivileges: { effective: false, configured: null } } },
    'configured, but not in force': {
      facts: { noNewPrivileges: { effective: false, configured: true } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'what is in force was not read': { denied: ['/noNewPrivileges/effective'] } },
  beside: ['/noNewPrivileges/configured'],
});

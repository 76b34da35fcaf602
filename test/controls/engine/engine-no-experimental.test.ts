import { engineNoExperimental } from '../../../src/controls/engine/engine-no-experimental.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineNoExperimental, compliantEngine, {
  pass: {
    'in force, whatever the file says': {
      facts: { experimental: { effective: false, configured: true } },
    },
  },
  fail: {
    'the other way round': { facts: { experimental: { effective: true, configured: null } } },
    'configured, but not in force': {
      facts: { experimental: { effective: true, configured: false } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'what is in force was not read': { denied: ['/experimental/effective'] } },
  beside: ['/experimental/configured'],
});

import { engineDebugOff } from '../../../src/controls/engine/engine-debug-off.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineDebugOff, compliantEngine, {
  pass: {
    'configured, but not in force': { facts: { debug: { effective: false, configured: true } } },
  },
  fail: {
    'switched on': { facts: { debug: { effective: true } } },
    'in force, whatever is configured': {
      facts: { debug: { effective: true, configured: false } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'not read': { denied: ['/debug/effective'] } },
  beside: ['/debug/configured'],
});

import { engineLiveRestore } from '../../../src/controls/engine/engine-live-restore.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(engineLiveRestore, compliantEngine, {
  pass: {
    'in force, whatever the file says': {
      facts: { liveRestore: { effective: true, configured: false } },
    },
    'in force, with a file that may not be read': { denied: ['/liveRestore/configured'] },
  },
  fail: {
    off: { facts: { liveRestore: { effective: false, configured: null } } },
    'configured, but not in force': {
      facts: { liveRestore: { effective: false, configured: true } },
    },
    'off, with a file that may not be read': {
      facts: { liveRestore: { effective: false } },
      denied: ['/liveRestore/configured'],
    },
  },
  notApplicable: {
    'in a Swarm': { facts: { swarm: { state: 'active' } } },
    'in a locked Swarm': { facts: { swarm: { state: 'locked' } } },
    Podman: { facts: { product: 'podman' } },
  },
  unknown: {
    'what is in force was not read': { denied: ['/liveRestore/effective'] },
    'whether it is in a Swarm was not read': { denied: ['/swarm'] },
  },
  beside: ['/liveRestore/configured'],
});

import { engineSwarmUnneeded } from '../../../src/controls/engine/engine-swarm-unneeded.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const swarm = (state: string) => ({ facts: { swarm: { state } } });

describeControl(engineSwarmUnneeded, compliantEngine, {
  pass: { 'active, and meant to be': { ...swarm('active'), params: { expected: true } } },
  fail: {
    active: swarm('active'),
    locked: swarm('locked'),
    joining: swarm('pending'),
    'in error': swarm('error'),
  },
  unknown: { 'not read': { denied: ['/swarm'] } },
});

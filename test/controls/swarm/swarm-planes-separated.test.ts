import { swarmPlanesSeparated } from '../../../src/controls/swarm/swarm-planes-separated.ts';
import { compliantEngine, manager } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(swarmPlanesSeparated, manager, {
  pass: { 'a worker': { facts: { swarm: { manager: false, listeners: [] } } } },
  fail: {
    'none was chosen': { facts: { swarm: { dataPathAddress: '' } } },
    'the same was chosen': { facts: { swarm: { dataPathAddress: '192.0.2.11' } } },
  },
  notApplicable: { 'no Swarm': { facts: compliantEngine } },
  unknown: { 'the engine’s record was not read': { denied: ['/swarm/dataPathAddress'] } },
});

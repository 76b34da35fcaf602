import { swarmManagerCount } from '../../../src/controls/swarm/swarm-manager-count.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

const of = (managers: number, nodes: number, reachableManagers = managers) => ({
  facts: { managers, nodes, reachableManagers },
});

describeControl(swarmManagerCount, compliantSwarm, {
  pass: {
    'all of three': of(3, 3),
    'seven of many': of(7, 40),
    'one of many, where that is accepted': { ...of(1, 10), params: { min: 1 } },
    'the only node, where that is accepted': { ...of(1, 1), params: { min: 1 } },
  },
  fail: {
    'the only node': of(1, 1),
    'one of two': of(1, 2),
    'one of many': of(1, 3),
    'both of two': of(2, 2),
    'an even number': of(4, 10),
    'too many': of(9, 20),
    'one is lost': of(3, 5, 2),
  },
  unknown: { 'not read': { denied: ['/managers'] } },
});

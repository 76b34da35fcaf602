import { swarmNodesSameEngine } from '../../../src/controls/swarm-node/swarm-nodes-same-engine.ts';
import { compliantSwarmNode, worker } from '../../fixtures/swarm-node.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const leader = (facts: Partial<typeof worker> = {}) => [
  subjectOf('swarm-node', { ...compliantSwarmNode, ...facts }, { id: 'swarm-node-2' }),
];

describeControl(swarmNodesSameEngine, worker, {
  around: leader(),
  fail: {
    older: { facts: { engineVersion: '28.0.0' } },
    newer: { facts: { engineVersion: '29.6.0' } },
    'a manager': { facts: { role: 'manager', engineVersion: '28.0.0' } },
  },
  notApplicable: { 'the leader itself': { facts: { leader: true } } },
  unknown: {
    'no leader': { others: leader({ leader: false }) },
    'the leader tells no version': { others: leader({ engineVersion: '' }) },
    'not read': { denied: ['/engineVersion'] },
  },
});

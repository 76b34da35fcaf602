import { swarmNodesReady } from '../../../src/controls/swarm-node/swarm-nodes-ready.ts';
import { compliantSwarmNode } from '../../fixtures/swarm-node.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(swarmNodesReady, compliantSwarmNode, {
  pass: { 'a worker': { facts: { role: 'worker', availability: 'active' } } },
  fail: {
    down: { facts: { state: 'down' } },
    disconnected: { facts: { state: 'disconnected' } },
    'of an unknown state': { facts: { state: 'unknown' } },
  },
  unknown: { 'not read': { denied: ['/state'] } },
});

import { swarmNodesReady } from '../../../src/controls/swarm-node/swarm-nodes-ready.ts';
import { compliantSwarmNode } from '../../fixtures/swarm-node.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(swarmNodesReady, compliantSwarmNode, {
  pass: { 'drained, but there': { facts: { availability: 'drain' } } },
  fail: {
    down: { facts: { state: 'down' } },
    disconnected: { facts: { state: 'disconnected' } },
    'of an unknown state': { facts: { state: 'unknown' } },
  },
  unknown: { 'not read': { denied: ['/state'] } },
});

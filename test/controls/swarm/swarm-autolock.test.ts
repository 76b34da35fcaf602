import { swarmAutolock } from '../../../src/controls/swarm/swarm-autolock.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(swarmAutolock, compliantSwarm, {
  fail: { off: { facts: { autoLock: false } } },
  unknown: { 'this node is not a manager': { denied: ['/autoLock'] } },
});

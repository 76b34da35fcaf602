import { swarmNodeManagersOnlyManage } from '../../../src/controls/swarm-node/swarm-node-managers-only-manage.ts';
import { compliantSwarmNode, worker } from '../../fixtures/swarm-node.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const beside = (facts: typeof worker) => [subjectOf('swarm-node', facts, { id: 'swarm-node-2' })];

describeControl(swarmNodeManagersOnlyManage, compliantSwarmNode, {
  around: beside(worker),
  fail: {
    active: { facts: { availability: 'active' } },
    'paused: what runs there goes on': { facts: { availability: 'pause' } },
    'active, without being the leader': { facts: { availability: 'active', leader: false } },
  },
  notApplicable: {
    'a worker': { facts: worker },
    'the only node': { facts: { availability: 'active' }, others: [] },
    'managers alone': {
      facts: { availability: 'active' },
      others: beside({ ...compliantSwarmNode, leader: false }),
    },
  },
  unknown: {
    'not read': { denied: ['/availability'] },
    'the role of the other node was not read': {
      others: [
        subjectOf('swarm-node', worker, {
          id: 'swarm-node-2',
          gaps: [{ path: '/role', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
});

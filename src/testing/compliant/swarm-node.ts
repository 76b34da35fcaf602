import type { SwarmNode } from '../../core/subjects/swarm.ts';

/** A drained manager; a Swarm also has a {@link worker} beside it. */
export const compliantSwarmNode: SwarmNode = {
  role: 'manager',
  availability: 'drain',
  state: 'ready',
  leader: true,
  address: '192.0.2.11',
  engineVersion: '29.5.3',
  labels: {},
  engineLabels: {},
};

/** A node that carries the workloads. */
export const worker: SwarmNode = {
  ...compliantSwarmNode,
  role: 'worker',
  availability: 'active',
  leader: false,
  address: '192.0.2.21',
};

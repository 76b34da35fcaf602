import type { Network } from '../../core/subjects/network.ts';

/** The default bridge with its containers kept apart. */
export const compliantNetwork: Network = {
  driver: 'bridge',
  scope: 'local',
  createdAt: '2026-11-20T06:00:01Z',
  defaultBridge: true,
  internal: false,
  attachable: false,
  ingress: false,
  ipv6: false,
  interContainerTraffic: false,
  encrypted: null,
  subnets: ['172.17.0.0/16'],
  containers: [],
  usedBy: ['workload-1'],
  labels: {},
};

/** A bridge of one's own, on which the compliant workload is. */
export const compliantBridge: Network = {
  ...compliantNetwork,
  defaultBridge: false,
  subnets: ['172.18.0.0/16'],
};

/** An encrypted overlay of a Swarm. */
export const compliantOverlay: Network = {
  ...compliantNetwork,
  driver: 'overlay',
  scope: 'swarm',
  defaultBridge: false,
  interContainerTraffic: null,
  encrypted: true,
  subnets: ['10.0.1.0/24'],
};

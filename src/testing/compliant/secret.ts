import type { Secret } from '../../core/subjects/swarm.ts';

/** A secret in the Swarm's own store, made this year. */
export const compliantSecret: Secret = {
  store: 'secret',
  createdAt: '2026-06-01T08:00:00Z',
  updatedAt: '2026-06-01T08:00:00Z',
  driver: '',
  usedBy: ['service-1'],
  labels: {},
};

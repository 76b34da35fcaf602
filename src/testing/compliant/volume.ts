import type { Volume } from '../../core/subjects/volume.ts';

/** A plain named volume in the engine's own store. */
export const compliantVolume: Volume = {
  driver: 'local',
  scope: 'local',
  mountPoint: '/var/lib/docker/volumes/data/_data',
  createdAt: '2026-10-01T08:00:00Z',
  fileSystem: '',
  mountOptions: '',
  device: '',
  hostPath: null,
  usedBy: ['workload-1'],
  labels: {},
};

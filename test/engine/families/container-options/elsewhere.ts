import type { Container } from '../../harness/containers.ts';
import type { Expected } from '../../harness/family.ts';

const mounts = (name: string, source: string, expect: Expected): Container => ({
  name,
  options: `--mount=type=bind,src=${source},dst=/x,readonly`,
  expect,
});

/** Mounts of an engine whose socket and data root are not in their usual places. */
export const elsewhere: readonly Container[] = [
  mounts('moved-socket', '{folder}/docker.sock', { 'workload-no-engine-socket': 'fail' }),
  mounts('moved-socket-by-its-folder', '{folder}', {
    'workload-no-engine-socket': 'fail',
    'workload-no-sensitive-mounts': 'fail',
  }),
  mounts('moved-socket-by-the-folder-above', '/tmp', { 'workload-no-engine-socket': 'fail' }),
  mounts('moved-containerd', '{folder}/exec/containerd', { 'workload-no-engine-socket': 'fail' }),
  mounts('moved-data-root', '{folder}/data', { 'workload-no-sensitive-mounts': 'fail' }),
  mounts('moved-data-root-below', '{folder}/data/containers', {
    'workload-no-sensitive-mounts': 'fail',
  }),
  mounts('beside-them', '{folder}/context-0', {
    'workload-no-engine-socket': 'pass',
    'workload-no-sensitive-mounts': 'pass',
  }),
];

import {
  builtin,
  createAssessor,
  defineCatalog,
  engine,
  tool,
  type Assessor,
  type Subject,
} from 'plimsoll';
import type { FrameworkSelection } from 'plimsoll/frameworks';
import { benchImages, benchTarget } from './workloads.ts';

/** The controls of workloads alone. */
export const catalog = defineCatalog({
  id: builtin.id,
  version: builtin.version,
  controls: builtin.controls.filter((control) => control.subject.kind === 'workload'),
});

/** The engine that the generated workloads run on. */
export const engineSubject: Subject = {
  kind: 'engine',
  id: 'bench',
  name: 'bench',
  target: benchTarget,
  gaps: [],
  facts: {
    security: { apparmor: true, selinux: false, seccomp: 'builtin' },
    userNamespaces: false,
    rootless: false,
    dataRoot: '/var/lib/docker',
    noNewPrivileges: { effective: false, configured: null },
    defaultUlimits: { effective: ['nofile=1024:4096'], configured: null },
    limits: { memory: true, swap: true, pids: true, cpuQuota: true, cpuShares: true, cpuset: true },
    storage: { driver: 'overlay2', status: [{ name: 'Backing Filesystem', value: 'extfs' }] },
    sockets: ['/run/docker.sock', '/run/docker/containerd/containerd.sock'],
    labelNames: ['com.example.team'],
  },
};

/** Judges the generated workloads, which ran beside the images that they name. */
export function makeAssessor(frameworks: readonly FrameworkSelection[]): Assessor {
  const kinds = [engine.kind, 'workload', 'host', 'image', 'network', 'volume'];
  return createAssessor(
    {
      kind: 'plimsoll/snapshot',
      version: '1.0',
      tool,
      collectedAt: '2026-11-24T12:00:00Z',
      targets: [
        { id: benchTarget, kind: 'engine', machine: benchTarget, description: '', access: '' },
      ],
      population: kinds.map((kind) => ({
        target: benchTarget,
        kind,
        existed: 1,
        read: 1,
        vanished: 0,
      })),
      gaps: [],
      redactions: [],
      origins: {
        'engine/workload': { '': { kind: 'api', endpoint: '/containers/{id}/json', pointer: '' } },
      },
    },
    [engineSubject, ...benchImages],
    { catalog, tool, frameworks },
  );
}

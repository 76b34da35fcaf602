import { builtin, defineCatalog, type Subject } from 'plimsoll';
import { benchTarget } from './workloads.ts';

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

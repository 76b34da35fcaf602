import type { Workload } from '../../core/subjects/workload/workload.ts';

/** A mount of a host path; `rest` says what is different about it. */
export const bindOf = (
  source: string,
  rest: Partial<Workload['mounts'][number]> = {},
): Workload['mounts'][number] => ({
  type: 'bind',
  source,
  hostPath: source,
  target: '/mnt',
  readOnly: false,
  propagation: '',
  ...rest,
});

/** A published TCP port; `rest` says what is different about it. */
export const portOf = (
  rest: Partial<Workload['ports'][number]> = {},
): Workload['ports'][number] => ({
  hostAddress: '192.0.2.10',
  hostPort: 8443,
  containerPort: 8443,
  protocol: 'tcp',
  ...rest,
});

/** What runs, by program. */
export const processesOf = (...programs: readonly string[]): NonNullable<Workload['processes']> =>
  programs.map((program, at) => ({ pid: 4100 + at, uid: 10_001, program }));

/** A command in it as the user of the application; `rest` says what is different about it. */
export const sessionOf = (
  rest: Partial<NonNullable<Workload['sessions']>[number]> = {},
): NonNullable<Workload['sessions']>[number] => ({
  id: 'e'.repeat(64),
  user: { configured: '10001', name: null, uid: 10_001, gid: null },
  privileged: false,
  running: true,
  program: 'sh',
  healthCheck: false,
  ...rest,
});

const ownNamespace = {
  mode: 'private',
  chain: [],
  resolved: 'private',
} satisfies Workload['namespaces']['pid'];

/** A hardened container that runs and complies with every control over workloads. */
export const compliantWorkload: Workload = {
  origin: 'container',
  state: 'running',
  createdAt: '2026-11-20T08:00:00Z',
  image: {
    reference: `nginx:1.29.3@sha256:${'a'.repeat(64)}`,
    id: `sha256:${'b'.repeat(64)}`,
    registry: 'docker.io',
    tag: '1.29.3',
    digest: `sha256:${'a'.repeat(64)}`,
  },
  user: { configured: '10001:10001', name: null, uid: 10_001, gid: 10_001 },
  groups: [],
  privileged: false,
  capabilities: { added: ['NET_BIND_SERVICE'], dropped: ['ALL'], effective: ['NET_BIND_SERVICE'] },
  security: {
    seccomp: { mode: 'default', allowsAll: false },
    apparmor: { profile: 'docker-default', unconfined: false },
    selinux: { label: 'system_u:system_r:container_t:s0:c12,c345', disabled: false },
    noNewPrivileges: true,
    systemPathsUnconfined: false,
  },
  namespaces: {
    pid: ownNamespace,
    ipc: ownNamespace,
    network: ownNamespace,
    uts: ownNamespace,
    user: ownNamespace,
    cgroup: ownNamespace,
  },
  networks: [{ name: 'shop_backend', id: 'network-1' }],
  workingDirectory: '/',
  mounts: [
    bindOf('/srv/shop/config', { target: '/config', readOnly: true, propagation: 'rprivate' }),
    {
      type: 'volume',
      source: 'shop_data',
      hostPath: null,
      target: '/data',
      readOnly: false,
      propagation: '',
    },
    {
      type: 'tmpfs',
      source: '',
      hostPath: null,
      target: '/tmp',
      readOnly: false,
      propagation: '',
      sizeBytes: 67_108_864,
    },
  ],
  devices: [],
  deviceRules: [],
  deviceRequests: [],
  ports: [portOf()],
  resources: {
    memoryBytes: 268_435_456,
    memoryReservationBytes: 134_217_728,
    memorySwapBytes: 268_435_456,
    cpus: 0.5,
    cpuShares: 0,
    cpuset: '',
    pidsLimit: 256,
    ulimits: [{ name: 'nofile', soft: 1024, hard: 2048 }],
    blkioWeight: 300,
    blkioLimits: [],
    storageBytes: 0,
    oomKillDisabled: false,
    shmBytes: 67_108_864,
    cgroupParent: '',
  },
  readOnlyRootFilesystem: true,
  restart: { policy: 'on-failure', maximumRetries: 5 },
  stopTimeoutSeconds: 30,
  healthCheck: { state: 'set', test: ['CMD', '/web', '--health'], intervalSeconds: 30 },
  logging: {
    driver: 'syslog',
    options: { 'syslog-address': 'tcp+tls://logs.example.org:6514' },
  },
  labels: {},
  secretLabels: [],
  environment: [{ name: 'PATH', secret: false, rule: null, fingerprint: null }],
  command: ['/web'],
  secretArguments: [],
  kernel: {
    uid: 10_001,
    gid: 10_001,
    capabilities: ['NET_BIND_SERVICE'],
    noNewPrivileges: true,
    seccomp: 2,
    limits: [{ name: 'nofile', soft: 1024, hard: 4096 }],
  },
  processes: processesOf('web', 'web'),
  differences: [],
  rootUid: 100_000,
  sessions: [],
  changes: [],
  lifecycle: {
    restartCount: 0,
    startedAt: '2026-11-20T08:00:01Z',
    finishedAt: null,
    oomKilled: false,
    exitCode: 0,
    health: 'healthy',
  },
  compose: { project: 'shop', service: 'web' },
  service: null,
  placement: [],
  replicas: 1,
  job: false,
};

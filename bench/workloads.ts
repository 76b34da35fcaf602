import type { Subject } from 'plimsoll';

const privateNamespace = { mode: 'private', chain: [], resolved: 'private' };

/** The target under which every generated workload stands. */
export const benchTarget = 'unix:///bench.sock';

/** How many images the generated workloads are made from. */
const images = 50;

const referenceOf = (at: number): string => `registry.example.org/team/service-${at % images}:1.4`;
const imageIdOf = (at: number): string => `sha256:${(at % images).toString(16).padStart(64, '0')}`;

/** The images of the generated workloads, with what a control of workloads asks of them. */
export const benchImages: readonly Subject[] = Array.from({ length: images }, (_, at) => ({
  kind: 'image',
  id: imageIdOf(at),
  name: referenceOf(at),
  target: benchTarget,
  gaps: [],
  facts: { references: [referenceOf(at)] },
}));

/**
 * Makes the workload with this number: a fresh object each time, as a collector would hand it over,
 * with a privileged one, an unlimited one and one on the host's network now and then.
 */
export function workloadNumber(at: number): Subject {
  return {
    kind: 'workload',
    id: at.toString(16).padStart(64, '0'),
    name: `service-${at}`,
    target: benchTarget,
    gaps: [],
    origin: 'engine/workload',
    facts: {
      origin: 'container',
      state: 'running',
      createdAt: '2026-11-01T00:00:00Z',
      image: {
        reference: referenceOf(at),
        id: imageIdOf(at),
        registry: 'registry.example.org',
        tag: '1.4',
        digest: null,
      },
      user: {
        configured: at % 7 === 0 ? '' : '1000',
        name: null,
        uid: at % 7 === 0 ? 0 : 1000,
        gid: null,
      },
      groups: [],
      privileged: at % 100 === 0,
      capabilities: {
        added: at % 10 === 0 ? ['NET_ADMIN'] : [],
        dropped: ['ALL'],
        effective: ['CHOWN', 'KILL'],
      },
      security: {
        seccomp: { mode: 'default', allowsAll: false },
        apparmor: { profile: 'docker-default', unconfined: false },
        selinux: { label: '', disabled: false },
        noNewPrivileges: at % 3 !== 0,
        systemPathsUnconfined: false,
      },
      namespaces: {
        pid: privateNamespace,
        ipc: privateNamespace,
        network: at % 20 === 0 ? { mode: 'host', chain: [], resolved: 'host' } : privateNamespace,
        uts: privateNamespace,
        user: privateNamespace,
        cgroup: privateNamespace,
      },
      networks: [{ name: 'shop', id: 'n1' }],
      mounts: [
        {
          type: 'bind',
          source: '/srv/data',
          hostPath: '/srv/data',
          target: '/data',
          readOnly: false,
          propagation: '',
        },
        {
          type: 'volume',
          source: 'cache',
          hostPath: null,
          target: '/cache',
          readOnly: false,
          propagation: '',
        },
      ],
      devices: [],
      deviceRules: [],
      deviceRequests: [],
      ports: [
        {
          hostAddress: '10.0.0.5',
          hostPort: 8000 + (at % 1000),
          containerPort: 80,
          protocol: 'tcp',
        },
      ],
      resources: {
        memoryBytes: 256 * 1024 * 1024,
        memoryReservationBytes: 0,
        memorySwapBytes: 0,
        cpus: at % 5 === 0 ? 0 : 1,
        cpuShares: 0,
        cpuset: '',
        pidsLimit: 200,
        ulimits: [],
        blkioWeight: 0,
        blkioLimits: [],
        storageBytes: 0,
        oomKillDisabled: false,
        shmBytes: 0,
        cgroupParent: '',
      },
      readOnlyRootFilesystem: true,
      restart: { policy: 'on-failure', maximumRetries: 5 },
      healthCheck: { state: 'set', test: ['CMD', 'true'], intervalSeconds: 30 },
      logging: { driver: 'syslog', options: { 'syslog-address': 'udp://192.0.2.1:514' } },
      labels: { 'com.example.team': `team-${at % 12}` },
      secretLabels: [],
      environment: [
        { name: 'PATH', secret: false, rule: null, fingerprint: null },
        { name: 'MODE', secret: false, rule: null, fingerprint: null },
      ],
      command: ['/service'],
      workingDirectory: '/srv',
      secretArguments: [],
      kernel: { uid: 1000, gid: 1000, capabilities: [], noNewPrivileges: true, seccomp: 2 },
      processes: [{ pid: 1000 + at, uid: 1000, program: 'service' }],
      differences: [],
      rootUid: 0,
      ...(at % 20 === 0 ? { listeners: [{ address: '127.0.0.1', port: 9100 }] } : {}),
      sessions: [],
      changes: [],
      lifecycle: {
        restartCount: at % 50 === 0 ? 7 : 0,
        startedAt: '2026-11-01T00:00:01Z',
        finishedAt: null,
        oomKilled: false,
        exitCode: 0,
      },
      compose: null,
      service: null,
      placement: [],
      replicas: 1,
      job: false,
    },
  };
}

/**
 * The same workload with names, paths and amounts of its own, so that none is like another: what was said of one can
 * be said of the next only where those do not matter.
 */
export function strangerNumber(at: number): Subject {
  const subject = workloadNumber(at);
  const { mounts, resources, ...facts } = subject.facts as Readonly<{
    mounts: readonly object[];
    resources: object;
  }>;
  const own = `of-${at}`;
  return {
    ...subject,
    facts: {
      ...facts,
      user: { configured: String(1000 + at), name: null, uid: 1000 + at, gid: null },
      networks: [{ name: own, id: own }],
      mounts: mounts.map((mount, place) => ({
        ...mount,
        source: `/srv/${own}/${place}`,
        hostPath: `/srv/${own}/${place}`,
        target: `/${own}/${place}`,
      })),
      ports: [
        { hostAddress: '10.0.0.5', hostPort: 1024 + at, containerPort: 80 + at, protocol: 'tcp' },
      ],
      resources: { ...resources, memoryBytes: 1e8 + at, pidsLimit: 100 + at, cpus: 1 + at / 1e6 },
      restart: { policy: 'on-failure', maximumRetries: 5 },
      healthCheck: { state: 'set', test: ['CMD', own], intervalSeconds: 30 },
      logging: { driver: 'syslog', options: { 'syslog-address': `udp://${own}.example.org:514` } },
      labels: { 'com.example.team': own },
      environment: [{ name: `NAME_${at}`, secret: false, rule: null, fingerprint: null }],
      command: [`/${own}`],
    },
  };
}

import type { Engine } from '../../core/subjects/engine.ts';

/** A TCP socket of that engine, with a certificate of half a year. */
export const compliantListener: Engine['listeners'][number] = {
  address: '192.0.2.10',
  port: 2376,
  allInterfaces: false,
  tls: 'mutual',
  handshake: {
    versions: ['TLSv1.2', 'TLSv1.3'],
    ciphers: [
      {
        name: 'TLS_AES_128_GCM_SHA256',
        forwardSecrecy: true,
        aead: true,
        authenticated: true,
        keyBits: 128,
        exchangeGroup: 'x25519',
        exchangeBits: 255,
      },
    ],
    certificates: [
      {
        subject: 'CN=engine-1',
        issuer: 'CN=engine authority',
        names: ['DNS:engine-1.example.org', 'IP:192.0.2.10'],
        notBefore: '2026-10-01T00:00:00Z',
        notAfter: '2027-04-01T00:00:00Z',
        keyType: 'ec',
        keyBits: 256,
        signature: 'ECDSA-SHA-256',
        signatureHash: 'SHA-256',
        selfSigned: false,
        role: 'server',
        anchor: 'own',
      },
    ],
    clientAuthorities: ['CN=engine authority'],
  },
};

/** A rootless engine that complies with every control of its kind on 2026-11-24. */
export const compliantEngine: Engine = {
  product: 'docker',
  version: '29.5.3',
  apiVersion: '1.54',
  os: 'linux',
  architecture: 'amd64',
  kernelVersion: '6.12.57-amd64',
  builtAt: '2026-06-03T10:00:00Z',
  rootless: true,
  userNamespaces: false,
  dataRoot: '/var/lib/docker',
  storage: { driver: 'overlay2', status: [{ name: 'Backing Filesystem', value: 'extfs' }] },
  cgroup: { version: 2, driver: 'systemd' },
  security: { apparmor: true, selinux: false, seccomp: 'builtin' },
  experimental: { effective: false, configured: null },
  liveRestore: { effective: true, configured: true },
  debug: { effective: false, configured: null },
  logLevel: { effective: 'info', configured: null },
  logDriver: { effective: 'syslog', configured: 'syslog' },
  logOptions: {
    effective: { 'syslog-address': 'tcp+tls://logs.example.org:6514' },
    configured: { 'syslog-address': 'tcp+tls://logs.example.org:6514' },
  },
  defaultAddress: { effective: '192.0.2.10', configured: '192.0.2.10' },
  noNewPrivileges: { effective: true, configured: true },
  packetFilter: { effective: true, configured: null },
  userlandProxy: { effective: false, configured: false },
  defaultUlimits: {
    effective: ['nofile=16384:65536', 'core=0:0'],
    configured: ['core=0:0', 'nofile=16384:65536'],
  },
  cgroupParent: { effective: '', configured: null },
  interContainerTraffic: { effective: false, configured: false },
  containerDefaults: { ipcMode: 'private', shmBytes: 67_108_864, cgroupNamespace: true },
  limits: { memory: true, swap: true, pids: true, cpuQuota: true, cpuShares: true, cpuset: true },
  runtimes: { default: 'runc', available: ['io.containerd.runc.v2', 'runc'] },
  registries: {
    insecureRanges: ['::1/128', '127.0.0.0/8'],
    indexes: [{ name: 'docker.io', secure: true }],
    mirrors: ['https://mirror.example.org/'],
  },
  plugins: {
    authorization: ['opa-docker-authz'],
    log: ['json-file', 'syslog'],
    network: ['bridge'],
    volume: ['local'],
  },
  swarm: {
    state: 'inactive',
    manager: false,
    nodeId: '',
    nodeAddress: '',
    listeners: [],
    dataPathAddress: '',
  },
  counts: { containers: 12, running: 10, paused: 0, stopped: 2, images: 8 },
  warnings: [],
  listeners: [compliantListener],
  sockets: ['/run/docker.sock', '/run/docker/containerd/containerd.sock'],
  hostLabels: {},
  labelNames: [],
  process: {
    pid: 812,
    executable: '/usr/bin/dockerd',
    startedAt: '2026-11-20T06:00:00Z',
    configFile: '/etc/docker/daemon.json',
  },
  configured: {
    authorizationPlugins: ['opa-docker-authz'],
    hosts: ['unix:///run/docker.sock', 'tcp://192.0.2.10:2376'],
    fileKeys: ['live-restore', 'log-driver', 'no-new-privileges', 'userland-proxy'],
  },
};

/** The same engine as the manager of a Swarm whose traffic has an address of its own. */
export const manager: typeof compliantEngine = {
  ...compliantEngine,
  swarm: {
    state: 'active',
    manager: true,
    nodeId: 'node-1',
    nodeAddress: '192.0.2.11',
    listeners: [{ address: '192.0.2.11', port: 2377 }],
    dataPathAddress: '198.51.100.11',
  },
};

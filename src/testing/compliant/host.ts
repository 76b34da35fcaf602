import type { Host } from '../../core/subjects/host/host.ts';

type File = Host['registryCertificates'][number];

/** A file that belongs to root. */
export const rootFile = (path: string, mode: number, type: File['type'] = 'file'): File => ({
  path,
  type,
  mode,
  uid: 0,
  gid: 0,
  owner: 'root',
  group: 'root',
});

const containerId = 'c0ffee'.repeat(10) + 'beef';

const watch = (path: string, line: number, permissions = 'wa') => ({
  path,
  permissions,
  file: '/etc/audit/rules.d/docker.rules',
  line,
});

/** Everything that a host with an engine should record changes of. */
const watches = [
  watch('/usr/bin/dockerd', 1, 'rwxa'),
  watch('/etc/docker', 2),
  watch('/var/lib/docker', 3, 'rwa'),
  watch('/run/containerd', 4),
  watch('/usr/lib/systemd/system/docker.service', 5),
  watch('/etc/systemd/system', 6),
  watch('/usr/lib/systemd/system/docker.socket', 7),
  watch('/run/docker.sock', 8),
  watch('/etc/default/docker', 9),
  watch('/etc/containerd', 10),
  watch('/usr/bin/containerd', 11),
  watch('/usr/bin/containerd-shim-runc-v2', 12),
  watch('/usr/bin/runc', 13),
  ...['group', 'passwd', 'shadow', 'subgid', 'subuid', 'sudoers', 'sudoers.d'].map((name, at) =>
    watch(`/etc/${name}`, 14 + at),
  ),
  watch('/var/log/audit', 21, 'rwa'),
];

const recorded = (
  line: number,
  calls: string[],
  outcome: 'any' | 'EACCES' | 'EPERM',
  raised: boolean,
) => ({
  calls,
  bits: '64' as const,
  outcome,
  raised,
  file: '/etc/audit/rules.d/docker.rules',
  line,
});

/** A host that complies with every control of its kind; `compliantEngine` runs on it. */
export const compliantHost: Host = {
  os: {
    id: 'flatcar',
    version: '4459.2.1',
    name: 'Flatcar Container Linux by Kinvolk 4459.2.1 (Oklo)',
    containerOs: true,
  },
  kernel: {
    running: '6.12.57-flatcar',
    installed: ['6.12.57-flatcar'],
  },
  mounts: [
    { mountPoint: '/', fileSystem: 'ext4', source: '/dev/sda1', options: ['rw'] },
    { mountPoint: '/run', fileSystem: 'tmpfs', source: 'tmpfs', options: ['rw', 'nosuid'] },
    { mountPoint: '/var/lib/docker', fileSystem: 'ext4', source: '/dev/sdb1', options: ['rw'] },
  ],
  security: {
    modules: ['lockdown', 'capability', 'landlock', 'yama', 'apparmor'],
    apparmor: 'enabled',
    selinux: 'absent',
    lockdown: 'integrity',
    moduleSignatures: true,
  },
  cgroupVersion: 2,
  sysctls: {
    'fs.protected_fifos': '1',
    'fs.protected_hardlinks': '1',
    'fs.protected_regular': '2',
    'fs.protected_symlinks': '1',
    'fs.suid_dumpable': '0',
    'kernel.core_pattern': 'core',
    'kernel.dmesg_restrict': '1',
    'kernel.kptr_restrict': '1',
    'kernel.modules_disabled': '0',
    'kernel.perf_event_paranoid': '3',
    'kernel.randomize_va_space': '2',
    'kernel.unprivileged_bpf_disabled': '2',
    'kernel.yama.ptrace_scope': '1',
    'net.ipv4.ip_forward': '1',
    'net.ipv4.ip_unprivileged_port_start': '1024',
    'vm.panic_on_oom': '0',
  },
  groups: [
    { name: 'root', gid: 0, members: ['root'] },
    { name: 'docker', gid: 998, members: [] },
    { name: 'ops', gid: 1500, members: ['li', 'wang'] },
  ],
  accounts: [
    { name: 'root', uid: 0, gid: 0, shell: '/bin/bash' },
    { name: 'dockremap', uid: 997, gid: 997, shell: '/usr/sbin/nologin' },
    { name: 'li', uid: 1000, gid: 1500, shell: '/bin/bash' },
    { name: 'wang', uid: 1001, gid: 1500, shell: '/bin/bash' },
  ],
  passwords: {
    accounts: [
      { name: 'root', state: 'locked', maxDays: null },
      { name: 'dockremap', state: 'locked', maxDays: null },
      { name: 'li', state: 'set', maxDays: 90 },
      { name: 'wang', state: 'set', maxDays: 60 },
    ],
    newMaxDays: 90,
  },
  pam: {
    logins: ['login', 'sshd', 'su', 'sudo'].map((service) => ({
      service,
      locks: true,
      failuresAtMost: 5,
      withinSeconds: 900,
      lockedSeconds: 1800,
      file: `/etc/pam.d/${service}`,
    })),
    changes: [
      { service: 'passwd', minLength: 14, minKinds: 3, remembered: 5, file: '/etc/pam.d/passwd' },
    ],
  },
  subordinateIds: {
    users: [{ owner: 'dockremap', start: 231_072, count: 65_536, line: 1 }],
    groups: [{ owner: 'dockremap', start: 231_072, count: 65_536, line: 1 }],
  },
  updates: { manager: 'apt', listsAt: '2026-11-23T06:00:00Z', pending: [] },
  ssh: {
    scopes: [
      {
        match: '',
        rootLogin: 'no',
        passwords: false,
        keyboardInteractive: false,
        emptyPasswords: false,
        methods: ['publickey'],
        triesAtMost: 3,
        graceSeconds: 30,
        allowed: ['%operators'],
      },
    ],
    ciphers: ['chacha20-poly1305@openssh.com', 'aes256-gcm@openssh.com'],
    macs: ['hmac-sha2-512-etm@openssh.com'],
    keyExchanges: ['curve25519-sha256'],
  },
  sudo: {
    rules: [
      { user: 'root', commands: ['ALL'], noPassword: false, file: '/etc/sudoers', line: 44 },
      {
        user: '%ops',
        commands: ['/usr/bin/docker ps', '/usr/bin/docker logs *'],
        noPassword: false,
        file: '/etc/sudoers.d/ops',
        line: 1,
      },
    ],
    logFile: '/var/log/sudo.log',
    syslogDisabled: false,
    outputLogged: false,
    allowedUnlogged: false,
  },
  contentTrust: [{ file: '/etc/environment', line: 2, enabled: true }],
  audit: {
    watches,
    configured: watches,
    calls: [
      recorded(22, ['open', 'openat'], 'EACCES', false),
      recorded(23, ['open', 'openat'], 'EPERM', false),
      recorded(24, ['execve'], 'any', true),
    ],
    storage: {
      file: '/var/log/audit/audit.log',
      written: true,
      whenLow: 'email',
      whenVeryLow: 'single',
      whenFull: 'halt',
      onError: 'halt',
      whenLarge: 'keep_logs',
      files: 5,
      megabytes: 8,
    },
    state: 'loaded',
    locked: true,
    daemonRunning: true,
  },
  logging: {
    services: ['/usr/lib/systemd/systemd-journald', '/usr/sbin/rsyslogd'],
    plainFiles: ['/var/log/auth.log', '/var/log/syslog'],
    rotated: true,
    lastRotation: '2026-11-24T00:00:00Z',
  },
  clock: {
    enabled: ['chrony'],
    running: ['/usr/sbin/chronyd'],
    lastSet: '2026-11-24T11:30:00Z',
  },
  defence: {
    integrity: { running: [], inContainers: [], aide: true, lastCheck: '2026-11-24T05:00:00Z' },
    malware: {
      running: ['/usr/sbin/clamd'],
      inContainers: [],
      signaturesAt: '2026-11-24T06:00:00Z',
    },
    detection: { running: ['/usr/bin/falco'], inContainers: [] },
    firewall: [{ service: 'nftables', incoming: 'refused', file: '/etc/nftables.conf' }],
  },
  network: {
    interfaces: ['docker0', 'eth0'].map((name) => ({
      name,
      acceptsRedirects: false,
      sendsRedirects: false,
      acceptsSourceRoutes: false,
      reversePath: 'strict' as const,
      acceptsIpv6Redirects: false,
    })),
    listeners: [
      { address: '0.0.0.0', port: 22 },
      { address: '::', port: 22 },
    ],
  },
  dataRootSpace: {
    path: '/var/lib/docker',
    size: 200e9,
    free: 120e9,
    files: 12_000_000,
    freeFiles: 10_000_000,
    encrypted: true,
  },
  files: {
    dockerService: rootFile('/usr/lib/systemd/system/docker.service', 0o644),
    dockerSocketUnit: rootFile('/usr/lib/systemd/system/docker.socket', 0o644),
    containerdService: rootFile('/usr/lib/systemd/system/containerd.service', 0o644),
    dockerDirectory: rootFile('/etc/docker', 0o755, 'directory'),
    daemonConfig: rootFile('/etc/docker/daemon.json', 0o644),
    dockerDefaults: rootFile('/etc/default/docker', 0o644),
    dockerSysconfig: null,
    containerdConfig: rootFile('/etc/containerd/config.toml', 0o644),
    engineSocket: { ...rootFile('/run/docker.sock', 0o660, 'socket'), gid: 998, group: 'docker' },
    otherEngineSockets: [],
    containerdSocket: rootFile('/run/containerd/containerd.sock', 0o660, 'socket'),
    containerdDirectory: rootFile('/run/containerd', 0o711, 'directory'),
    dataRoot: rootFile('/var/lib/docker', 0o710, 'directory'),
    tlsCaCertificate: rootFile('/etc/docker/ca.pem', 0o444),
    tlsServerCertificate: rootFile('/etc/docker/server.pem', 0o444),
    tlsServerKey: rootFile('/etc/docker/server-key.pem', 0o400),
    clientKey: rootFile('/root/.docker/key.pem', 0o400),
  },
  programs: {
    containerd: [rootFile('/usr/bin/containerd', 0o755)],
    containerdShim: [],
    containerdShimRuncV1: [],
    containerdShims: [rootFile('/usr/bin/containerd-shim-runc-v2', 0o755)],
    runc: [rootFile('/usr/bin/runc', 0o755)],
  },
  accountFiles: [
    rootFile('/etc/group', 0o644),
    rootFile('/etc/passwd', 0o644),
    { ...rootFile('/etc/shadow', 0o640), gid: 42, group: 'shadow' },
    rootFile('/etc/subgid', 0o644),
    rootFile('/etc/subuid', 0o644),
    rootFile('/etc/sudoers', 0o440),
    rootFile('/etc/sudoers.d', 0o750, 'directory'),
  ],
  raisedPrograms: [rootFile('/usr/bin/sudo', 0o4755), rootFile('/usr/bin/su', 0o4755)],
  auditLog: [
    rootFile('/var/log/audit', 0o750, 'directory'),
    rootFile('/var/log/audit/audit.log', 0o640),
  ],
  containerLogs: [
    rootFile(`/var/lib/docker/containers/${containerId}/${containerId}-json.log`, 0o640),
  ],
  registryCertificates: [
    rootFile('/etc/docker/certs.d/registry.example.org', 0o755, 'directory'),
    rootFile('/etc/docker/certs.d/registry.example.org/ca.crt', 0o444),
  ],
  registryTrust: [
    {
      path: '/etc/docker/certs.d/registry.example.org/ca.crt',
      use: 'authority',
      subject: 'CN=registry authority',
      issuer: 'CN=registry authority',
      names: [],
      notBefore: '2024-01-01T00:00:00Z',
      notAfter: '2034-01-01T00:00:00Z',
      keyType: 'rsa',
      keyBits: 4096,
      signature: 'RSA-SHA-256',
      signatureHash: 'SHA-256',
      selfSigned: true,
    },
  ],
  unitDropIns: [rootFile('/etc/systemd/system/docker.service.d/limits.conf', 0o644)],
};

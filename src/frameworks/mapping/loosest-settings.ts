import { defaultCapabilities } from '../../knowledge/default-capabilities.ts';
import type { Guard, Link } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from './control-id.ts';

const modernTls = { param: 'minimum', within: ['TLSv1.2', 'TLSv1.3'] } as const;

/** 2048 bits of RSA and 224 of a curve are as strong as 112 bits. */
const strongKeys = [
  { param: 'rsaBits', atLeast: 2048 },
  { param: 'curveBits', atLeast: 224 },
] as const;

const logsLeave = [
  { param: 'local', includes: ['json-file', 'local', 'none', 'journald'] },
  { param: 'localSyslogSuffices', equals: false },
] as const;

const freshScan = [
  { param: 'threshold', within: ['low', 'medium', 'high'] },
  { param: 'unratedAs', within: ['high', 'critical'] },
  { param: 'maxAgeDays', atMost: 90 },
  { param: 'databaseMaxAgeDays', atMost: 30 },
] as const;

/** A list of paths that leaves out what the host itself lives on says nothing of sensitive mounts. */
const hostSystem = {
  param: 'paths',
  includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr'],
} as const;

/**
 * The loosest settings of a control's parameters at which a pass is still evidence of anything outside the
 * policy that set them. A link has these beside its own guards, and its own where both are about one parameter.
 * What needs none, such as a list of what an organisation approved by name, stands with its reason in
 * `test/frameworks/guards.test.ts`.
 */
export const loosestSettings: Partial<Record<BuiltinControlId, Guard | readonly Guard[]>> = {
  'dockerfile-no-latest-base': { param: 'mutable', includes: ['latest'] },
  'dockerfile-no-privileged-ports': { param: 'threshold', atLeast: 1024 },
  'dockerfile-no-remote-shell': [
    { param: 'programs', includes: ['sshd', 'dropbear'] },
    { param: 'packages', includes: ['openssh-server', 'dropbear'] },
    { param: 'ports', includes: ['22/tcp'] },
  ],
  'dockerfile-single-function': { param: 'supervisors', includes: ['supervisord', 'systemd'] },
  'engine-central-logging': logsLeave,
  'engine-container-sprawl': { param: 'max', atMost: 250 },
  'engine-default-ulimits': { param: 'required', includes: ['nofile'] },
  'engine-image-sprawl': [
    { param: 'max', atMost: 50 },
    { param: 'maxShare', atMost: 0.5 },
  ],
  'engine-log-level': { param: 'allowed', within: ['info', 'debug'] },
  'engine-resource-accounting': { param: 'required', includes: ['memory', 'pids'] },
  'engine-stopped-containers': { param: 'max', atMost: 25 },
  'engine-storage-driver': { param: 'refused', includes: ['aufs', 'devicemapper'] },
  'engine-swarm-unneeded': { param: 'expected', equals: false },
  'engine-tls-certificate-lifetime': { param: 'maxDays', atMost: 825 },
  'engine-tls-ciphers': [
    { param: 'keyBits', atLeast: 112 },
    { param: 'primeBits', atLeast: 2048 },
    { param: 'curveBits', atLeast: 224 },
    { param: 'allowed', within: [] },
  ],
  'engine-tls-key-strength': strongKeys,
  'engine-tls-version': modernTls,
  'engine-version-supported': [
    { param: 'minimum', equals: null },
    { param: 'maxTableDays', atMost: 365 },
  ],
  'host-audit-disk-full': { param: 'whenFull', within: ['exec', 'halt', 'rotate', 'single'] },
  'host-audit-log-kept': { param: 'minMegabytes', atLeast: 100 },
  'host-audit-log-readers': [
    { param: 'allowed', bitsWithin: 0o640 },
    { param: 'allowedDirectory', bitsWithin: 0o750 },
  ],
  'host-audit-refused-access': { param: 'calls', includes: ['openat'] },
  'host-container-log-readers': { param: 'allowed', bitsWithin: 0o640 },
  'host-containerd-config-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-containerd-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-daemon-config-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-data-root-space': [
    { param: 'freePercent', atLeast: 5 },
    { param: 'freeFilesPercent', atLeast: 5 },
  ],
  'host-docker-client-key-mode': { param: 'allowed', bitsWithin: 0o600 },
  'host-docker-defaults-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-directory-mode': { param: 'allowed', bitsWithin: 0o755 },
  'host-docker-service-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-socket-unit-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-sysconfig-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-engine-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-engine-socket-owner': { param: 'groups', within: ['docker'] },
  'host-file-integrity': { param: 'maxDays', atMost: 7 },
  'host-kernel-information-hidden': [
    { param: 'ptraceScope', atLeast: 1 },
    { param: 'perfEventParanoid', atLeast: 2 },
  ],
  'host-kernel-network-redirects': { param: 'reversePath', within: ['strict', 'loose'] },
  'host-log-rotation': { param: 'maxDays', atMost: 8 },
  'host-logins-locked-out': [
    { param: 'maxFailures', atMost: 10 },
    { param: 'minSeconds', atLeast: 300 },
  ],
  'host-malware-scanner-runs': { param: 'maxDays', atMost: 7 },
  'host-password-age': { param: 'maxDays', atMost: 365 },
  'host-password-history': { param: 'min', atLeast: 2 },
  'host-password-quality': [
    { param: 'minLength', atLeast: 7 },
    { param: 'minKinds', atLeast: 2 },
  ],
  'host-registry-certificates-mode': [
    { param: 'allowed', bitsWithin: 0o444 },
    { param: 'allowedDirectory', bitsWithin: 0o755 },
  ],
  'host-registry-certificates-valid': strongKeys,
  'host-service-accounts-shell': { param: 'firstPerson', atLeast: 500 },
  'host-ssh-logins-bounded': [
    { param: 'maxTries', atMost: 6 },
    { param: 'maxSeconds', atMost: 120 },
  ],
  'host-ssh-root-login': {
    param: 'allowed',
    within: ['no', 'forced-commands-only'],
  },
  'host-sudo-docker-narrow': { param: 'programs', includes: ['docker'] },
  'host-sudo-password': { param: 'programs', includes: ['docker'] },
  'host-time-synchronised': { param: 'maxHours', atMost: 24 },
  'host-tls-ca-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-tls-certificate-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-tls-key-mode': { param: 'allowed', bitsWithin: 0o400 },
  'host-unit-drop-ins-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-unprivileged-ports': { param: 'minimum', atLeast: 1024 },
  'host-updates-installed': { param: 'maxDays', atMost: 30 },
  'image-fresh': { param: 'maxDays', atMost: 90 },
  // Rules of one's own find what they were written for.
  'image-no-malware': [
    { param: 'databaseMaxAgeDays', atMost: 30 },
    { param: 'databaseDateRequired', equals: true },
    { param: 'limitsToldRequired', equals: true },
    { param: 'ownRulesSuffice', equals: false },
    { param: 'mayBeLeftOut', within: [] },
  ],
  'image-no-mutable-tag': { param: 'mutable', includes: ['latest'] },
  'image-no-remote-shell': [
    { param: 'programs', includes: ['sshd', 'dropbear'] },
    { param: 'packages', includes: ['openssh-server', 'dropbear'] },
    { param: 'ports', includes: ['22/tcp'] },
  ],
  'image-packages-minimal': { param: 'unwanted', includes: ['gcc', 'gdb', 'nmap', 'tcpdump'] },
  'image-scan-vulnerabilities': freshScan,
  'image-scanned': freshScan,
  'image-single-function': { param: 'supervisors', includes: ['supervisord', 'systemd'] },
  'network-no-host-access': { param: 'allowed', within: ['bridge', 'overlay', 'host', 'null'] },
  'registry-tls': modernTls,
  'secret-rotated': { param: 'maxDays', atMost: 365 },
  'swarm-control-port-tls': modernTls,
  'swarm-manager-count': [
    { param: 'min', atLeast: 3 },
    { param: 'max', atMost: 7 },
  ],
  'swarm-node-certificate-lifetime': { param: 'maxDays', atMost: 90 },
  'swarm-root-certificate-lifetime': { param: 'minDays', atLeast: 90 },
  'swarm-root-certificate-rotated': { param: 'maxDays', atMost: 1095 },
  'swarm-root-key-strength': strongKeys,
  'swarm-services-replicated': { param: 'min', atLeast: 2 },
  'volume-no-sensitive-path': hostSystem,
  'volume-options-safe': { param: 'required', includes: ['nosuid', 'nodev'] },
  'workload-capabilities': { param: 'allowed', within: defaultCapabilities },
  'workload-capabilities-dropped': { param: 'allowed', within: defaultCapabilities },
  'workload-central-logging': logsLeave,
  'workload-cpu-limit': { param: 'cpusetSuffices', equals: false },
  'workload-exposure-as-intended': { param: 'ignore', within: [] },
  'workload-image-as-intended': { param: 'ignore', within: [] },
  'workload-limits-as-intended': { param: 'ignore', within: [] },
  'workload-mounts-as-intended': { param: 'ignore', within: [] },
  'workload-no-added-groups': { param: 'refused', includes: ['0', 'disk', 'docker'] },
  'workload-no-engine-socket': {
    param: 'sockets',
    includes: ['/run/docker.sock', '/run/containerd/containerd.sock'],
  },
  'workload-no-latest-tag': { param: 'mutable', includes: ['latest'] },
  'workload-no-privileged-ports': { param: 'threshold', atLeast: 1024 },
  'workload-no-remote-shell': [
    { param: 'programs', includes: ['sshd', 'dropbear'] },
    { param: 'ports', includes: [22] },
  ],
  'workload-no-runtime-alerts': [
    { param: 'priority', within: ['warning', 'notice', 'informational', 'debug'] },
    { param: 'hours', atLeast: 1 },
    { param: 'silentMinutes', atMost: 1440 },
  ],
  'workload-no-sensitive-mounts': hostSystem,
  'workload-no-writable-system-mounts': {
    param: 'paths',
    includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/root', '/sys', '/usr'],
  },
  'workload-pids-limit': { param: 'max', atMost: 32_767 },
  'workload-privileges-as-intended': { param: 'ignore', within: [] },
  'workload-restart-bounded': { param: 'maxRetries', atMost: 5 },
  'workload-restart-storm': [
    { param: 'restarts', atMost: 10 },
    { param: 'settledMinutes', atLeast: 10 },
  ],
  'workload-seccomp': {
    param: 'refused',
    includes: ['bpf', 'finit_module', 'kexec_load', 'mount', 'open_by_handle_at', 'setns'],
  },
  'workload-selinux': { param: 'unconfinedTypes', includes: ['spc_t', 'unconfined_t'] },
  'workload-settings-as-intended': { param: 'ignore', within: [] },
  'workload-shm-size': { param: 'maxBytes', atMost: 4_294_967_296 },
  'workload-single-function': [
    { param: 'max', atMost: 3 },
    { param: 'supervisors', includes: ['supervisord', 'systemd'] },
  ],
  'workload-swap-limit': { param: 'maxFactor', atMost: 2 },
  'workload-system-files-unchanged': { param: 'paths', includes: ['/etc', '/usr'] },
  'workload-ulimits': [
    { param: 'required', includes: ['nofile'] },
    { param: 'maxOpenFiles', atMost: 1_048_576 },
  ],
};

/** The guard of a link, ready to be spread into it: its own, and the loosest settings of what these do not name. */
export function guardFor(
  control: BuiltinControlId,
  own?: Guard | readonly Guard[] | null,
): Pick<Link, 'guard'> {
  const named = [own ?? []].flat();
  const [first, ...others] = [
    ...named,
    ...[loosestSettings[control] ?? []]
      .flat()
      .filter(({ param }) => named.every((each) => each.param !== param)),
  ];
  if (first === undefined) return {};
  return { guard: others.length === 0 ? first : [first, ...others] };
}

import { defaultCapabilities } from '../core/default-capabilities.ts';
import type { Guard } from '../core/mapping.ts';
import type { BuiltinControlId } from './control-id.ts';

/** A list of paths that leaves out what the host itself lives on says nothing of sensitive mounts. */
const hostSystem = {
  param: 'paths',
  includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr'],
} as const;

/**
 * The loosest setting of a control's parameter at which a pass is still evidence of anything outside the
 * policy that set it. A link without a guard of its own gets this one. A list of what an organisation
 * approved by name, such as accounts or devices, is its own to make and has no guard.
 */
export const loosestSettings: Partial<Record<BuiltinControlId, Guard>> = {
  'engine-central-logging': { param: 'local', includes: ['json-file', 'local', 'none'] },
  'engine-container-sprawl': { param: 'max', atMost: 250 },
  'engine-default-ulimits': { param: 'required', includes: ['nofile'] },
  'engine-image-sprawl': { param: 'max', atMost: 50 },
  'engine-log-level': { param: 'allowed', within: ['info', 'debug'] },
  'engine-resource-accounting': { param: 'required', includes: ['memory', 'pids'] },
  'engine-stopped-containers': { param: 'max', atMost: 25 },
  'engine-storage-driver': { param: 'refused', includes: ['aufs', 'devicemapper'] },
  'engine-swarm-unneeded': { param: 'expected', equals: false },
  'engine-tls-certificate-lifetime': { param: 'maxDays', atMost: 825 },
  'engine-tls-ciphers': { param: 'keyBits', atLeast: 112 },
  'engine-tls-key-strength': { param: 'rsaBits', atLeast: 2048 },
  'host-containerd-config-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-containerd-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-daemon-config-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-data-root-space': { param: 'freePercent', atLeast: 5 },
  'host-docker-client-key-mode': { param: 'allowed', bitsWithin: 0o600 },
  'host-docker-defaults-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-directory-mode': { param: 'allowed', bitsWithin: 0o755 },
  'host-docker-service-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-socket-unit-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-sysconfig-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-engine-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-engine-socket-owner': { param: 'groups', within: ['docker'] },
  'host-kernel-information-hidden': { param: 'ptraceScope', atLeast: 1 },
  'host-kernel-network-redirects': { param: 'reversePath', within: ['strict', 'loose'] },
  'host-log-rotation': { param: 'maxDays', atMost: 8 },
  'host-registry-certificates-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-registry-certificates-valid': { param: 'rsaBits', atLeast: 2048 },
  'host-sudo-docker-narrow': { param: 'programs', includes: ['docker'] },
  'host-sudo-password': { param: 'programs', includes: ['docker'] },
  'host-time-synchronised': { param: 'maxHours', atMost: 24 },
  'host-tls-ca-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-tls-certificate-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-tls-key-mode': { param: 'allowed', bitsWithin: 0o400 },
  'host-unit-drop-ins-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-unprivileged-ports': { param: 'minimum', atLeast: 1024 },
  'image-fresh': { param: 'maxDays', atMost: 90 },
  'image-no-remote-shell': { param: 'programs', includes: ['sshd', 'dropbear'] },
  'secret-rotated': { param: 'maxDays', atMost: 365 },
  'swarm-manager-count': { param: 'min', atLeast: 3 },
  'swarm-node-certificate-lifetime': { param: 'maxDays', atMost: 90 },
  'swarm-root-certificate-lifetime': { param: 'minDays', atLeast: 90 },
  'swarm-root-certificate-rotated': { param: 'maxDays', atMost: 1095 },
  'swarm-root-key-strength': { param: 'rsaBits', atLeast: 2048 },
  'swarm-services-replicated': { param: 'min', atLeast: 2 },
  'volume-no-sensitive-path': hostSystem,
  'volume-options-safe': { param: 'required', includes: ['nodev', 'nosuid'] },
  'workload-capabilities': { param: 'allowed', within: defaultCapabilities },
  'workload-capabilities-dropped': { param: 'allowed', within: defaultCapabilities },
  'workload-central-logging': { param: 'local', includes: ['json-file', 'local', 'none'] },
  'workload-no-added-groups': { param: 'refused', includes: ['0', 'disk', 'docker'] },
  'workload-no-engine-socket': {
    param: 'sockets',
    includes: ['/run/docker.sock', '/run/containerd/containerd.sock'],
  },
  'workload-no-privileged-ports': { param: 'threshold', atLeast: 1024 },
  'workload-no-remote-shell': { param: 'programs', includes: ['sshd', 'dropbear'] },
  'workload-no-sensitive-mounts': hostSystem,
  'workload-no-writable-system-mounts': {
    param: 'paths',
    includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/root', '/sys', '/usr'],
  },
  'workload-pids-limit': { param: 'max', atMost: 32_767 },
  'workload-restart-bounded': { param: 'maxRetries', atMost: 5 },
  'workload-selinux': { param: 'unconfinedTypes', includes: ['spc_t', 'unconfined_t'] },
  'workload-shm-size': { param: 'maxBytes', atMost: 4_294_967_296 },
  'workload-single-function': { param: 'max', atMost: 3 },
  'workload-swap-limit': { param: 'maxFactor', atMost: 2 },
  'workload-system-files-unchanged': { param: 'paths', includes: ['/etc', '/usr'] },
  'workload-ulimits': { param: 'required', includes: ['nofile'] },
};

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
  'engine-default-ulimits': { param: 'required', includes: ['nofile'] },
  'engine-log-level': { param: 'allowed', within: ['info', 'debug'] },
  'engine-stopped-containers': { param: 'max', atMost: 25 },
  'engine-storage-driver': { param: 'refused', includes: ['aufs', 'devicemapper'] },
  'engine-swarm-unneeded': { param: 'expected', equals: false },
  'host-containerd-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-daemon-config-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-docker-directory-mode': { param: 'allowed', bitsWithin: 0o755 },
  'host-docker-service-mode': { param: 'allowed', bitsWithin: 0o644 },
  'host-engine-socket-mode': { param: 'allowed', bitsWithin: 0o660 },
  'host-registry-certificates-mode': { param: 'allowed', bitsWithin: 0o444 },
  'host-sudo-password': { param: 'programs', includes: ['docker'] },
  'host-tls-key-mode': { param: 'allowed', bitsWithin: 0o400 },
  'image-fresh': { param: 'maxDays', atMost: 90 },
  'secret-rotated': { param: 'maxDays', atMost: 365 },
  'swarm-manager-count': { param: 'min', atLeast: 3 },
  'swarm-node-certificate-lifetime': { param: 'maxDays', atMost: 90 },
  'swarm-root-certificate-lifetime': { param: 'minDays', atLeast: 90 },
  'volume-no-sensitive-path': hostSystem,
  'workload-capabilities': { param: 'allowed', within: defaultCapabilities },
  'workload-no-engine-socket': {
    param: 'sockets',
    includes: ['/run/docker.sock', '/run/containerd/containerd.sock'],
  },
  'workload-no-privileged-ports': { param: 'threshold', atLeast: 1024 },
  'workload-no-remote-shell': { param: 'programs', includes: ['sshd', 'dropbear'] },
  'workload-no-sensitive-mounts': hostSystem,
  'workload-pids-limit': { param: 'max', atMost: 32_767 },
  'workload-restart-bounded': { param: 'maxRetries', atMost: 5 },
  'workload-selinux': { param: 'unconfinedTypes', includes: ['spc_t', 'unconfined_t'] },
  'workload-single-function': { param: 'max', atMost: 3 },
  'workload-system-files-unchanged': { param: 'paths', includes: ['/etc', '/usr'] },
};

import type { ControlIdOf } from '../../core/controls/catalog.ts';
import type { builtin } from './builtin.ts';

/** What is gained when a control fails; `docs/severity.md` says what each word means. */
export type Impact = 'takeover' | 'breach' | 'disruption' | 'weakness';

/** What else must be true before it is gained; `docs/severity.md` says what each word means. */
export type Exposure = 'open' | 'one step' | 'remote';

/** How one control is rated. */
export type Rating = readonly [Impact, Exposure];

/** The rating of every built-in control. A comment stands where another rating is near. */
export const ratings = {
  // A credential to read, and no more.
  'host-admin-multi-factor': ['takeover', 'one step'],
  'host-audit-accounts': ['disruption', 'one step'],
  'host-audit-containerd': ['disruption', 'one step'],
  'host-audit-containerd-config': ['disruption', 'one step'],
  'host-audit-containerd-runtime': ['disruption', 'one step'],
  'host-audit-containerd-shim': ['disruption', 'one step'],
  'host-audit-containerd-shim-runc-v1': ['disruption', 'one step'],
  'host-audit-containerd-shims': ['disruption', 'one step'],
  'host-audit-containerd-socket': ['disruption', 'one step'],
  'host-audit-daemon-config': ['disruption', 'one step'],
  'host-audit-daemon-running': ['disruption', 'one step'],
  // Whoever made the change was let in or broke in; the trace of it is what is lost.
  'host-audit-data-root': ['disruption', 'one step'],
  'host-audit-docker-config': ['disruption', 'one step'],
  'host-audit-docker-defaults': ['disruption', 'one step'],
  'host-audit-docker-service': ['disruption', 'one step'],
  'host-audit-docker-sysconfig': ['disruption', 'one step'],
  'host-audit-dockerd': ['disruption', 'one step'],
  'host-audit-engine-socket': ['disruption', 'one step'],
  'host-audit-rules-loaded': ['disruption', 'one step'],
  // Root must have been lost first, and then the trace goes with it.
  'host-audit-rules-locked': ['disruption', 'remote'],
  'host-audit-runc': ['disruption', 'one step'],
  'host-backup-restored': ['disruption', 'one step'],
  'host-container-os': ['weakness', 'open'],
  'host-containerd-config-mode': ['takeover', 'one step'],
  'host-containerd-config-owner': ['takeover', 'one step'],
  'host-containerd-socket-mode': ['takeover', 'open'],
  // One account, or a member of one group, and not everybody.
  'host-containerd-socket-owner': ['takeover', 'one step'],
  // What is written takes effect when the engine starts again.
  'host-daemon-config-mode': ['takeover', 'one step'],
  'host-daemon-config-owner': ['takeover', 'one step'],
  'host-data-root-separate': ['disruption', 'open'],
  'host-data-root-space': ['disruption', 'one step'],
  'host-dedicated-to-containers': ['breach', 'remote'],
  'host-docker-defaults-mode': ['takeover', 'one step'],
  'host-docker-defaults-owner': ['takeover', 'one step'],
  'host-docker-directory-mode': ['takeover', 'one step'],
  'host-docker-directory-owner': ['takeover', 'one step'],
  'host-docker-group': ['takeover', 'one step'],
  'host-docker-service-mode': ['takeover', 'one step'],
  'host-docker-service-owner': ['takeover', 'one step'],
  'host-docker-socket-unit-mode': ['takeover', 'one step'],
  'host-docker-socket-unit-owner': ['takeover', 'one step'],
  'host-docker-sysconfig-mode': ['takeover', 'one step'],
  'host-docker-sysconfig-owner': ['takeover', 'one step'],
  'host-engine-socket-mode': ['takeover', 'open'],
  'host-engine-socket-owner': ['takeover', 'one step'],
  'host-hardening-baseline': ['takeover', 'remote'],
  // Either the handler has a flaw, or its parameter could be written to.
  'host-kernel-core-dumps': ['takeover', 'remote'],
  'host-kernel-hardlinks': ['takeover', 'remote'],
  'host-kernel-information-hidden': ['weakness', 'open'],
  'host-kernel-minimum-version': ['takeover', 'one step'],
  // Root or a capability that is seldom given comes first.
  'host-kernel-modules-restricted': ['takeover', 'remote'],
  'host-kernel-network-redirects': ['breach', 'remote'],
  'host-kernel-rebooted': ['takeover', 'one step'],
  // The filter of an ordinary container must be off, or an account on the host be held.
  'host-kernel-unprivileged-bpf': ['takeover', 'remote'],
  // The service must have a flaw or a weak login of its own.
  'host-listening-services': ['breach', 'remote'],
  'host-log-rotation': ['disruption', 'one step'],
  'host-malware-scanned': ['breach', 'remote'],
  'host-panic-on-oom': ['disruption', 'open'],
  'host-patch-notices': ['takeover', 'remote'],
  // The usual failure is 0644: root's ownership must fail too.
  'host-registry-certificates-mode': ['breach', 'remote'],
  // A key that can be worked out is not enough: a place on the network's path besides.
  'host-registry-certificates-valid': ['breach', 'remote'],
  'host-registry-certificates-owner': ['breach', 'remote'],
  'host-root-logins': ['takeover', 'one step'],
  'host-runtime-detection': ['weakness', 'open'],
  'host-security-module': ['takeover', 'remote'],
  'host-session-limits': ['takeover', 'remote'],
  // An escape from one of the namespaces comes first.
  'host-subordinate-ids': ['breach', 'remote'],
  'host-sudo-docker-narrow': ['takeover', 'one step'],
  'host-sudo-logged': ['disruption', 'one step'],
  'host-sudo-password': ['takeover', 'one step'],
  // One account on the host, and a port of an engine to use it at.
  'host-docker-client-key-mode': ['takeover', 'one step'],
  'host-time-synchronised': ['disruption', 'one step'],
  // The usual failure is 0644: root’s ownership must fail too.
  'host-tls-ca-mode': ['takeover', 'remote'],
  'host-tls-ca-owner': ['takeover', 'one step'],
  // The same, and a certificate without its key opens nothing.
  'host-tls-certificate-mode': ['disruption', 'remote'],
  // Without its key a certificate opens nothing: the engine only fails to start.
  'host-tls-certificate-owner': ['disruption', 'one step'],
  // A place on the network's path besides. Posing as the engine yields what is sent to it, not the engine.
  'host-tls-key-mode': ['breach', 'one step'],
  'host-tls-key-owner': ['breach', 'one step'],
  'host-trusted-boot': ['takeover', 'remote'],
  'host-unit-drop-ins-mode': ['takeover', 'one step'],
  // The service of that port must be down, and its clients believe what answers.
  'host-unprivileged-ports': ['breach', 'remote'],

  // A caller who was let in must abuse it, or lose what let him in.
  'engine-authorization-plugin': ['takeover', 'remote'],
  'engine-backup': ['disruption', 'remote'],
  'engine-central-logging': ['disruption', 'one step'],
  // The settings themselves are judged by controls of their own: what is left is the next start.
  'engine-configuration-in-force': ['disruption', 'one step'],
  'engine-container-sprawl': ['weakness', 'open'],
  // The registry, or the way to it, must be in other hands.
  'engine-content-trust': ['breach', 'remote'],
  'engine-debug-off': ['weakness', 'open'],
  // Somebody must forget the address, and what listens has an access control of its own.
  'engine-default-address': ['breach', 'remote'],
  'engine-default-cgroup': ['disruption', 'remote'],
  'engine-default-log-rotation': ['disruption', 'open'],
  // Whoever puts a runtime there has root already, or made a mistake.
  'engine-default-runtime': ['takeover', 'remote'],
  // The host's own ceiling, and the memory that open files cost, stand behind it.
  'engine-default-ulimits': ['disruption', 'remote'],
  'engine-image-sprawl': ['weakness', 'open'],
  // The engine must crash, or somebody must restart it.
  'engine-live-restore': ['disruption', 'remote'],
  'engine-log-level': ['weakness', 'open'],
  'engine-no-experimental': ['weakness', 'open'],
  'engine-no-insecure-registries': ['breach', 'one step'],
  'engine-no-new-privileges': ['takeover', 'remote'],
  'engine-packet-filter': ['breach', 'open'],
  'engine-resource-accounting': ['disruption', 'open'],
  'engine-rootless': ['takeover', 'remote'],
  'engine-seccomp-default': ['takeover', 'one step'],
  'engine-stopped-containers': ['weakness', 'open'],
  'engine-storage-driver': ['disruption', 'one step'],
  'engine-swarm-unneeded': ['weakness', 'open'],
  // The certificates must fail too.
  'engine-tcp-address': ['takeover', 'remote'],
  'engine-tcp-mutual-tls': ['takeover', 'open'],
  // The kernel must give way.
  'engine-tenants-separate-hosts': ['breach', 'remote'],
  // The usual failure is an end that nobody noticed.
  'engine-tls-certificate-lifetime': ['disruption', 'one step'],
  // A place on the network's path, and a client that was told to verify nothing.
  'engine-tls-certificate-trusted': ['breach', 'remote'],
  'engine-tls-ciphers': ['breach', 'remote'],
  'engine-tls-key-strength': ['breach', 'remote'],
  'engine-tls-version': ['breach', 'remote'],
  'engine-user-namespaces': ['takeover', 'remote'],
  'engine-userland-proxy-off': ['weakness', 'open'],
  'engine-version-supported': ['takeover', 'one step'],
  'engine-warnings-none': ['weakness', 'open'],

  'workload-authentication-required': ['breach', 'open'],
  'workload-apparmor': ['takeover', 'remote'],
  // The disk must be what is short.
  'workload-block-io': ['disruption', 'remote'],
  // Some capabilities alone are enough to leave; those that are usually added are not.
  'workload-build-confined': ['takeover', 'remote'],
  'workload-capabilities': ['takeover', 'one step'],
  // What is left by default leads nowhere alone.
  'workload-capabilities-dropped': ['breach', 'remote'],
  'workload-central-logging': ['disruption', 'one step'],
  'workload-cpu-limit': ['disruption', 'open'],
  'workload-default-cgroup': ['disruption', 'remote'],
  // Something must have been broken into before it calls home.
  'workload-egress-controlled': ['breach', 'remote'],
  // A container that no file knows must be there, and be hostile.
  'workload-deployed-as-intended': ['breach', 'remote'],
  'workload-engine-memory-killer': ['disruption', 'open'],
  // What listens there has an access control of its own.
  'workload-exposure-as-intended': ['breach', 'remote'],
  'workload-health-check': ['weakness', 'open'],
  // What runs was looked at by nobody.
  'workload-image-as-intended': ['breach', 'one step'],
  'workload-image-current': ['breach', 'remote'],
  'workload-image-pinned': ['breach', 'remote'],
  'workload-limits-as-intended': ['disruption', 'open'],
  'workload-log-rotation': ['disruption', 'open'],
  'workload-memory-limit': ['disruption', 'open'],
  // Usually a directory that was to be looked at once; the socket of an engine is the worse case.
  'workload-mounts-as-intended': ['takeover', 'one step'],
  'workload-mounts-read-only': ['disruption', 'open'],
  // A file of that group must be in reach as well.
  'workload-no-added-groups': ['takeover', 'remote'],
  // Somebody must have put a service there that trusts whoever reaches it.
  'workload-no-default-bridge': ['breach', 'remote'],
  // Root in the container, and the capability to make device files, which is given by default.
  'workload-no-device-cgroup-rules': ['takeover', 'one step'],
  'workload-no-engine-socket': ['takeover', 'open'],
  // Usually a device of graphics or sound, whose driver must have a flaw; a disk is the worse case.
  'workload-no-host-devices': ['takeover', 'one step'],
  'workload-no-host-ipc': ['breach', 'one step'],
  // What listens there has an access control of its own.
  'workload-no-host-listeners': ['breach', 'remote'],
  'workload-no-host-network': ['breach', 'open'],
  'workload-no-host-pid': ['takeover', 'one step'],
  'workload-no-host-user-namespace': ['takeover', 'remote'],
  'workload-no-host-uts': ['disruption', 'one step'],
  'workload-no-latest-tag': ['weakness', 'open'],
  'workload-no-new-privileges': ['takeover', 'remote'],
  // It is a sign, and what it is a sign of is judged elsewhere.
  'workload-no-oom-kills': ['weakness', 'open'],
  // Somebody who was let in must do it, and something hostile must run beside it.
  'workload-no-privileged-exec': ['takeover', 'remote'],
  // The port was chosen by whoever started it, and usually is 80 or 443: that yields nothing.
  'workload-no-privileged-ports': ['weakness', 'open'],
  'workload-no-remote-shell': ['breach', 'one step'],
  // Who enters was let in; what is lost is that the container is what its image says.
  'workload-no-root-exec': ['disruption', 'one step'],
  'workload-no-secrets-in-build-arguments': ['breach', 'one step'],
  'workload-no-secrets-in-environment': ['breach', 'one step'],
  // Usually read-only, or for a user other than root: something must still be cracked or gained.
  'workload-no-sensitive-mounts': ['takeover', 'one step'],
  // To mount takes a capability, and a mandatory policy that lets it through.
  'workload-no-shared-propagation': ['breach', 'remote'],
  // Root in the container, or a file that its user may write.
  'workload-no-writable-system-mounts': ['takeover', 'one step'],
  // Root is there already, so only a way out is missing.
  'workload-non-root-user': ['takeover', 'one step'],
  'workload-not-privileged': ['takeover', 'open'],
  'workload-pids-limit': ['disruption', 'open'],
  // Two tenants must meet on one host, and the kernel give way.
  'workload-placed-by-tenant': ['breach', 'remote'],
  // What listens there has an access control of its own.
  'workload-ports-allowed': ['breach', 'remote'],
  // What listens there has an access control of its own.
  'workload-ports-bound-to-interface': ['breach', 'remote'],
  'workload-private-cgroup-namespace': ['weakness', 'open'],
  // Usually a capability more, or root; the privileged mode is judged by itself as well.
  'workload-privileges-as-intended': ['takeover', 'one step'],
  'workload-read-only-root': ['disruption', 'open'],
  'workload-registry-allowed': ['breach', 'remote'],
  'workload-restart-bounded': ['disruption', 'remote'],
  'workload-restart-storm': ['disruption', 'open'],
  'workload-seccomp': ['takeover', 'one step'],
  'workload-selinux': ['takeover', 'remote'],
  'workload-settings-as-intended': ['weakness', 'open'],
  // The memory limit, if there is one, counts it.
  'workload-shm-size': ['disruption', 'remote'],
  // Somebody must have put together what should have been kept apart.
  'workload-single-function': ['breach', 'remote'],
  'workload-storage-bounded': ['disruption', 'open'],
  // The host must have swap.
  'workload-swap-limit': ['disruption', 'one step'],
  'workload-system-files-unchanged': ['breach', 'one step'],
  'workload-uses-secret-store': ['breach', 'one step'],
  // A runtime from before January 2024.
  'workload-working-directory': ['takeover', 'one step'],
  // Root in the container.
  'workload-system-paths-masked': ['takeover', 'one step'],
  'workload-tenant-labelled': ['weakness', 'open'],
  'workload-tenant-volumes-separate': ['breach', 'open'],
  // The memory limit, if there is one, counts it.
  'workload-tmpfs-bounded': ['disruption', 'remote'],
  // As for engine-default-ulimits.
  'workload-ulimits': ['disruption', 'remote'],
  'workload-user-namespace-mapped': ['takeover', 'remote'],

  'image-account-files-protected': ['takeover', 'remote'],
  'image-authentication-required': ['breach', 'open'],
  'image-artefacts-verified': ['breach', 'remote'],
  'image-base-trusted': ['breach', 'remote'],
  'image-copy-not-add': ['weakness', 'open'],
  // Somebody replaced it, or moved its name: that has happened already.
  'image-digest-expected': ['breach', 'one step'],
  'image-downloads-verified': ['breach', 'remote'],
  'image-files-not-world-writable': ['disruption', 'open'],
  'image-fresh': ['breach', 'remote'],
  'image-health-check': ['weakness', 'open'],
  'image-in-use': ['weakness', 'open'],
  // Somebody exchanged it, or it is damaged: that has happened already.
  'image-layers-verified': ['breach', 'one step'],
  'image-no-add-url': ['breach', 'remote'],
  // A credential to read, and no more.
  'image-no-credentials': ['breach', 'one step'],
  // No weakness that somebody may use, but somebody's code that is there already: what it does is not known.
  'image-no-malware': ['takeover', 'open'],
  'image-no-mutable-tag': ['weakness', 'open'],
  'image-no-pipe-to-shell': ['breach', 'remote'],
  'image-no-private-keys': ['breach', 'one step'],
  'image-no-remote-shell': ['breach', 'one step'],
  'image-no-secrets': ['breach', 'one step'],
  // The program must have a flaw, and root inside is not yet outside.
  'image-no-setuid': ['takeover', 'remote'],
  // As above.
  'image-no-sudo': ['takeover', 'remote'],
  'image-no-upgrade-all': ['weakness', 'open'],
  'image-no-world-writable': ['disruption', 'open'],
  'image-non-root-user': ['takeover', 'one step'],
  'image-not-committed': ['breach', 'remote'],
  // Unlike an image that is merely old, no rebuild mends it.
  'image-os-supported': ['breach', 'one step'],
  'image-packages-minimal': ['weakness', 'open'],
  // A place on the way of the build's network.
  'image-packages-verified': ['breach', 'remote'],
  'image-provenance': ['breach', 'remote'],
  'image-registry-allowed': ['breach', 'remote'],
  'image-scanned': ['breach', 'remote'],
  'image-scan-vulnerabilities': ['breach', 'remote'],
  'image-single-function': ['breach', 'remote'],
  'image-source-labelled': ['weakness', 'open'],
  'image-update-with-install': ['weakness', 'open'],
  'dockerfile-account-files-protected': ['takeover', 'remote'],
  'dockerfile-authentication-required': ['breach', 'open'],
  'dockerfile-base-allowed': ['breach', 'remote'],
  'dockerfile-base-pinned': ['breach', 'remote'],
  'dockerfile-context-clean': ['breach', 'remote'],
  'dockerfile-copy-not-add': ['weakness', 'open'],
  'dockerfile-downloads-verified': ['breach', 'remote'],
  'dockerfile-frontend-trusted': ['breach', 'remote'],
  'dockerfile-health-check': ['weakness', 'open'],
  'dockerfile-no-add-url': ['breach', 'remote'],
  'dockerfile-no-deprecated': ['weakness', 'open'],
  'dockerfile-no-latest-base': ['weakness', 'open'],
  'dockerfile-no-pipe-to-shell': ['breach', 'remote'],
  'dockerfile-no-privileged-ports': ['weakness', 'open'],
  'dockerfile-no-remote-shell': ['breach', 'one step'],
  'dockerfile-no-secret-files': ['breach', 'one step'],
  'dockerfile-no-secrets': ['breach', 'one step'],
  'dockerfile-no-setuid': ['takeover', 'remote'],
  'dockerfile-no-sudo': ['takeover', 'remote'],
  'dockerfile-no-upgrade-all': ['weakness', 'open'],
  'dockerfile-no-world-writable': ['disruption', 'open'],
  'dockerfile-non-root-user': ['takeover', 'one step'],
  'dockerfile-package-cache-removed': ['weakness', 'open'],
  'dockerfile-packages-pinned': ['weakness', 'open'],
  'dockerfile-packages-verified': ['breach', 'remote'],
  'dockerfile-run-confined': ['takeover', 'remote'],
  'dockerfile-single-function': ['breach', 'remote'],
  'dockerfile-update-with-install': ['weakness', 'open'],
  'dockerfile-working-directory': ['takeover', 'one step'],

  // What the file closes must stand open, and somebody must be there to use it.
  'network-as-intended': ['breach', 'remote'],
  // As for workload-no-default-bridge.
  'network-inter-container-traffic': ['breach', 'remote'],
  'network-internal-for-data': ['breach', 'remote'],
  'network-no-host-access': ['breach', 'remote'],
  'network-not-attachable': ['breach', 'remote'],
  'network-overlay-encrypted': ['breach', 'one step'],
  // The service of the other tenant has an access control of its own, or a flaw.
  'network-tenants-separate': ['breach', 'one step'],
  'network-tiers-separate': ['breach', 'remote'],
  'network-unused': ['weakness', 'open'],
  'volume-as-intended': ['breach', 'remote'],
  'volume-encrypted': ['breach', 'remote'],
  'volume-network-encrypted-options': ['breach', 'one step'],
  'volume-no-sensitive-path': ['takeover', 'one step'],
  // The device cgroup and no-new-privileges stand before what it lets in.
  'volume-options-safe': ['weakness', 'open'],
  'volume-tenants-separate': ['breach', 'open'],
  'volume-unused': ['weakness', 'open'],

  // A disk or a backup must be stolen, past the host and its files' owner.
  'swarm-autolock': ['takeover', 'remote'],
  'swarm-backup-restored': ['disruption', 'remote'],
  // A join token must be found as well.
  'swarm-control-port-bound': ['takeover', 'remote'],
  'swarm-join-token-rotated': ['takeover', 'remote'],
  'swarm-manager-count': ['disruption', 'remote'],
  'swarm-node-certificate-lifetime': ['breach', 'remote'],
  'swarm-node-labelled': ['breach', 'remote'],
  'swarm-nodes-ready': ['disruption', 'remote'],
  'swarm-nodes-same-engine': ['weakness', 'open'],
  'swarm-planes-separated': ['disruption', 'remote'],
  'swarm-control-port-tls': ['takeover', 'remote'],
  'swarm-root-certificate-lifetime': ['disruption', 'one step'],
  // A workload there must break out first.
  'swarm-node-managers-only-manage': ['takeover', 'remote'],
  'swarm-root-certificate-rotated': ['breach', 'remote'],
  'swarm-root-key-strength': ['takeover', 'remote'],
  'swarm-services-replicated': ['disruption', 'remote'],
  'swarm-unlock-key-rotated': ['takeover', 'remote'],
  'secret-configs-not-secret': ['breach', 'one step'],
  'secret-rotated': ['breach', 'remote'],
  'secret-store-driver': ['breach', 'remote'],
  'secret-used': ['weakness', 'open'],
} as const satisfies Record<ControlIdOf<typeof builtin>, Rating>;

/** The rating behind the severity of a built-in control; `null` for any other control. */
export const ratingOf = (id: string): Rating | null =>
  new Map<string, Rating>(Object.entries(ratings)).get(id) ?? null;

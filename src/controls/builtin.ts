import { version } from '../../package.json';
import { defineCatalog } from '../core/catalog.ts';
import { hostAuditDataRoot } from './host/host-audit-data-root.ts';
import { hostAuditDockerConfig } from './host/host-audit-docker-config.ts';
import { hostAuditDockerd } from './host/host-audit-dockerd.ts';
import { hostContainerdSocketMode } from './host/host-containerd-socket-mode.ts';
import { hostContainerdSocketOwner } from './host/host-containerd-socket-owner.ts';
import { hostDaemonConfigMode } from './host/host-daemon-config-mode.ts';
import { hostDaemonConfigOwner } from './host/host-daemon-config-owner.ts';
import { hostDataRootSeparate } from './host/host-data-root-separate.ts';
import { hostDockerClientKeyMode } from './host/host-docker-client-key-mode.ts';
import { hostDockerDirectoryMode } from './host/host-docker-directory-mode.ts';
import { hostDockerDirectoryOwner } from './host/host-docker-directory-owner.ts';
import { hostDockerGroup } from './host/host-docker-group.ts';
import { hostDockerServiceMode } from './host/host-docker-service-mode.ts';
import { hostDockerServiceOwner } from './host/host-docker-service-owner.ts';
import { hostEngineSocketMode } from './host/host-engine-socket-mode.ts';
import { hostEngineSocketOwner } from './host/host-engine-socket-owner.ts';
import { hostKernelRebooted } from './host/host-kernel-rebooted.ts';
import { hostRegistryCertificatesMode } from './host/host-registry-certificates-mode.ts';
import { hostRegistryCertificatesValid } from './host/host-registry-certificates-valid.ts';
import { hostSecurityModule } from './host/host-security-module.ts';
import { hostSudoPassword } from './host/host-sudo-password.ts';
import { hostTlsKeyMode } from './host/host-tls-key-mode.ts';
import { engineAuthorizationPlugin } from './engine/engine-authorization-plugin.ts';
import { engineCentralLogging } from './engine/engine-central-logging.ts';
import { engineConfigurationInForce } from './engine/engine-configuration-in-force.ts';
import { engineDefaultCgroup } from './engine/engine-default-cgroup.ts';
import { engineDefaultUlimits } from './engine/engine-default-ulimits.ts';
import { engineLiveRestore } from './engine/engine-live-restore.ts';
import { engineLogLevel } from './engine/engine-log-level.ts';
import { engineNoExperimental } from './engine/engine-no-experimental.ts';
import { engineNoInsecureRegistries } from './engine/engine-no-insecure-registries.ts';
import { engineNoNewPrivileges } from './engine/engine-no-new-privileges.ts';
import { enginePacketFilter } from './engine/engine-packet-filter.ts';
import { engineRootless } from './engine/engine-rootless.ts';
import { engineSeccompDefault } from './engine/engine-seccomp-default.ts';
import { engineStoppedContainers } from './engine/engine-stopped-containers.ts';
import { engineStorageDriver } from './engine/engine-storage-driver.ts';
import { engineSwarmUnneeded } from './engine/engine-swarm-unneeded.ts';
import { engineTcpAddress } from './engine/engine-tcp-address.ts';
import { engineTcpMutualTls } from './engine/engine-tcp-mutual-tls.ts';
import { engineTlsCertificateLifetime } from './engine/engine-tls-certificate-lifetime.ts';
import { engineTlsCertificateTrusted } from './engine/engine-tls-certificate-trusted.ts';
import { engineTlsCiphers } from './engine/engine-tls-ciphers.ts';
import { engineTlsKeyStrength } from './engine/engine-tls-key-strength.ts';
import { engineTlsVersion } from './engine/engine-tls-version.ts';
import { engineUserNamespaces } from './engine/engine-user-namespaces.ts';
import { engineUserlandProxyOff } from './engine/engine-userland-proxy-off.ts';
import { engineVersionSupported } from './engine/engine-version-supported.ts';
import { workloadApparmor } from './workload/workload-apparmor.ts';
import { workloadCapabilities } from './workload/workload-capabilities.ts';
import { workloadCpuLimit } from './workload/workload-cpu-limit.ts';
import { workloadDefaultCgroup } from './workload/workload-default-cgroup.ts';
import { workloadEngineMemoryKiller } from './workload/workload-engine-memory-killer.ts';
import { workloadHealthCheck } from './workload/workload-health-check.ts';
import { workloadImagePinned } from './workload/workload-image-pinned.ts';
import { workloadLogRotation } from './workload/workload-log-rotation.ts';
import { workloadMemoryLimit } from './workload/workload-memory-limit.ts';
import { workloadNoDefaultBridge } from './workload/workload-no-default-bridge.ts';
import { workloadNoEngineSocket } from './workload/workload-no-engine-socket.ts';
import { workloadNoHostDevices } from './workload/workload-no-host-devices.ts';
import { workloadNoHostIpc } from './workload/workload-no-host-ipc.ts';
import { workloadNoHostNetwork } from './workload/workload-no-host-network.ts';
import { workloadNoHostPid } from './workload/workload-no-host-pid.ts';
import { workloadNoHostUserNamespace } from './workload/workload-no-host-user-namespace.ts';
import { workloadNoHostUts } from './workload/workload-no-host-uts.ts';
import { workloadNoNewPrivileges } from './workload/workload-no-new-privileges.ts';
import { workloadNoPrivilegedPorts } from './workload/workload-no-privileged-ports.ts';
import { workloadNoRemoteShell } from './workload/workload-no-remote-shell.ts';
import { workloadNoSecretsInEnvironment } from './workload/workload-no-secrets-in-environment.ts';
import { workloadNoSensitiveMounts } from './workload/workload-no-sensitive-mounts.ts';
import { workloadNoSharedPropagation } from './workload/workload-no-shared-propagation.ts';
import { workloadNonRootUser } from './workload/workload-non-root-user.ts';
import { workloadNotPrivileged } from './workload/workload-not-privileged.ts';
import { workloadPidsLimit } from './workload/workload-pids-limit.ts';
import { workloadPortsBoundToInterface } from './workload/workload-ports-bound-to-interface.ts';
import { workloadReadOnlyRoot } from './workload/workload-read-only-root.ts';
import { workloadRestartBounded } from './workload/workload-restart-bounded.ts';
import { workloadSeccomp } from './workload/workload-seccomp.ts';
import { workloadSelinux } from './workload/workload-selinux.ts';
import { workloadSingleFunction } from './workload/workload-single-function.ts';
import { workloadSystemFilesUnchanged } from './workload/workload-system-files-unchanged.ts';
import { imageCopyNotAdd } from './image/image-copy-not-add.ts';
import { imageFresh } from './image/image-fresh.ts';
import { imageHealthCheck } from './image/image-health-check.ts';
import { imageInUse } from './image/image-in-use.ts';
import { imageNoSecrets } from './image/image-no-secrets.ts';
import { imageNonRootUser } from './image/image-non-root-user.ts';
import { imageNotCommitted } from './image/image-not-committed.ts';
import { imageUpdateWithInstall } from './image/image-update-with-install.ts';
import { networkInterContainerTraffic } from './network/network-inter-container-traffic.ts';
import { networkOverlayEncrypted } from './network/network-overlay-encrypted.ts';
import { volumeNoSensitivePath } from './volume/volume-no-sensitive-path.ts';
import { swarmAutolock } from './swarm/swarm-autolock.ts';
import { swarmControlPortTls } from './swarm/swarm-control-port-tls.ts';
import { swarmManagerCount } from './swarm/swarm-manager-count.ts';
import { swarmNodeCertificateLifetime } from './swarm/swarm-node-certificate-lifetime.ts';
import { swarmRootCertificateLifetime } from './swarm/swarm-root-certificate-lifetime.ts';
import { swarmNodeManagersOnlyManage } from './swarm-node/swarm-node-managers-only-manage.ts';
import { secretRotated } from './secret/secret-rotated.ts';

/** The built-in catalog: every control of this package, one line each. */
export const builtin = defineCatalog({
  id: 'plimsoll',
  version,
  controls: [
    hostAuditDataRoot,
    hostAuditDockerConfig,
    hostAuditDockerd,
    hostContainerdSocketMode,
    hostContainerdSocketOwner,
    hostDaemonConfigMode,
    hostDaemonConfigOwner,
    hostDataRootSeparate,
    hostDockerClientKeyMode,
    hostDockerDirectoryMode,
    hostDockerDirectoryOwner,
    hostDockerGroup,
    hostDockerServiceMode,
    hostDockerServiceOwner,
    hostEngineSocketMode,
    hostEngineSocketOwner,
    hostKernelRebooted,
    hostRegistryCertificatesMode,
    hostRegistryCertificatesValid,
    hostSecurityModule,
    hostSudoPassword,
    hostTlsKeyMode,
    engineAuthorizationPlugin,
    engineCentralLogging,
    engineConfigurationInForce,
    engineDefaultCgroup,
    engineDefaultUlimits,
    engineLiveRestore,
    engineLogLevel,
    engineNoExperimental,
    engineNoInsecureRegistries,
    engineNoNewPrivileges,
    enginePacketFilter,
    engineRootless,
    engineSeccompDefault,
    engineStoppedContainers,
    engineStorageDriver,
    engineSwarmUnneeded,
    engineTcpAddress,
    engineTcpMutualTls,
    engineTlsCertificateLifetime,
    engineTlsCertificateTrusted,
    engineTlsCiphers,
    engineTlsKeyStrength,
    engineTlsVersion,
    engineUserNamespaces,
    engineUserlandProxyOff,
    engineVersionSupported,
    workloadApparmor,
    workloadCapabilities,
    workloadCpuLimit,
    workloadDefaultCgroup,
    workloadEngineMemoryKiller,
    workloadHealthCheck,
    workloadImagePinned,
    workloadLogRotation,
    workloadMemoryLimit,
    workloadNoDefaultBridge,
    workloadNoEngineSocket,
    workloadNoHostDevices,
    workloadNoHostIpc,
    workloadNoHostNetwork,
    workloadNoHostPid,
    workloadNoHostUserNamespace,
    workloadNoHostUts,
    workloadNoNewPrivileges,
    workloadNoPrivilegedPorts,
    workloadNoRemoteShell,
    workloadNoSecretsInEnvironment,
    workloadNoSensitiveMounts,
    workloadNoSharedPropagation,
    workloadNonRootUser,
    workloadNotPrivileged,
    workloadPidsLimit,
    workloadPortsBoundToInterface,
    workloadReadOnlyRoot,
    workloadRestartBounded,
    workloadSeccomp,
    workloadSelinux,
    workloadSingleFunction,
    workloadSystemFilesUnchanged,
    imageCopyNotAdd,
    imageFresh,
    imageHealthCheck,
    imageInUse,
    imageNoSecrets,
    imageNonRootUser,
    imageNotCommitted,
    imageUpdateWithInstall,
    networkInterContainerTraffic,
    networkOverlayEncrypted,
    volumeNoSensitivePath,
    swarmAutolock,
    swarmControlPortTls,
    swarmManagerCount,
    swarmNodeCertificateLifetime,
    swarmRootCertificateLifetime,
    swarmNodeManagersOnlyManage,
    secretRotated,
  ],
});

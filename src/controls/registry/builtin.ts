// Made by npm run catalog from the files of the controls.
import { version } from '../../../package.json';
import { defineCatalog, type Catalog } from '../../core/controls/catalog.ts';
import { hostAdminMultiFactor } from '../host/host-admin-multi-factor.ts';
import { hostAuditAccounts } from '../host/host-audit-accounts.ts';
import { hostAuditContainerLogs } from '../host/host-audit-container-logs.ts';
import { hostAuditContainerd } from '../host/host-audit-containerd.ts';
import { hostAuditContainerdConfig } from '../host/host-audit-containerd-config.ts';
import { hostAuditContainerdRuntime } from '../host/host-audit-containerd-runtime.ts';
import { hostAuditContainerdShim } from '../host/host-audit-containerd-shim.ts';
import { hostAuditContainerdShimRuncV1 } from '../host/host-audit-containerd-shim-runc-v1.ts';
import { hostAuditContainerdShims } from '../host/host-audit-containerd-shims.ts';
import { hostAuditContainerdSocket } from '../host/host-audit-containerd-socket.ts';
import { hostAuditDaemonConfig } from '../host/host-audit-daemon-config.ts';
import { hostAuditDaemonRunning } from '../host/host-audit-daemon-running.ts';
import { hostAuditDataRoot } from '../host/host-audit-data-root.ts';
import { hostAuditDiskFull } from '../host/host-audit-disk-full.ts';
import { hostAuditDockerConfig } from '../host/host-audit-docker-config.ts';
import { hostAuditDockerDefaults } from '../host/host-audit-docker-defaults.ts';
import { hostAuditDockerService } from '../host/host-audit-docker-service.ts';
import { hostAuditDockerSysconfig } from '../host/host-audit-docker-sysconfig.ts';
import { hostAuditDockerd } from '../host/host-audit-dockerd.ts';
import { hostAuditEngineSocket } from '../host/host-audit-engine-socket.ts';
import { hostAuditLogKept } from '../host/host-audit-log-kept.ts';
import { hostAuditLogReaders } from '../host/host-audit-log-readers.ts';
import { hostAuditLogWatched } from '../host/host-audit-log-watched.ts';
import { hostAuditRaisedPrograms } from '../host/host-audit-raised-programs.ts';
import { hostAuditRefusedAccess } from '../host/host-audit-refused-access.ts';
import { hostAuditRulesLoaded } from '../host/host-audit-rules-loaded.ts';
import { hostAuditRulesLocked } from '../host/host-audit-rules-locked.ts';
import { hostAuditRunc } from '../host/host-audit-runc.ts';
import { hostBackupRestored } from '../host/host-backup-restored.ts';
import { hostContainerLogReaders } from '../host/host-container-log-readers.ts';
import { hostContainerOs } from '../host/host-container-os.ts';
import { hostContainerdConfigMode } from '../host/host-containerd-config-mode.ts';
import { hostContainerdConfigOwner } from '../host/host-containerd-config-owner.ts';
import { hostContainerdSocketMode } from '../host/host-containerd-socket-mode.ts';
import { hostContainerdSocketOwner } from '../host/host-containerd-socket-owner.ts';
import { hostDaemonConfigMode } from '../host/host-daemon-config-mode.ts';
import { hostDaemonConfigOwner } from '../host/host-daemon-config-owner.ts';
import { hostDataEncrypted } from '../host/host-data-encrypted.ts';
import { hostDataRootSeparate } from '../host/host-data-root-separate.ts';
import { hostDataRootSpace } from '../host/host-data-root-space.ts';
import { hostDedicatedToContainers } from '../host/host-dedicated-to-containers.ts';
import { hostDetectionRuns } from '../host/host-detection-runs.ts';
import { hostDockerClientKeyMode } from '../host/host-docker-client-key-mode.ts';
import { hostDockerDefaultsMode } from '../host/host-docker-defaults-mode.ts';
import { hostDockerDefaultsOwner } from '../host/host-docker-defaults-owner.ts';
import { hostDockerDirectoryMode } from '../host/host-docker-directory-mode.ts';
import { hostDockerDirectoryOwner } from '../host/host-docker-directory-owner.ts';
import { hostDockerGroup } from '../host/host-docker-group.ts';
import { hostDockerServiceMode } from '../host/host-docker-service-mode.ts';
import { hostDockerServiceOwner } from '../host/host-docker-service-owner.ts';
import { hostDockerSocketUnitMode } from '../host/host-docker-socket-unit-mode.ts';
import { hostDockerSocketUnitOwner } from '../host/host-docker-socket-unit-owner.ts';
import { hostDockerSysconfigMode } from '../host/host-docker-sysconfig-mode.ts';
import { hostDockerSysconfigOwner } from '../host/host-docker-sysconfig-owner.ts';
import { hostEngineSocketMode } from '../host/host-engine-socket-mode.ts';
import { hostEngineSocketOwner } from '../host/host-engine-socket-owner.ts';
import { hostFileIntegrity } from '../host/host-file-integrity.ts';
import { hostHardeningBaseline } from '../host/host-hardening-baseline.ts';
import { hostKernelAddressesRandom } from '../host/host-kernel-addresses-random.ts';
import { hostKernelCoreDumps } from '../host/host-kernel-core-dumps.ts';
import { hostKernelHardlinks } from '../host/host-kernel-hardlinks.ts';
import { hostKernelInformationHidden } from '../host/host-kernel-information-hidden.ts';
import { hostKernelMinimumVersion } from '../host/host-kernel-minimum-version.ts';
import { hostKernelModulesRestricted } from '../host/host-kernel-modules-restricted.ts';
import { hostKernelNetworkRedirects } from '../host/host-kernel-network-redirects.ts';
import { hostKernelRebooted } from '../host/host-kernel-rebooted.ts';
import { hostKernelUnprivilegedBpf } from '../host/host-kernel-unprivileged-bpf.ts';
import { hostListeningServices } from '../host/host-listening-services.ts';
import { hostLogRotation } from '../host/host-log-rotation.ts';
import { hostLoginsLockedOut } from '../host/host-logins-locked-out.ts';
import { hostMalwareScanned } from '../host/host-malware-scanned.ts';
import { hostMalwareScannerRuns } from '../host/host-malware-scanner-runs.ts';
import { hostOsSupported } from '../host/host-os-supported.ts';
import { hostPacketFilter } from '../host/host-packet-filter.ts';
import { hostPanicOnOom } from '../host/host-panic-on-oom.ts';
import { hostPasswordAge } from '../host/host-password-age.ts';
import { hostPasswordHistory } from '../host/host-password-history.ts';
import { hostPasswordQuality } from '../host/host-password-quality.ts';
import { hostPasswordsSet } from '../host/host-passwords-set.ts';
import { hostPatchNotices } from '../host/host-patch-notices.ts';
import { hostRegistryCertificatesMode } from '../host/host-registry-certificates-mode.ts';
import { hostRegistryCertificatesOwner } from '../host/host-registry-certificates-owner.ts';
import { hostRegistryCertificatesValid } from '../host/host-registry-certificates-valid.ts';
import { hostRootLogins } from '../host/host-root-logins.ts';
import { hostRuntimeDetection } from '../host/host-runtime-detection.ts';
import { hostSecurityModule } from '../host/host-security-module.ts';
import { hostServiceAccountsShell } from '../host/host-service-accounts-shell.ts';
import { hostSessionLimits } from '../host/host-session-limits.ts';
import { hostSshCryptography } from '../host/host-ssh-cryptography.ts';
import { hostSshLoginsBounded } from '../host/host-ssh-logins-bounded.ts';
import { hostSshPasswords } from '../host/host-ssh-passwords.ts';
import { hostSshRootLogin } from '../host/host-ssh-root-login.ts';
import { hostSshUsersNamed } from '../host/host-ssh-users-named.ts';
import { hostSubordinateIds } from '../host/host-subordinate-ids.ts';
import { hostSudoDockerNarrow } from '../host/host-sudo-docker-narrow.ts';
import { hostSudoLogged } from '../host/host-sudo-logged.ts';
import { hostSudoPassword } from '../host/host-sudo-password.ts';
import { hostTimeSynchronised } from '../host/host-time-synchronised.ts';
import { hostTlsCaMode } from '../host/host-tls-ca-mode.ts';
import { hostTlsCaOwner } from '../host/host-tls-ca-owner.ts';
import { hostTlsCertificateMode } from '../host/host-tls-certificate-mode.ts';
import { hostTlsCertificateOwner } from '../host/host-tls-certificate-owner.ts';
import { hostTlsKeyMode } from '../host/host-tls-key-mode.ts';
import { hostTlsKeyOwner } from '../host/host-tls-key-owner.ts';
import { hostTrustedBoot } from '../host/host-trusted-boot.ts';
import { hostUnitDropInsMode } from '../host/host-unit-drop-ins-mode.ts';
import { hostUnprivilegedPorts } from '../host/host-unprivileged-ports.ts';
import { hostUpdatesInstalled } from '../host/host-updates-installed.ts';
import { engineAuthorizationPlugin } from '../engine/engine-authorization-plugin.ts';
import { engineBackup } from '../engine/engine-backup.ts';
import { engineCentralLogging } from '../engine/engine-central-logging.ts';
import { engineConfigurationInForce } from '../engine/engine-configuration-in-force.ts';
import { engineContainerSprawl } from '../engine/engine-container-sprawl.ts';
import { engineContentTrust } from '../engine/engine-content-trust.ts';
import { engineDebugOff } from '../engine/engine-debug-off.ts';
import { engineDefaultAddress } from '../engine/engine-default-address.ts';
import { engineDefaultCgroup } from '../engine/engine-default-cgroup.ts';
import { engineDefaultLogRotation } from '../engine/engine-default-log-rotation.ts';
import { engineDefaultRuntime } from '../engine/engine-default-runtime.ts';
import { engineDefaultUlimits } from '../engine/engine-default-ulimits.ts';
import { engineImageSprawl } from '../engine/engine-image-sprawl.ts';
import { engineLiveRestore } from '../engine/engine-live-restore.ts';
import { engineLogLevel } from '../engine/engine-log-level.ts';
import { engineNoExperimental } from '../engine/engine-no-experimental.ts';
import { engineNoInsecureRegistries } from '../engine/engine-no-insecure-registries.ts';
import { engineNoNewPrivileges } from '../engine/engine-no-new-privileges.ts';
import { enginePacketFilter } from '../engine/engine-packet-filter.ts';
import { engineResourceAccounting } from '../engine/engine-resource-accounting.ts';
import { engineRootless } from '../engine/engine-rootless.ts';
import { engineSeccompDefault } from '../engine/engine-seccomp-default.ts';
import { engineStoppedContainers } from '../engine/engine-stopped-containers.ts';
import { engineStorageDriver } from '../engine/engine-storage-driver.ts';
import { engineSwarmUnneeded } from '../engine/engine-swarm-unneeded.ts';
import { engineTcpAddress } from '../engine/engine-tcp-address.ts';
import { engineTcpMutualTls } from '../engine/engine-tcp-mutual-tls.ts';
import { engineTenantsSeparateHosts } from '../engine/engine-tenants-separate-hosts.ts';
import { engineTlsCertificateLifetime } from '../engine/engine-tls-certificate-lifetime.ts';
import { engineTlsCertificateTrusted } from '../engine/engine-tls-certificate-trusted.ts';
import { engineTlsCiphers } from '../engine/engine-tls-ciphers.ts';
import { engineTlsKeyStrength } from '../engine/engine-tls-key-strength.ts';
import { engineTlsVersion } from '../engine/engine-tls-version.ts';
import { engineUserNamespaces } from '../engine/engine-user-namespaces.ts';
import { engineUserlandProxyOff } from '../engine/engine-userland-proxy-off.ts';
import { engineVersionSupported } from '../engine/engine-version-supported.ts';
import { engineWarningsNone } from '../engine/engine-warnings-none.ts';
import { swarmServicesReplicated } from '../workload/swarm-services-replicated.ts';
import { workloadApparmor } from '../workload/workload-apparmor.ts';
import { workloadAuthenticationRequired } from '../workload/workload-authentication-required.ts';
import { workloadBlockIo } from '../workload/workload-block-io.ts';
import { workloadBuildConfined } from '../workload/workload-build-confined.ts';
import { workloadCapabilities } from '../workload/workload-capabilities.ts';
import { workloadCapabilitiesDropped } from '../workload/workload-capabilities-dropped.ts';
import { workloadCentralLogging } from '../workload/workload-central-logging.ts';
import { workloadConfigurationInForce } from '../workload/workload-configuration-in-force.ts';
import { workloadCpuLimit } from '../workload/workload-cpu-limit.ts';
import { workloadDefaultCgroup } from '../workload/workload-default-cgroup.ts';
import { workloadDeployedAsIntended } from '../workload/workload-deployed-as-intended.ts';
import { workloadEgressControlled } from '../workload/workload-egress-controlled.ts';
import { workloadEngineMemoryKiller } from '../workload/workload-engine-memory-killer.ts';
import { workloadExposureAsIntended } from '../workload/workload-exposure-as-intended.ts';
import { workloadHealthCheck } from '../workload/workload-health-check.ts';
import { workloadImageAsIntended } from '../workload/workload-image-as-intended.ts';
import { workloadImageCurrent } from '../workload/workload-image-current.ts';
import { workloadImagePinned } from '../workload/workload-image-pinned.ts';
import { workloadLimitsAsIntended } from '../workload/workload-limits-as-intended.ts';
import { workloadLogRotation } from '../workload/workload-log-rotation.ts';
import { workloadMemoryLimit } from '../workload/workload-memory-limit.ts';
import { workloadMountsAsIntended } from '../workload/workload-mounts-as-intended.ts';
import { workloadMountsReadOnly } from '../workload/workload-mounts-read-only.ts';
import { workloadNoAddedGroups } from '../workload/workload-no-added-groups.ts';
import { workloadNoDefaultBridge } from '../workload/workload-no-default-bridge.ts';
import { workloadNoDeviceCgroupRules } from '../workload/workload-no-device-cgroup-rules.ts';
import { workloadNoEngineSocket } from '../workload/workload-no-engine-socket.ts';
import { workloadNoHostDevices } from '../workload/workload-no-host-devices.ts';
import { workloadNoHostIpc } from '../workload/workload-no-host-ipc.ts';
import { workloadNoHostListeners } from '../workload/workload-no-host-listeners.ts';
import { workloadNoHostNetwork } from '../workload/workload-no-host-network.ts';
import { workloadNoHostPid } from '../workload/workload-no-host-pid.ts';
import { workloadNoHostUserNamespace } from '../workload/workload-no-host-user-namespace.ts';
import { workloadNoHostUts } from '../workload/workload-no-host-uts.ts';
import { workloadNoLatestTag } from '../workload/workload-no-latest-tag.ts';
import { workloadNoNewPrivileges } from '../workload/workload-no-new-privileges.ts';
import { workloadNoOomKills } from '../workload/workload-no-oom-kills.ts';
import { workloadNoPrivilegedExec } from '../workload/workload-no-privileged-exec.ts';
import { workloadNoPrivilegedPorts } from '../workload/workload-no-privileged-ports.ts';
import { workloadNoRemoteShell } from '../workload/workload-no-remote-shell.ts';
import { workloadNoRootExec } from '../workload/workload-no-root-exec.ts';
import { workloadNoRuntimeAlerts } from '../workload/workload-no-runtime-alerts.ts';
import { workloadNoSecretsInBuildArguments } from '../workload/workload-no-secrets-in-build-arguments.ts';
import { workloadNoSecretsInEnvironment } from '../workload/workload-no-secrets-in-environment.ts';
import { workloadNoSensitiveMounts } from '../workload/workload-no-sensitive-mounts.ts';
import { workloadNoSharedPropagation } from '../workload/workload-no-shared-propagation.ts';
import { workloadNoWritableSystemMounts } from '../workload/workload-no-writable-system-mounts.ts';
import { workloadNonRootUser } from '../workload/workload-non-root-user.ts';
import { workloadNotPrivileged } from '../workload/workload-not-privileged.ts';
import { workloadNothingFetchedRun } from '../workload/workload-nothing-fetched-run.ts';
import { workloadPidsLimit } from '../workload/workload-pids-limit.ts';
import { workloadPlacedByTenant } from '../workload/workload-placed-by-tenant.ts';
import { workloadPortsAllowed } from '../workload/workload-ports-allowed.ts';
import { workloadPortsBoundToInterface } from '../workload/workload-ports-bound-to-interface.ts';
import { workloadPrivateCgroupNamespace } from '../workload/workload-private-cgroup-namespace.ts';
import { workloadPrivilegedApart } from '../workload/workload-privileged-apart.ts';
import { workloadPrivilegesAsIntended } from '../workload/workload-privileges-as-intended.ts';
import { workloadReadOnlyRoot } from '../workload/workload-read-only-root.ts';
import { workloadRegistryAllowed } from '../workload/workload-registry-allowed.ts';
import { workloadRestartBounded } from '../workload/workload-restart-bounded.ts';
import { workloadRestartStorm } from '../workload/workload-restart-storm.ts';
import { workloadSeccomp } from '../workload/workload-seccomp.ts';
import { workloadSelinux } from '../workload/workload-selinux.ts';
import { workloadSettingsAsIntended } from '../workload/workload-settings-as-intended.ts';
import { workloadShmSize } from '../workload/workload-shm-size.ts';
import { workloadSingleFunction } from '../workload/workload-single-function.ts';
import { workloadStorageBounded } from '../workload/workload-storage-bounded.ts';
import { workloadSwapLimit } from '../workload/workload-swap-limit.ts';
import { workloadSystemFilesUnchanged } from '../workload/workload-system-files-unchanged.ts';
import { workloadSystemPathsMasked } from '../workload/workload-system-paths-masked.ts';
import { workloadTenantLabelled } from '../workload/workload-tenant-labelled.ts';
import { workloadTenantVolumesSeparate } from '../workload/workload-tenant-volumes-separate.ts';
import { workloadTmpfsBounded } from '../workload/workload-tmpfs-bounded.ts';
import { workloadUlimits } from '../workload/workload-ulimits.ts';
import { workloadUserNamespaceMapped } from '../workload/workload-user-namespace-mapped.ts';
import { workloadUsesSecretStore } from '../workload/workload-uses-secret-store.ts';
import { workloadWorkingDirectory } from '../workload/workload-working-directory.ts';
import { imageAccountFilesProtected } from '../image/image-account-files-protected.ts';
import { imageArtefactsVerified } from '../image/image-artefacts-verified.ts';
import { imageAuthenticationRequired } from '../image/image-authentication-required.ts';
import { imageBaseTrusted } from '../image/image-base-trusted.ts';
import { imageCopyNotAdd } from '../image/image-copy-not-add.ts';
import { imageDigestExpected } from '../image/image-digest-expected.ts';
import { imageDownloadsVerified } from '../image/image-downloads-verified.ts';
import { imageFilesNotWorldWritable } from '../image/image-files-not-world-writable.ts';
import { imageFresh } from '../image/image-fresh.ts';
import { imageHealthCheck } from '../image/image-health-check.ts';
import { imageInUse } from '../image/image-in-use.ts';
import { imageLayersVerified } from '../image/image-layers-verified.ts';
import { imageNoAddUrl } from '../image/image-no-add-url.ts';
import { imageNoCredentials } from '../image/image-no-credentials.ts';
import { imageNoMalware } from '../image/image-no-malware.ts';
import { imageNoMutableTag } from '../image/image-no-mutable-tag.ts';
import { imageNoPipeToShell } from '../image/image-no-pipe-to-shell.ts';
import { imageNoPrivateKeys } from '../image/image-no-private-keys.ts';
import { imageNoRemoteShell } from '../image/image-no-remote-shell.ts';
import { imageNoSecrets } from '../image/image-no-secrets.ts';
import { imageNoSetuid } from '../image/image-no-setuid.ts';
import { imageNoSudo } from '../image/image-no-sudo.ts';
import { imageNoUpgradeAll } from '../image/image-no-upgrade-all.ts';
import { imageNoWorldWritable } from '../image/image-no-world-writable.ts';
import { imageNonRootUser } from '../image/image-non-root-user.ts';
import { imageNotCommitted } from '../image/image-not-committed.ts';
import { imageOsSupported } from '../image/image-os-supported.ts';
import { imagePackagesMinimal } from '../image/image-packages-minimal.ts';
import { imagePackagesVerified } from '../image/image-packages-verified.ts';
import { imageProvenance } from '../image/image-provenance.ts';
import { imageRegistryAllowed } from '../image/image-registry-allowed.ts';
import { imageScanned } from '../image/image-scanned.ts';
import { imageSingleFunction } from '../image/image-single-function.ts';
import { imageSourceLabelled } from '../image/image-source-labelled.ts';
import { imageUpdateWithInstall } from '../image/image-update-with-install.ts';
import { imageScanVulnerabilities } from '../image-scan/image-scan-vulnerabilities.ts';
import { dockerfileAccountFilesProtected } from '../dockerfile/dockerfile-account-files-protected.ts';
import { dockerfileAuthenticationRequired } from '../dockerfile/dockerfile-authentication-required.ts';
import { dockerfileBaseAllowed } from '../dockerfile/dockerfile-base-allowed.ts';
import { dockerfileBasePinned } from '../dockerfile/dockerfile-base-pinned.ts';
import { dockerfileCommandsSetOnce } from '../dockerfile/dockerfile-commands-set-once.ts';
import { dockerfileContextClean } from '../dockerfile/dockerfile-context-clean.ts';
import { dockerfileCopyNotAdd } from '../dockerfile/dockerfile-copy-not-add.ts';
import { dockerfileDownloadsVerified } from '../dockerfile/dockerfile-downloads-verified.ts';
import { dockerfileExposesSinglePorts } from '../dockerfile/dockerfile-exposes-single-ports.ts';
import { dockerfileFrontendTrusted } from '../dockerfile/dockerfile-frontend-trusted.ts';
import { dockerfileHealthCheck } from '../dockerfile/dockerfile-health-check.ts';
import { dockerfileNoAddUrl } from '../dockerfile/dockerfile-no-add-url.ts';
import { dockerfileNoDeprecated } from '../dockerfile/dockerfile-no-deprecated.ts';
import { dockerfileNoLatestBase } from '../dockerfile/dockerfile-no-latest-base.ts';
import { dockerfileNoPipeToShell } from '../dockerfile/dockerfile-no-pipe-to-shell.ts';
import { dockerfileNoPrivilegedPorts } from '../dockerfile/dockerfile-no-privileged-ports.ts';
import { dockerfileNoRemoteShell } from '../dockerfile/dockerfile-no-remote-shell.ts';
import { dockerfileNoSecretFiles } from '../dockerfile/dockerfile-no-secret-files.ts';
import { dockerfileNoSecrets } from '../dockerfile/dockerfile-no-secrets.ts';
import { dockerfileNoSetuid } from '../dockerfile/dockerfile-no-setuid.ts';
import { dockerfileNoSudo } from '../dockerfile/dockerfile-no-sudo.ts';
import { dockerfileNoUpgradeAll } from '../dockerfile/dockerfile-no-upgrade-all.ts';
import { dockerfileNoWorldWritable } from '../dockerfile/dockerfile-no-world-writable.ts';
import { dockerfileNonRootUser } from '../dockerfile/dockerfile-non-root-user.ts';
import { dockerfilePackageCacheRemoved } from '../dockerfile/dockerfile-package-cache-removed.ts';
import { dockerfilePackagesPinned } from '../dockerfile/dockerfile-packages-pinned.ts';
import { dockerfilePackagesVerified } from '../dockerfile/dockerfile-packages-verified.ts';
import { dockerfilePipeFailuresHeeded } from '../dockerfile/dockerfile-pipe-failures-heeded.ts';
import { dockerfileRunConfined } from '../dockerfile/dockerfile-run-confined.ts';
import { dockerfileSingleFunction } from '../dockerfile/dockerfile-single-function.ts';
import { dockerfileStagesNamedOnce } from '../dockerfile/dockerfile-stages-named-once.ts';
import { dockerfileUpdateWithInstall } from '../dockerfile/dockerfile-update-with-install.ts';
import { dockerfileWorkingDirectory } from '../dockerfile/dockerfile-working-directory.ts';
import { dockerfileWorkingDirectoryAbsolute } from '../dockerfile/dockerfile-working-directory-absolute.ts';
import { networkAsIntended } from '../network/network-as-intended.ts';
import { networkInterContainerTraffic } from '../network/network-inter-container-traffic.ts';
import { networkInternalForData } from '../network/network-internal-for-data.ts';
import { networkNoHostAccess } from '../network/network-no-host-access.ts';
import { networkNotAttachable } from '../network/network-not-attachable.ts';
import { networkOverlayEncrypted } from '../network/network-overlay-encrypted.ts';
import { networkTenantsSeparate } from '../network/network-tenants-separate.ts';
import { networkTiersSeparate } from '../network/network-tiers-separate.ts';
import { networkUnused } from '../network/network-unused.ts';
import { volumeAsIntended } from '../volume/volume-as-intended.ts';
import { volumeEncrypted } from '../volume/volume-encrypted.ts';
import { volumeNetworkEncryptedOptions } from '../volume/volume-network-encrypted-options.ts';
import { volumeNoSensitivePath } from '../volume/volume-no-sensitive-path.ts';
import { volumeOptionsSafe } from '../volume/volume-options-safe.ts';
import { volumeTenantsSeparate } from '../volume/volume-tenants-separate.ts';
import { volumeUnused } from '../volume/volume-unused.ts';
import { swarmAutolock } from '../swarm/swarm-autolock.ts';
import { swarmBackupRestored } from '../swarm/swarm-backup-restored.ts';
import { swarmControlPortBound } from '../swarm/swarm-control-port-bound.ts';
import { swarmControlPortTls } from '../swarm/swarm-control-port-tls.ts';
import { swarmJoinTokenRotated } from '../swarm/swarm-join-token-rotated.ts';
import { swarmManagerCount } from '../swarm/swarm-manager-count.ts';
import { swarmNodeCertificateLifetime } from '../swarm/swarm-node-certificate-lifetime.ts';
import { swarmPlanesSeparated } from '../swarm/swarm-planes-separated.ts';
import { swarmRootCertificateLifetime } from '../swarm/swarm-root-certificate-lifetime.ts';
import { swarmRootCertificateRotated } from '../swarm/swarm-root-certificate-rotated.ts';
import { swarmRootKeyStrength } from '../swarm/swarm-root-key-strength.ts';
import { swarmUnlockKeyRotated } from '../swarm/swarm-unlock-key-rotated.ts';
import { swarmNodeAddressPrivate } from '../swarm-node/swarm-node-address-private.ts';
import { swarmNodeLabelled } from '../swarm-node/swarm-node-labelled.ts';
import { swarmNodeManagersOnlyManage } from '../swarm-node/swarm-node-managers-only-manage.ts';
import { swarmNodesReady } from '../swarm-node/swarm-nodes-ready.ts';
import { swarmNodesSameEngine } from '../swarm-node/swarm-nodes-same-engine.ts';
import { secretConfigsNotSecret } from '../secret/secret-configs-not-secret.ts';
import { secretRotated } from '../secret/secret-rotated.ts';
import { secretStoreDriver } from '../secret/secret-store-driver.ts';
import { secretUsed } from '../secret/secret-used.ts';
import { registryAccountRequired } from '../registry-service/registry-account-required.ts';
import { registryCatalogClosed } from '../registry-service/registry-catalog-closed.ts';
import { registryCertificateTrusted } from '../registry-service/registry-certificate-trusted.ts';
import { registryTls } from '../registry-service/registry-tls.ts';
import { withPeriods } from './control-periods.ts';

const written = defineCatalog({
  id: 'plimsoll',
  version,
  controls: [
    hostAdminMultiFactor,
    hostAuditAccounts,
    hostAuditContainerLogs,
    hostAuditContainerd,
    hostAuditContainerdConfig,
    hostAuditContainerdRuntime,
    hostAuditContainerdShim,
    hostAuditContainerdShimRuncV1,
    hostAuditContainerdShims,
    hostAuditContainerdSocket,
    hostAuditDaemonConfig,
    hostAuditDaemonRunning,
    hostAuditDataRoot,
    hostAuditDiskFull,
    hostAuditDockerConfig,
    hostAuditDockerDefaults,
    hostAuditDockerService,
    hostAuditDockerSysconfig,
    hostAuditDockerd,
    hostAuditEngineSocket,
    hostAuditLogKept,
    hostAuditLogReaders,
    hostAuditLogWatched,
    hostAuditRaisedPrograms,
    hostAuditRefusedAccess,
    hostAuditRulesLoaded,
    hostAuditRulesLocked,
    hostAuditRunc,
    hostBackupRestored,
    hostContainerLogReaders,
    hostContainerOs,
    hostContainerdConfigMode,
    hostContainerdConfigOwner,
    hostContainerdSocketMode,
    hostContainerdSocketOwner,
    hostDaemonConfigMode,
    hostDaemonConfigOwner,
    hostDataEncrypted,
    hostDataRootSeparate,
    hostDataRootSpace,
    hostDedicatedToContainers,
    hostDetectionRuns,
    hostDockerClientKeyMode,
    hostDockerDefaultsMode,
    hostDockerDefaultsOwner,
    hostDockerDirectoryMode,
    hostDockerDirectoryOwner,
    hostDockerGroup,
    hostDockerServiceMode,
    hostDockerServiceOwner,
    hostDockerSocketUnitMode,
    hostDockerSocketUnitOwner,
    hostDockerSysconfigMode,
    hostDockerSysconfigOwner,
    hostEngineSocketMode,
    hostEngineSocketOwner,
    hostFileIntegrity,
    hostHardeningBaseline,
    hostKernelAddressesRandom,
    hostKernelCoreDumps,
    hostKernelHardlinks,
    hostKernelInformationHidden,
    hostKernelMinimumVersion,
    hostKernelModulesRestricted,
    hostKernelNetworkRedirects,
    hostKernelRebooted,
    hostKernelUnprivilegedBpf,
    hostListeningServices,
    hostLogRotation,
    hostLoginsLockedOut,
    hostMalwareScanned,
    hostMalwareScannerRuns,
    hostOsSupported,
    hostPacketFilter,
    hostPanicOnOom,
    hostPasswordAge,
    hostPasswordHistory,
    hostPasswordQuality,
    hostPasswordsSet,
    hostPatchNotices,
    hostRegistryCertificatesMode,
    hostRegistryCertificatesOwner,
    hostRegistryCertificatesValid,
    hostRootLogins,
    hostRuntimeDetection,
    hostSecurityModule,
    hostServiceAccountsShell,
    hostSessionLimits,
    hostSshCryptography,
    hostSshLoginsBounded,
    hostSshPasswords,
    hostSshRootLogin,
    hostSshUsersNamed,
    hostSubordinateIds,
    hostSudoDockerNarrow,
    hostSudoLogged,
    hostSudoPassword,
    hostTimeSynchronised,
    hostTlsCaMode,
    hostTlsCaOwner,
    hostTlsCertificateMode,
    hostTlsCertificateOwner,
    hostTlsKeyMode,
    hostTlsKeyOwner,
    hostTrustedBoot,
    hostUnitDropInsMode,
    hostUnprivilegedPorts,
    hostUpdatesInstalled,
    engineAuthorizationPlugin,
    engineBackup,
    engineCentralLogging,
    engineConfigurationInForce,
    engineContainerSprawl,
    engineContentTrust,
    engineDebugOff,
    engineDefaultAddress,
    engineDefaultCgroup,
    engineDefaultLogRotation,
    engineDefaultRuntime,
    engineDefaultUlimits,
    engineImageSprawl,
    engineLiveRestore,
    engineLogLevel,
    engineNoExperimental,
    engineNoInsecureRegistries,
    engineNoNewPrivileges,
    enginePacketFilter,
    engineResourceAccounting,
    engineRootless,
    engineSeccompDefault,
    engineStoppedContainers,
    engineStorageDriver,
    engineSwarmUnneeded,
    engineTcpAddress,
    engineTcpMutualTls,
    engineTenantsSeparateHosts,
    engineTlsCertificateLifetime,
    engineTlsCertificateTrusted,
    engineTlsCiphers,
    engineTlsKeyStrength,
    engineTlsVersion,
    engineUserNamespaces,
    engineUserlandProxyOff,
    engineVersionSupported,
    engineWarningsNone,
    swarmServicesReplicated,
    workloadApparmor,
    workloadAuthenticationRequired,
    workloadBlockIo,
    workloadBuildConfined,
    workloadCapabilities,
    workloadCapabilitiesDropped,
    workloadCentralLogging,
    workloadConfigurationInForce,
    workloadCpuLimit,
    workloadDefaultCgroup,
    workloadDeployedAsIntended,
    workloadEgressControlled,
    workloadEngineMemoryKiller,
    workloadExposureAsIntended,
    workloadHealthCheck,
    workloadImageAsIntended,
    workloadImageCurrent,
    workloadImagePinned,
    workloadLimitsAsIntended,
    workloadLogRotation,
    workloadMemoryLimit,
    workloadMountsAsIntended,
    workloadMountsReadOnly,
    workloadNoAddedGroups,
    workloadNoDefaultBridge,
    workloadNoDeviceCgroupRules,
    workloadNoEngineSocket,
    workloadNoHostDevices,
    workloadNoHostIpc,
    workloadNoHostListeners,
    workloadNoHostNetwork,
    workloadNoHostPid,
    workloadNoHostUserNamespace,
    workloadNoHostUts,
    workloadNoLatestTag,
    workloadNoNewPrivileges,
    workloadNoOomKills,
    workloadNoPrivilegedExec,
    workloadNoPrivilegedPorts,
    workloadNoRemoteShell,
    workloadNoRootExec,
    workloadNoRuntimeAlerts,
    workloadNoSecretsInBuildArguments,
    workloadNoSecretsInEnvironment,
    workloadNoSensitiveMounts,
    workloadNoSharedPropagation,
    workloadNoWritableSystemMounts,
    workloadNonRootUser,
    workloadNotPrivileged,
    workloadNothingFetchedRun,
    workloadPidsLimit,
    workloadPlacedByTenant,
    workloadPortsAllowed,
    workloadPortsBoundToInterface,
    workloadPrivateCgroupNamespace,
    workloadPrivilegedApart,
    workloadPrivilegesAsIntended,
    workloadReadOnlyRoot,
    workloadRegistryAllowed,
    workloadRestartBounded,
    workloadRestartStorm,
    workloadSeccomp,
    workloadSelinux,
    workloadSettingsAsIntended,
    workloadShmSize,
    workloadSingleFunction,
    workloadStorageBounded,
    workloadSwapLimit,
    workloadSystemFilesUnchanged,
    workloadSystemPathsMasked,
    workloadTenantLabelled,
    workloadTenantVolumesSeparate,
    workloadTmpfsBounded,
    workloadUlimits,
    workloadUserNamespaceMapped,
    workloadUsesSecretStore,
    workloadWorkingDirectory,
    imageAccountFilesProtected,
    imageArtefactsVerified,
    imageAuthenticationRequired,
    imageBaseTrusted,
    imageCopyNotAdd,
    imageDigestExpected,
    imageDownloadsVerified,
    imageFilesNotWorldWritable,
    imageFresh,
    imageHealthCheck,
    imageInUse,
    imageLayersVerified,
    imageNoAddUrl,
    imageNoCredentials,
    imageNoMalware,
    imageNoMutableTag,
    imageNoPipeToShell,
    imageNoPrivateKeys,
    imageNoRemoteShell,
    imageNoSecrets,
    imageNoSetuid,
    imageNoSudo,
    imageNoUpgradeAll,
    imageNoWorldWritable,
    imageNonRootUser,
    imageNotCommitted,
    imageOsSupported,
    imagePackagesMinimal,
    imagePackagesVerified,
    imageProvenance,
    imageRegistryAllowed,
    imageScanned,
    imageSingleFunction,
    imageSourceLabelled,
    imageUpdateWithInstall,
    imageScanVulnerabilities,
    dockerfileAccountFilesProtected,
    dockerfileAuthenticationRequired,
    dockerfileBaseAllowed,
    dockerfileBasePinned,
    dockerfileCommandsSetOnce,
    dockerfileContextClean,
    dockerfileCopyNotAdd,
    dockerfileDownloadsVerified,
    dockerfileExposesSinglePorts,
    dockerfileFrontendTrusted,
    dockerfileHealthCheck,
    dockerfileNoAddUrl,
    dockerfileNoDeprecated,
    dockerfileNoLatestBase,
    dockerfileNoPipeToShell,
    dockerfileNoPrivilegedPorts,
    dockerfileNoRemoteShell,
    dockerfileNoSecretFiles,
    dockerfileNoSecrets,
    dockerfileNoSetuid,
    dockerfileNoSudo,
    dockerfileNoUpgradeAll,
    dockerfileNoWorldWritable,
    dockerfileNonRootUser,
    dockerfilePackageCacheRemoved,
    dockerfilePackagesPinned,
    dockerfilePackagesVerified,
    dockerfilePipeFailuresHeeded,
    dockerfileRunConfined,
    dockerfileSingleFunction,
    dockerfileStagesNamedOnce,
    dockerfileUpdateWithInstall,
    dockerfileWorkingDirectory,
    dockerfileWorkingDirectoryAbsolute,
    networkAsIntended,
    networkInterContainerTraffic,
    networkInternalForData,
    networkNoHostAccess,
    networkNotAttachable,
    networkOverlayEncrypted,
    networkTenantsSeparate,
    networkTiersSeparate,
    networkUnused,
    volumeAsIntended,
    volumeEncrypted,
    volumeNetworkEncryptedOptions,
    volumeNoSensitivePath,
    volumeOptionsSafe,
    volumeTenantsSeparate,
    volumeUnused,
    swarmAutolock,
    swarmBackupRestored,
    swarmControlPortBound,
    swarmControlPortTls,
    swarmJoinTokenRotated,
    swarmManagerCount,
    swarmNodeCertificateLifetime,
    swarmPlanesSeparated,
    swarmRootCertificateLifetime,
    swarmRootCertificateRotated,
    swarmRootKeyStrength,
    swarmUnlockKeyRotated,
    swarmNodeAddressPrivate,
    swarmNodeLabelled,
    swarmNodeManagersOnlyManage,
    swarmNodesReady,
    swarmNodesSameEngine,
    secretConfigsNotSecret,
    secretRotated,
    secretStoreDriver,
    secretUsed,
    registryAccountRequired,
    registryCatalogClosed,
    registryCertificateTrusted,
    registryTls,
  ],
});

/** Any control of the built-in catalog; leaving out nothing gives the union this name, by which the compiler then calls it. */
export type BuiltinControl = Exclude<(typeof written)['controls'][number], never>;

/** The built-in catalog. */
export const builtin: Catalog<BuiltinControl> = withPeriods<BuiltinControl>(written);

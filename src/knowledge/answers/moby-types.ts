import type { Each, Keys, KeysBelow } from './answer-keys.ts';

/**
 * The keys of moby's own types, by their struct tags: a field with `omitempty` is optional, unless it is a structure or
 * a time, which Go never takes for empty; every other is sent always, and a list, a map or a pointer perhaps as `null`.
 * A field with `omitempty` that moby gives a value in every case stands under `always`, with the reason.
 *
 * @see https://github.com/moby/moby/tree/v26.1.5/api/types
 * @see https://github.com/moby/moby/tree/docker-v29.0.0/api/types
 */

const each = (item: KeysBelow): Each => ({ each: item });

const healthConfig: Keys = { always: [], optional: ['Test', 'Interval'] };

const ulimit: Keys = { always: ['Name', 'Soft', 'Hard'] };

const portBindings = each(each({ always: ['HostIp', 'HostPort'] }));

const throttleDevice: Keys = { always: ['Path', 'Rate'] };

/** `container/hostconfig.go` HostConfig, with Resources in it. */
const hostConfig: Keys = {
  always: [
    ...['Privileged', 'CapAdd', 'CapDrop', 'GroupAdd', 'SecurityOpt', 'MaskedPaths'],
    ...['ReadonlyPaths', 'PidMode', 'IpcMode', 'NetworkMode', 'UTSMode', 'UsernsMode'],
    ...['CgroupnsMode', 'ReadonlyRootfs', 'PortBindings', 'PublishAllPorts', 'RestartPolicy'],
    ...['LogConfig', 'Devices', 'DeviceCgroupRules', 'DeviceRequests', 'Memory'],
    ...['MemoryReservation', 'MemorySwap', 'NanoCpus', 'CpuQuota', 'CpuPeriod', 'CpuShares'],
    ...['CpusetCpus', 'PidsLimit', 'Ulimits', 'BlkioWeight', 'BlkioDeviceReadBps'],
    ...['BlkioDeviceWriteBps', 'BlkioDeviceReadIOps', 'BlkioDeviceWriteIOps', 'OomKillDisable'],
    ...['ShmSize', 'CgroupParent', 'Dns', 'DnsSearch', 'DnsOptions', 'ExtraHosts'],
  ],
  optional: ['Init', 'Binds', 'Tmpfs', 'Mounts', 'StorageOpt', 'Runtime', 'Sysctls'],
  under: {
    PortBindings: portBindings,
    RestartPolicy: { always: ['Name', 'MaximumRetryCount'] },
    LogConfig: { always: ['Type', 'Config'] },
    Mounts: each({
      // What is mounted has a type and a place.
      always: ['Type', 'Target'],
      optional: ['TmpfsOptions'],
      under: { TmpfsOptions: { always: [], optional: ['SizeBytes', 'Options'] } },
    }),
    Devices: each({ always: ['PathOnHost', 'PathInContainer', 'CgroupPermissions'] }),
    DeviceRequests: each({ always: ['Driver', 'Capabilities'] }),
    Ulimits: each(ulimit),
    BlkioDeviceReadBps: each(throttleDevice),
    BlkioDeviceWriteBps: each(throttleDevice),
    BlkioDeviceReadIOps: each(throttleDevice),
    BlkioDeviceWriteIOps: each(throttleDevice),
  },
};

/** `container/config.go` Config. */
const containerConfig: Keys = {
  always: ['User', 'WorkingDir', 'Env', 'Image', 'Labels'],
  optional: ['Healthcheck', 'ExposedPorts', 'StopTimeout'],
  under: { Healthcheck: healthConfig },
};

/** `container/container.go` Summary. */
export const containerSummaries = each({ always: ['Id', 'Names'] });

/** `container/container.go` InspectResponse; `types.go` ContainerJSON before API 1.48. */
export const containerInspect: Keys = {
  always: [
    ...['Id', 'Name', 'Created', 'Path', 'Args', 'Image', 'State', 'RestartCount', 'ExecIDs'],
    ...['AppArmorProfile', 'ProcessLabel', 'HostConfig', 'Mounts', 'Config', 'NetworkSettings'],
  ],
  neverNull: ['Mounts'],
  under: {
    State: {
      always: ['Status', 'Pid', 'OOMKilled', 'ExitCode', 'StartedAt', 'FinishedAt'],
      optional: ['Health'],
      under: { Health: { always: ['Status', 'FailingStreak'] } },
    },
    HostConfig: hostConfig,
    Mounts: each({
      // Every mount point has a type since API 1.20.
      always: ['Type', 'Source', 'Destination', 'RW', 'Propagation'],
      optional: ['Name', 'Driver'],
    }),
    Config: containerConfig,
    NetworkSettings: {
      always: ['Ports', 'Networks'],
      under: { Ports: portBindings, Networks: each({ always: ['NetworkID'] }) },
    },
  },
};

/** `daemon/internal/execbackend` and `api/types/backend` ExecInspect: its ids and flags are pointers that are always set. */
export const execInspect: Keys = {
  always: ['ID', 'Running', 'Pid', 'ProcessConfig'],
  under: {
    ProcessConfig: { always: ['privileged', 'entrypoint', 'arguments'], optional: ['user'] },
  },
};

/** `container/filesystem_change.go` FilesystemChange. */
export const filesystemChanges = each({ always: ['Path', 'Kind'] });

/** `container/top_response.go` TopResponse. */
export const topResponse: Keys = { always: ['Titles', 'Processes'] };

/** `types.go` Version, of a daemon that reports its components since API 1.35. */
export const version: Keys = {
  always: [
    ...['Version', 'ApiVersion', 'Os', 'Arch'],
    // A release of its own has both of them, and the kernel's version is read when it starts.
    ...['Components', 'KernelVersion', 'BuildTime'],
  ],
  under: { Components: each({ always: ['Name'] }) },
};

/** `system/info.go` Info. */
export const info: Keys = {
  always: [
    ...['ID', 'Name', 'OperatingSystem', 'DockerRootDir', 'Driver', 'DriverStatus'],
    // Empty on Windows alone.
    'CgroupVersion',
    ...['CgroupDriver', 'SecurityOptions', 'ExperimentalBuild', 'LiveRestoreEnabled', 'Debug'],
    ...['LoggingDriver', 'MemoryLimit', 'SwapLimit', 'PidsLimit', 'CpuCfsQuota', 'CPUShares'],
    ...['CPUSet', 'DefaultRuntime', 'Runtimes', 'RegistryConfig', 'Plugins', 'Swarm', 'Labels'],
    ...['Containers', 'ContainersRunning', 'ContainersPaused', 'ContainersStopped', 'Images'],
    'Warnings',
  ],
  under: {
    RegistryConfig: {
      always: ['InsecureRegistryCIDRs', 'IndexConfigs', 'Mirrors'],
      under: { IndexConfigs: each({ always: ['Name', 'Secure'] }) },
    },
    Plugins: { always: ['Authorization', 'Log', 'Network', 'Volume'] },
    Swarm: {
      always: ['LocalNodeState', 'ControlAvailable', 'NodeID', 'NodeAddr', 'RemoteManagers'],
      optional: ['Nodes'],
      under: { RemoteManagers: each({ always: ['NodeID', 'Addr'] }) },
    },
  },
};

/** `plugin/plugin.go` Plugin; `plugin.go` before API 1.52. */
export const plugins = each({
  always: ['Name', 'Enabled', 'Config'],
  under: {
    Config: { always: ['Interface'], under: { Interface: { always: ['Types'] } } },
  },
});

/** `image/summary.go` Summary. */
export const imageSummaries = each({ always: ['Id', 'RepoTags'] });

const imageKeys: Keys = {
  always: ['Id', 'RepoTags', 'RepoDigests', 'Os', 'Architecture', 'Size', 'RootFS', 'Config'],
  optional: ['Created', 'Manifests', 'Identity'],
};

const belowImage = {
  RootFS: { always: [], optional: ['Layers'] },
  Manifests: each({ always: ['Kind'] }),
  Identity: {
    always: [],
    optional: ['Signature', 'Pull', 'Build'],
    under: {
      Signature: each({ always: [], optional: ['Name', 'Error'] }),
      Pull: each({ always: [], optional: ['Repository'] }),
    },
  },
} as const;

/** What `docker commit` leaves of the container, beside what an image says of itself. */
const imageConfigKeys = [
  ...['User', 'WorkingDir', 'Env', 'Volumes', 'Entrypoint', 'Cmd', 'Labels'],
  ...['Hostname', 'Image'],
];

/** `types.go` ImageInspect, whose configuration is that of a container, up to API 1.49. */
export const imageInspect: Keys = {
  ...imageKeys,
  under: {
    ...belowImage,
    Config: {
      always: imageConfigKeys,
      optional: ['ExposedPorts', 'Healthcheck'],
      under: { Healthcheck: healthConfig },
    },
  },
};

/** `image/image_inspect.go` InspectResponse, whose configuration is OCI's own, in which all is optional. */
export const ociImageInspect: Keys = {
  ...imageKeys,
  under: {
    ...belowImage,
    Config: {
      always: [],
      optional: [...imageConfigKeys, 'ExposedPorts', 'Healthcheck'],
      under: { Healthcheck: healthConfig },
    },
  },
};

/** `image/image_history.go` HistoryResponseItem. */
export const imageHistory = each({ always: ['CreatedBy', 'Comment', 'Size', 'Created'] });

/** `network/network_types.go` Summary; `types.go` NetworkResource before API 1.44. */
export const networkSummaries = each({ always: ['Id', 'Name'] });

/** `network/network_types.go` Inspect. */
export const networkInspect: Keys = {
  always: [
    ...['Id', 'Name', 'Created', 'Scope', 'Driver', 'EnableIPv6', 'Internal', 'Attachable'],
    ...['Ingress', 'IPAM', 'Containers', 'Options', 'Labels'],
  ],
  under: {
    IPAM: {
      always: ['Config'],
      under: { Config: each({ always: [], optional: ['Subnet'] }) },
    },
  },
};

/** `volume/list_response.go` ListResponse. */
export const volumeList: Keys = {
  always: ['Volumes'],
  under: { Volumes: each({ always: ['Name'] }) },
};

/** `volume/volume.go` Volume. */
export const volumeInspect: Keys = {
  always: ['Name', 'Driver', 'Scope', 'Mountpoint', 'Options', 'Labels'],
  // A driver of a plugin need not know when it made a volume.
  optional: ['CreatedAt'],
};

/** `swarm/swarm.go` Swarm, with ClusterInfo in it. */
export const swarm: Keys = {
  always: ['ID', 'CreatedAt', 'Spec', 'TLSInfo', 'RootRotationInProgress', 'DataPathPort'],
  under: {
    Spec: {
      // Every Swarm is called `default`, and has an age of its certificates.
      always: ['Name', 'Labels', 'EncryptionConfig', 'CAConfig'],
      under: {
        EncryptionConfig: { always: ['AutoLockManagers'] },
        CAConfig: { always: ['NodeCertExpiry'], optional: ['ExternalCAs'] },
      },
    },
    // The manager that answers has a root certificate, or it had no Swarm.
    TLSInfo: { always: ['TrustRoot'] },
  },
};

/** `swarm/node.go` Node. */
export const swarmNode: Keys = {
  always: ['ID', 'Spec', 'Description', 'Status'],
  optional: ['ManagerStatus'],
  under: {
    // Role, availability and state are enumerations, and each value has a word.
    Spec: { always: ['Role', 'Availability', 'Labels'] },
    Description: {
      always: ['Engine'],
      optional: ['Hostname'],
      under: { Engine: { always: [], optional: ['EngineVersion', 'Labels'] } },
    },
    Status: { always: ['State'], optional: ['Addr'] },
    ManagerStatus: { always: ['Reachability'], optional: ['Leader'] },
  },
};

/** An item of the lists of a Swarm: swarmkit refuses what has no name, but for nodes, which never have one. */
export const swarmItems = each({
  always: ['ID', 'Spec'],
  under: { Spec: { always: [], optional: ['Name'] } },
});

const storedKeys = ['ID', 'CreatedAt', 'UpdatedAt', 'Spec'];

const secretSpec = {
  always: ['Name', 'Labels'],
  optional: ['Driver'],
  under: { Driver: { always: ['Name'] } },
} as const;

/** `swarm/secret.go` Secret. */
export const swarmSecret: Keys = { always: storedKeys, under: { Spec: secretSpec } };

/** `swarm/config.go` Config: swarmkit refuses one without content. */
export const swarmConfig: Keys = {
  always: storedKeys,
  under: { Spec: { ...secretSpec, always: [...secretSpec.always, 'Data'] } },
};

/** `swarm/task.go` Task. */
export const swarmTasks = each({
  // Tasks that attach a container to a network belong to no service, and one that waits has no container.
  always: ['Status'],
  optional: ['ServiceID'],
  under: {
    Status: {
      always: [],
      optional: ['ContainerStatus'],
      under: { ContainerStatus: { always: [], optional: ['ContainerID'] } },
    },
  },
});

const driver: Keys = { always: ['Name'], optional: ['Options'] };

/** `swarm/container.go` ContainerSpec. */
const containerSpec: Keys = {
  // swarmkit refuses one without an image.
  always: ['Image'],
  optional: [
    ...['Labels', 'Command', 'Args', 'Env', 'User', 'Dir', 'Groups', 'Privileges', 'ReadOnly'],
    ...['Mounts', 'Healthcheck', 'CapabilityAdd', 'CapabilityDrop', 'Ulimits', 'Secrets'],
    ...['Configs', 'Sysctls', 'DNSConfig', 'Hosts', 'StopGracePeriod'],
  ],
  under: {
    Privileges: {
      always: ['SELinuxContext'],
      // Reported from API 1.44 on.
      optional: ['Seccomp', 'AppArmor', 'NoNewPrivileges'],
      under: {
        SELinuxContext: { always: ['Disable', 'Type'] },
        Seccomp: { always: ['Mode'], optional: ['Profile'] },
        AppArmor: { always: ['Mode'] },
      },
    },
    Mounts: each({
      // The type is an enumeration, and each value has a word; swarmkit refuses a mount without a target.
      always: ['Type', 'Target'],
      optional: ['Source', 'ReadOnly', 'BindOptions', 'VolumeOptions', 'TmpfsOptions'],
      under: {
        BindOptions: { always: [], optional: ['Propagation'] },
        VolumeOptions: {
          always: [],
          optional: ['DriverConfig'],
          under: { DriverConfig: { always: [], optional: ['Name', 'Options'] } },
        },
        TmpfsOptions: { always: [], optional: ['SizeBytes'] },
      },
    }),
    Healthcheck: healthConfig,
    Ulimits: each(ulimit),
    Secrets: each({ always: ['SecretID'] }),
    Configs: each({ always: ['ConfigID'] }),
    DNSConfig: { always: [], optional: ['Nameservers', 'Search', 'Options'] },
  },
};

/** `swarm/service.go` Service. */
export const swarmService: Keys = {
  always: ['ID', 'CreatedAt', 'Spec', 'Endpoint'],
  under: {
    Spec: {
      always: ['Name', 'Labels', 'TaskTemplate', 'Mode'],
      under: {
        TaskTemplate: {
          always: [],
          // A service that runs a plugin has no containers.
          optional: [
            'ContainerSpec',
            'Resources',
            'RestartPolicy',
            'Placement',
            'Networks',
            'LogDriver',
          ],
          under: {
            ContainerSpec: containerSpec,
            Resources: {
              always: [],
              optional: ['Limits', 'Reservations'],
              under: {
                Limits: { always: [], optional: ['NanoCPUs', 'MemoryBytes', 'Pids'] },
                Reservations: { always: [], optional: ['MemoryBytes'] },
              },
            },
            // The condition is an enumeration, and each value has a word.
            RestartPolicy: { always: ['Condition'], optional: ['MaxAttempts'] },
            Placement: { always: [], optional: ['Constraints'] },
            Networks: each({ always: ['Target'] }),
            LogDriver: driver,
          },
        },
        Mode: {
          always: [],
          optional: ['Replicated', 'Global', 'ReplicatedJob', 'GlobalJob'],
          under: {
            Replicated: { always: ['Replicas'] },
            ReplicatedJob: { always: [], optional: ['TotalCompletions', 'MaxConcurrent'] },
          },
        },
      },
    },
    Endpoint: {
      always: [],
      optional: ['Ports'],
      under: {
        Ports: each({
          // Protocol and mode are enumerations, and each value has a word; no port of a container is 0.
          always: ['Protocol', 'TargetPort', 'PublishMode'],
          optional: ['PublishedPort'],
        }),
      },
    },
  },
};

import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from './subject.ts';
import { classifiedValue, healthCheck, instant, labels, user } from './shared.ts';

/** Where a description of a container came from. */
const origins = ['container', 'compose-service', 'swarm-service'] as const;

/**
 * One kind of namespace of a container.
 * `mode` is what was asked for; `resolved` is where a chain of `container:` ends.
 */
const namespace = z.object({
  /** What was asked for: its own, the host's, another container's, its own that others may join, or none. */
  mode: z.enum(['private', 'host', 'container', 'shareable', 'none']),
  /** The containers joined, nearest first; empty unless `mode` is `container`. */
  chain: z.array(z.string()),
  /** `host` when the namespace is the host's, by whatever path; `private` otherwise. */
  resolved: z.enum(['private', 'host']),
});

const mount = z.object({
  /** What is mounted. */
  type: z.enum(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']),
  /** Host path of a bind, name of a volume, `''` of a tmpfs. */
  source: z.string(),
  /**
   * The host path that is really exposed: symbolic links followed, a volume's device option looked
   * through. `null` when nothing of the host's own tree is exposed.
   */
  hostPath: z.string().nullable(),
  /** Path in the container. */
  target: z.string(),
  /** Whether the container may only read it. */
  readOnly: z.boolean(),
  /** `''` means the engine's default, rprivate. */
  propagation: z.enum(['', 'private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared']),
  /** Of a tmpfs, the most bytes that it takes; 0 means that no size was given. Absent of everything else. */
  sizeBytes: z.number().nonnegative().optional(),
  /** Set where a Compose file gives a secret or a config that is a file; a Swarm gives it without a mount. */
  stored: z.literal(true).optional(),
});

const port = z.object({
  /** Host address that listens; `0.0.0.0` and `::` are all interfaces; never empty. */
  hostAddress: z.string(),
  /** Port of the host; `null` means that the engine picks a free one. */
  hostPort: z.number().int().min(1).max(65_535).nullable(),
  /** Port that the container listens on. */
  containerPort: z.number().int().min(1).max(65_535),
  /** Protocol of both ports. */
  protocol: z.enum(['tcp', 'udp', 'sctp']),
});

const resources = z.object({
  /** Hard limit in bytes; 0 means unlimited. */
  memoryBytes: z.number().nonnegative(),
  /** Soft limit in bytes; 0 means none. */
  memoryReservationBytes: z.number().nonnegative(),
  /** Memory and swap together in bytes; 0 means unset (twice the memory), -1 unlimited swap. */
  memorySwapBytes: z.number().min(-1),
  /** Processors it may use at most, from whichever of `--cpus`, quota and period was used; 0 means unlimited. */
  cpus: z.number().nonnegative(),
  /** Relative weight; 0 means unset, and 1024 is the kernel's default, so that it is unset as well. */
  cpuShares: z.number().int().nonnegative(),
  /** Processors it is pinned to, as the kernel writes lists; `''` means any. */
  cpuset: z.string(),
  /** Processes at most; 0 and -1 mean unlimited. */
  pidsLimit: z.number().int().min(-1),
  /** Limits of its own, which win over the engine's defaults. */
  ulimits: z.array(
    z.object({
      /** As `ulimit` calls it, `nofile`. */
      name: z.string(),
      /** What holds until it is raised; counted in what the limit is of, -1 means unlimited. */
      soft: z.number(),
      /** How far it may be raised, counted likewise; -1 means unlimited. */
      hard: z.number(),
    }),
  ),
  /** Block I/O weight, 10 to 1000; 0 means unset. */
  blkioWeight: z.number().int().nonnegative(),
  /** Block I/O rates at most, for each device; empty means none. */
  blkioLimits: z.array(
    z.object({
      /** Path of the device on the host. */
      device: z.string(),
      /** What is limited. */
      what: z.enum(['readBytes', 'writeBytes', 'readOperations', 'writeOperations']),
      /** Bytes or operations a second; 0 means no limit. */
      perSecond: z.number().nonnegative(),
    }),
  ),
  /** Most bytes of its own writable layer; 0 means that no size was given. */
  storageBytes: z.number().nonnegative(),
  /** Whether the kernel may not kill it when memory runs out. */
  oomKillDisabled: z.boolean(),
  /** Bytes of /dev/shm; 0 means the engine's default (64 MiB). */
  shmBytes: z.number().nonnegative(),
  /** `''` means the engine's default parent. */
  cgroupParent: z.string(),
});

const security = z.object({
  /** Which system calls it may make. */
  seccomp: z.object({
    /** `default` is the engine's own profile; `unconfined` none at all; `custom` a profile of the user's. */
    mode: z.enum(['default', 'unconfined', 'custom']),
    /** For `custom`: whether the profile's default action lets every call through that it does not name. */
    allowsAll: z.boolean(),
    /**
     * For `custom`: the dangerous calls that it lets through to a container with the engine's default
     * capabilities, sorted. `clone` stands here when it may make user namespaces. Absent for the others.
     */
    allowedDangerous: z.array(z.string()).optional(),
  }),
  /** How AppArmor confines it. */
  apparmor: z.object({
    /** Name of the profile; `''` means that none is applied. */
    profile: z.string(),
    /** Whether it asked not to be confined. */
    unconfined: z.boolean(),
  }),
  /** How SELinux labels it. */
  selinux: z.object({
    /** Process label in force; `''` means that none is applied. */
    label: z.string(),
    /** Whether it asked for no label of its own. */
    disabled: z.boolean(),
  }),
  /** Whether its processes can gain no rights by setuid programs. */
  noNewPrivileges: z.boolean(),
  /** Whether the engine's masked and read-only paths under /proc and /sys were lifted. */
  systemPathsUnconfined: z.boolean(),
});

/** What the kernel says of the first process; a gap where the host's /proc cannot be read. */
const kernelState = z.object({
  /** Numeric user id, as the host numbers it; 0 is root. */
  uid: z.number().int().nonnegative(),
  /** Numeric group id, as the host numbers it; 0 is root's. */
  gid: z.number().int().nonnegative(),
  /** Effective capabilities, normalised. */
  capabilities: z.array(z.string()),
  /** Whether it can gain no rights by setuid programs. */
  noNewPrivileges: z.boolean(),
  /** 0 is off, 1 strict, 2 a filter. */
  seccomp: z.number().int().min(0).max(2),
});

/** Starts and ends of a container, by the engine. */
const lifecycle = z.object({
  /** Times that the engine started it again by its restart policy, since a person or a program last did. */
  restartCount: z.number().int().nonnegative(),
  /** When it was last started; `null` when it never was. */
  startedAt: instant.nullable(),
  /** When it last ended; `null` when it never did. */
  finishedAt: instant.nullable(),
  /** Whether the kernel ended it, in its last run, because its memory was used up. */
  oomKilled: z.boolean(),
  /** Exit code of the last run that ended; 0 also when none did. */
  exitCode: z.number().int(),
});

/** A further command in a running container (`docker exec`), as long as the engine remembers it. */
const session = z.object({
  /** As the engine calls it. */
  id: z.string(),
  /** Whom the command runs as; the container's own user when none was named. */
  user,
  /** Whether it has every right, whatever the container has. */
  privileged: z.boolean(),
  /** Whether it runs now. */
  running: z.boolean(),
  /** Base name of the program. */
  program: z.string(),
  /** Whether it is the container's own health check. */
  healthCheck: z.boolean(),
});

/** A TCP socket that listens. */
const socket = z.object({
  /** `0.0.0.0` and `::` are all interfaces. */
  address: z.string(),
  /** TCP port. */
  port: z.number().int().min(1).max(65_535),
});

const process = z.object({
  /** As the host numbers it. */
  pid: z.number().int().positive(),
  /** As the host numbers it; `null` where only a name came back and it could not be resolved. */
  uid: z.number().int().nonnegative().nullable(),
  /** Base name of the program that runs: of the executable itself where /proc can be read, else of the first argument. */
  program: z.string(),
});

const workloadSchema = z.object({
  /** What describes it: an engine's container, a Compose file, or a Swarm. */
  origin: z.enum(origins),
  /** `declared` for what only a file or a service describes; the engine's own word otherwise. */
  state: z.enum([
    'declared',
    'created',
    'running',
    'paused',
    'restarting',
    'removing',
    'exited',
    'dead',
    'stopping',
  ]),
  /** When it was made; `null` where nothing says so. */
  createdAt: instant.nullable(),
  /** The image that it is made from. */
  image: z.object({
    /** As it was asked for: name, tag, digest or id. */
    reference: z.string(),
    /** Id of the image in use, `sha256:…`; `null` when there is none yet. */
    id: z.string().nullable(),
    /** Host part of the reference, `docker.io` when it has none; `''` when the reference is an id. */
    registry: z.string(),
    /** `null` when the reference has none, which means `latest` unless there is a digest. */
    tag: z.string().nullable(),
    /** `sha256:…` when the reference pins one; `null` when it does not. */
    digest: z.string().nullable(),
  }),
  /** Whom its first process starts as. */
  user,
  /** Further groups of the first process, as they were asked for: numbers, or names of the image's own group file. */
  groups: z.array(z.string()),
  /** Whether it has every right of the host's root (`--privileged`). */
  privileged: z.boolean(),
  /** Rights of root, one by one. */
  capabilities: z.object({
    /** Upper case, without `CAP_`, sorted; `ALL` stays as it is. */
    added: z.array(z.string()),
    /** Upper case, without `CAP_`, sorted; `ALL` stays as it is. */
    dropped: z.array(z.string()),
    /** What it holds in the end: the engine's default set, less dropped, plus added; all when privileged. */
    effective: z.array(z.string()),
  }),
  /** What confines it beside its rights. */
  security,
  /** What it sees of the host, and shares with others. */
  namespaces: z.object({
    /** Processes. */
    pid: namespace,
    /** Shared memory and message queues. */
    ipc: namespace,
    /** Network interfaces and ports. */
    network: namespace,
    /** Host name. */
    uts: namespace,
    /** Numbers of users and groups. */
    user: namespace,
    /** Control groups. */
    cgroup: namespace,
  }),
  /** Networks that it is on, or will be when it starts. */
  networks: z.array(
    z.object({
      /** As the engine calls it. */
      name: z.string(),
      /** Id of the network among the subjects. */
      id: z.string(),
    }),
  ),
  /** What is mounted into it. */
  mounts: z.array(mount),
  /** Devices of the host that it may use; `--privileged` gives all without one being here. */
  devices: z.array(
    z.object({
      /** Path on the host. */
      hostPath: z.string(),
      /** Path in the container. */
      containerPath: z.string(),
      /** Any of r, w and m. */
      permissions: z.string(),
    }),
  ),
  /** Rules of the device cgroup, as the kernel writes them. */
  deviceRules: z.array(z.string()),
  /** Devices asked for through a driver, such as GPUs. */
  deviceRequests: z.array(
    z.object({
      /** `nvidia`, …; `''` leaves it to the engine. */
      driver: z.string(),
      /** What the device must be able to do, as `gpu`. */
      capabilities: z.array(z.string()),
    }),
  ),
  /** Ports that are published on the host. */
  ports: z.array(port),
  /** What it may use at most. */
  resources,
  /** Whether it cannot write to the file system of its image. */
  readOnlyRootFilesystem: z.boolean(),
  /** Whether it is started again when it ends. */
  restart: z.object({
    /** When it is started again. */
    policy: z.enum(['no', 'on-failure', 'always', 'unless-stopped']),
    /** Tries at most; 0 means without end. */
    maximumRetries: z.number().int().nonnegative(),
  }),
  /** How the engine sees whether it is well. */
  healthCheck,
  /** Where its output goes. */
  logging: z.object({
    /** Log driver; `none` keeps nothing. */
    driver: z.string(),
    /** Options, values that look like secrets removed. */
    options: z.record(z.string(), z.string()),
  }),
  /** Labels, less the values that look like secrets. */
  labels,
  /** Labels whose value was dropped because it looks like a secret. */
  secretLabels: z.array(classifiedValue),
  /** Values are never kept. */
  environment: z.array(classifiedValue),
  /** Entrypoint and arguments, secrets removed. */
  command: z.array(z.string()),
  /** Of what a Compose file describes, the arguments that it gives, secrets removed; absent where it gives none. */
  givenArguments: z.array(z.string()).optional(),
  /** Rules that found something like a secret in the command. */
  secretArguments: z.array(z.string()),
  /** The first process as the kernel sees it; absent unless running. */
  kernel: kernelState.optional(),
  /** What runs in it; absent unless running. */
  processes: z.array(process).optional(),
  /**
   * The host's number for the user 0 of its user namespace: 0 is root of the host, `null` means that 0 is
   * nobody there. Absent unless running.
   */
  rootUid: z.number().int().nonnegative().nullable().optional(),
  /** TCP sockets that it listens on where its network is the host's; absent elsewhere, and unless running. */
  listeners: z.array(socket).optional(),
  /** Further commands in it; absent unless running. */
  sessions: z.array(session).optional(),
  /** Absent of what was only declared. */
  lifecycle: lifecycle.optional(),
  /** Files changed since it was made from its image; absent unless running. */
  changes: z
    .array(
      z.object({
        /** Path in the container. */
        path: z.string(),
        /** What became of it. */
        change: z.enum(['added', 'modified', 'deleted']),
      }),
    )
    .optional(),
  /**
   * How Compose names it, by Compose's own labels, or of a Swarm service by those of its stack; `null` when neither made
   * it. Anybody may write these labels: they tell what it claims to be.
   */
  compose: z
    .object({
      /** Name of the Compose project or of the stack. */
      project: z.string(),
      /** Name of the service in it. */
      service: z.string(),
    })
    .nullable(),
  /** The Swarm service it belongs to or is; `null` outside a Swarm. */
  service: z
    .object({
      /** Id of the service. */
      id: z.string(),
      /** Name of the service. */
      name: z.string(),
    })
    .nullable(),
  /** Where a Swarm may place it: placement constraints as written; empty elsewhere. */
  placement: z.array(z.string()),
  /** Copies asked for; 1 for a container; `null` for one on every node. */
  replicas: z.number().int().nonnegative().nullable(),
  /** Whether it is a service of a Swarm that runs to its end, so that its copies are runs; `false` elsewhere. */
  job: z.boolean(),
});

/** The facts of a workload, before they are made read-only; an interface, so that declarations name it. */
export interface Workload extends z.output<typeof workloadSchema> {}

/**
 * Anything that describes a container: one that exists, a Compose service, a Swarm service. A control
 * over it is written once and judges them all.
 */
export const workload: SubjectKind<'workload', Workload> = defineSubject({
  kind: 'workload',
  label: { en: 'Workload', zh: '工作负载' },
  schema: workloadSchema,
});

/** The facts of a workload, as a check sees them. */
export type WorkloadFacts = FactsOf<typeof workload>;

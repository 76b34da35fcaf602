import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { instant, labels, setting } from '../facts/shared-facts.ts';
import { tlsFact } from '../facts/tls.ts';

const listener = z.object({
  /**
   * Address that listens; `0.0.0.0` and `::` are all interfaces. Of an engine whose host cannot be read,
   * the address or name at which it was scanned.
   */
  address: z.string(),
  /** TCP port. */
  port: z.number().int().min(1).max(65_535),
  /** Whether it listens on all interfaces; a gap where the host cannot be read. */
  allInterfaces: z.boolean(),
  /**
   * What a client without a certificate met: `none` an API in the clear, `server` TLS that let it in,
   * `mutual` TLS that refused it.
   */
  tls: z.enum(['none', 'server', 'mutual']),
  /** What it agrees to in TLS; `null` where it speaks none. */
  handshake: tlsFact.nullable(),
});

const engineSchema = z.object({
  /** What answers the API; `other` only in snapshots of older releases, where it did not say. */
  product: z.enum(['docker', 'podman', 'other']),
  /** Release of the engine, as it writes it. */
  version: z.string(),
  /** Newest version of the API that it speaks. */
  apiVersion: z.string(),
  /** Operating system that it runs on, `linux`. */
  os: z.string(),
  /** As Go names it, `amd64` or `arm64`. */
  architecture: z.string(),
  /** Release of the kernel that runs, as `uname -r` writes it. */
  kernelVersion: z.string(),
  /** When this release was built; `null` when the engine does not say. */
  builtAt: instant.nullable(),
  /** Whether the engine itself runs without root. */
  rootless: z.boolean(),
  /** Whether root of a container is another user on the host (`userns-remap`). */
  userNamespaces: z.boolean(),
  /** Path of its data on the host. */
  dataRoot: z.string(),
  /** How images and writable layers are kept. */
  storage: z.object({
    /** `overlay2`, `overlayfs`, `btrfs`, … */
    driver: z.string(),
    /** The driver's own account, as pairs in its words. */
    status: z.array(
      z.object({
        /** As the driver calls it. */
        name: z.string(),
        /** In the driver's words. */
        value: z.string(),
      }),
    ),
  }),
  /** How the engine limits and groups processes. */
  cgroup: z.object({
    /** Version of control groups: 1 or 2. */
    version: z.number().int().min(1).max(2),
    /** `systemd`, `cgroupfs` or `none`. */
    driver: z.string(),
  }),
  /** What the kernel and the engine confine containers with. */
  security: z.object({
    /** Whether AppArmor is in force for containers. */
    apparmor: z.boolean(),
    /** Whether containers are labelled for SELinux. */
    selinux: z.boolean(),
    /** `builtin` or `default`, `unconfined`, the path of a profile, or `''` when the engine has no seccomp. */
    seccomp: z.string(),
  }),
  /** Experimental features. */
  experimental: setting(z.boolean()),
  /** Whether containers go on while the daemon is down. */
  liveRestore: setting(z.boolean()),
  /** Whether the daemon logs for debugging. */
  debug: setting(z.boolean()),
  /** Level in force: debug, info, warn, error or fatal. A gap where the daemon's process cannot be read. */
  logLevel: setting(z.string()),
  /** Log driver of containers that name none. */
  logDriver: setting(z.string()),
  /** Default options of the log driver that say where logs go and how they are cut. A gap where the process cannot be read. */
  logOptions: setting(z.record(z.string(), z.string())),
  /** Host address that ports of the default bridge are published on when none is named; `0.0.0.0` is all of them. */
  defaultAddress: setting(z.string()),
  /** New containers may not gain privileges unless they say otherwise. */
  noNewPrivileges: setting(z.boolean()),
  /** Whether the engine may write packet filter rules. */
  packetFilter: setting(z.boolean()),
  /** Whether a process of the engine relays published ports. */
  userlandProxy: setting(z.boolean()),
  /** Default limits, as `name=soft:hard`; empty means the daemon's own. */
  defaultUlimits: setting(z.array(z.string())),
  /** `''` means the engine's default. */
  cgroupParent: setting(z.string()),
  /** Traffic between containers of the default bridge. */
  interContainerTraffic: setting(z.boolean()),
  /** What a container gets that asks for nothing else; absent in snapshots of older releases. */
  containerDefaults: z
    .object({
      /** `private` or `shareable`; a gap where the daemon's process cannot be read. */
      ipcMode: z.string(),
      /** Bytes of /dev/shm; a gap where the daemon's process cannot be read. */
      shmBytes: z.number().nonnegative(),
      /** Whether it has a cgroup namespace of its own. */
      cgroupNamespace: z.boolean(),
    })
    .optional(),
  /** What the kernel and the control groups let the engine limit; where it cannot, a limit is asked for in vain. */
  limits: z.object({
    /** A limit on memory. */
    memory: z.boolean(),
    /** A limit on swap. */
    swap: z.boolean(),
    /** A limit on processes. */
    pids: z.boolean(),
    /** A limit on processor time. */
    cpuQuota: z.boolean(),
    /** A relative weight for processor time. */
    cpuShares: z.boolean(),
    /** Being kept on certain processors. */
    cpuset: z.boolean(),
  }),
  /** Runtimes that containers may be started with. */
  runtimes: z.object({
    /** What containers run under when nothing is said. */
    default: z.string(),
    /** All that may be asked for, sorted. */
    available: z.array(z.string()),
  }),
  /** How registries are reached. */
  registries: z.object({
    /** Ranges reached without verification; the engine always lists loopback. */
    insecureRanges: z.array(z.string()),
    /** Registries that are named in the configuration, and Docker Hub. */
    indexes: z.array(
      z.object({
        /** Host name, with the port where there is one. */
        name: z.string(),
        /** Whether it is reached by TLS that is verified. */
        secure: z.boolean(),
      }),
    ),
    /** Addresses that are asked before Docker Hub. */
    mirrors: z.array(z.string()),
  }),
  /** Plugins, by name. */
  plugins: z.object({
    /** They are asked before each request; empty means that anyone who reaches the API may do everything. */
    authorization: z.array(z.string()),
    /** Log drivers. */
    log: z.array(z.string()),
    /** Network drivers. */
    network: z.array(z.string()),
    /** Volume drivers. */
    volume: z.array(z.string()),
  }),
  /** Its part in a Swarm. */
  swarm: z.object({
    /** `inactive` outside a Swarm; `locked` until the unlock key is given. */
    state: z.enum(['inactive', 'pending', 'active', 'error', 'locked']),
    /** Whether this node is a manager. */
    manager: z.boolean(),
    /** Id of its node; `''` outside a Swarm. */
    nodeId: z.string(),
    /** Address at which other nodes reach it; `''` outside a Swarm. */
    nodeAddress: z.string(),
    /**
     * Where a manager takes what nodes and other managers say, by its process's own sockets; empty unless
     * it is a manager, a gap unless its /proc can be read.
     */
    listeners: z.array(
      z.object({
        /** `0.0.0.0` and `::` are all interfaces. */
        address: z.string(),
        /** TCP port. */
        port: z.number().int().min(1).max(65_535),
      }),
    ),
    /**
     * Address that traffic between containers on several nodes takes; `''` means the node's own, or no
     * Swarm. A gap unless the engine's own state can be read from its host's files.
     */
    dataPathAddress: z.string(),
  }),
  /** How many there are of what. */
  counts: z.object({
    /** Containers, in whatever state. */
    containers: z.number().int().nonnegative(),
    /** Containers that run. */
    running: z.number().int().nonnegative(),
    /** Containers that are paused. */
    paused: z.number().int().nonnegative(),
    /** Containers that do not run. */
    stopped: z.number().int().nonnegative(),
    /** Images in its store. */
    images: z.number().int().nonnegative(),
  }),
  /** What the engine itself complains of. */
  warnings: z.array(z.string()),
  /**
   * TCP sockets on which the daemon's own process serves its API, by port. Those of a Swarm and of metrics are
   * left out, and so are those of others: of a proxy before it, of a process that relays a container's
   * published port. Where its /proc cannot be read, the one at which it was scanned, if it was scanned over
   * TCP, followed by a gap for all that may listen beside it.
   */
  listeners: z.array(listener),
  /**
   * Unix sockets through which it is commanded, symbolic links followed: those that its process listens on
   * and the one of its containerd; where the process cannot be read, the one at which it was asked.
   */
  sockets: z.array(z.string()),
  /** Labels that its daemon was given, which say what the host is for; absent in snapshots of older releases. */
  hostLabels: labels.optional(),
  /** Names of the labels that its containers and services have, each once, sorted. */
  labelNames: z.array(z.string()),
  /** The process that owns the API's socket; a gap where the host cannot be read. */
  process: z.object({
    /** Number of the process on the host. */
    pid: z.number().int().positive(),
    /** Path of the program that runs. */
    executable: z.string(),
    /** When it was started. */
    startedAt: instant,
    /** Path of the configuration file it was started with. */
    configFile: z.string(),
  }),
  /** Authorization plugins, data root and other lists as flags and daemon.json name them, for comparison. */
  configured: z.object({
    /** As flags and daemon.json name them; empty means none. */
    authorizationPlugins: z.array(z.string()),
    /** Addresses that it is to listen on, as `unix:///run/docker.sock`. */
    hosts: z.array(z.string()),
    /** Keys of daemon.json, in order; empty when there is no file. */
    fileKeys: z.array(z.string()),
  }),
});

/** The facts of a engine, before they are made read-only; an interface, so that declarations name it. */
export interface Engine extends z.output<typeof engineSchema> {}

/** One container engine: its API's own account, and the process behind it where the host can be read. */
export const engine: SubjectKind<'engine', Engine> = defineSubject({
  kind: 'engine',
  label: { en: 'Engine', zh: '容器引擎' },
  schema: engineSchema,
});

/** The facts of an engine, as a check sees them. */
export type EngineFacts = FactsOf<typeof engine>;

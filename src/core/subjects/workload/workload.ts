import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../../facts/subject.ts';
import { classifiedValue, healthCheck, instant, labels, user } from '../../facts/shared-facts.ts';
import { mount, nameResolution, namespace, port } from './attachments.ts';
import { parsedCommand } from '../../facts/parsed-command.ts';
import { detection } from './detections.ts';
import { resources } from './resources.ts';
import { build, hook } from './intent.ts';
import { difference, kernelState, lifecycle, process, session, socket } from './run.ts';
import { security } from './security.ts';

/** Where a description of a container came from. */
const origins = [
  'container',
  'compose-service',
  'devcontainer',
  'swarm-service',
  'create-request',
] as const;

const workloadSchema = z.object({
  /** What describes it: an engine's container, a Compose file, a `devcontainer.json`, a Swarm, or a request to an engine to make a container. */
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
    /**
     * The same with `${NAME}` for a variable without a value, as `${REGISTRY}/app:1`, where that leaves the reference open,
     * and not the tag and the digest; absent elsewhere.
     */
    spelled: z.string().optional(),
    /** Id of the image in use, `sha256:…`; `null` when there is none yet. */
    id: z.string().nullable(),
    /**
     * Host part of the reference, `docker.io` when it has none; `''` when the reference is an id, and of what a Compose file
     * builds and gives no name.
     */
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
  /**
   * Name of the OCI runtime that starts it, as `runc`; absent where the engine decides, or where it is not reported.
   */
  runtime: z.string().optional(),
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
  /** What its names of hosts lead to, as far as anything was set for it; absent where nothing was. */
  nameResolution: nameResolution.optional(),
  /** Parameters of the kernel that were set for it alone, by name; absent where none was. */
  sysctls: z.record(z.string(), z.string()).optional(),
  /** The folder that its first process starts in; absent where a file or a service leaves it to the image, and in snapshots of older releases. */
  workingDirectory: z.string().optional(),
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
  /**
   * Seconds that its first process has to end by itself when it is stopped, before it is killed: 0 kills it at once, -1
   * waits without end. `null` where that is left to the engine; Docker gives 10.
   */
  stopTimeoutSeconds: z.number().nullable(),
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
  /**
   * Labels that a Compose file gives the service of a Swarm, not its containers, whose value was dropped because it looks
   * like a secret. Absent where the file gives it none, elsewhere, and in snapshots of older releases.
   */
  secretServiceLabels: z.array(classifiedValue).optional(),
  /**
   * Options of the volumes that it mounts, or that its mounts make, whose value was dropped because it looks like a secret.
   * Absent where there is none, and in snapshots of older releases.
   */
  secretVolumeOptions: z
    .array(
      z.object({
        /** The volume, as its origin calls it; `''` where it has no name. */
        volume: z.string(),
        /** Name of the option: of its driver, or of the mount, as `password`. */
        option: z.string(),
        /** The rule that found the secret. */
        rule: z.string(),
      }),
    )
    .optional(),
  /** Values are never kept. */
  environment: z.array(classifiedValue),
  /** Entrypoint and arguments, secrets removed. */
  command: z.array(z.string()),
  /** Of what a Compose file describes, the arguments that it gives, secrets removed; absent where it gives none. */
  givenArguments: z.array(z.string()).optional(),
  /** Rules that found something like a secret in the command, in that of the health check that it is given, or in hooks. */
  secretArguments: z.array(z.string()),
  /** How its image is built, where a Compose file says so; absent elsewhere, and where the image is not built. */
  build: build.optional(),
  /** Commands that Compose runs in it beside its own; absent where no Compose file names any. */
  hooks: z.array(hook).optional(),
  /**
   * What it runs where texts that its Compose file holds (`configs.content`) are mounted: its command, health check and hooks
   * with the scripts among those, and each script that lies where systems run it. Absent where none is mounted.
   */
  starts: z
    .array(
      z.object({
        /** What has it run: the command or a hook, the health check, or a file that a program runs by itself. */
        by: z.enum(['command', 'healthCheck', 'file']),
        /** Its words, secrets removed. */
        words: z.array(z.string()),
        /** What it runs; where something is not understood, a gap behind the last says that there may be more. */
        commands: z.array(parsedCommand),
      }),
    )
    .optional(),
  /** The first process as the kernel sees it; absent unless running. */
  kernel: kernelState.optional(),
  /** What runs in it; absent unless running. */
  processes: z.array(process).optional(),
  /** What is in force otherwise than it was configured, by the kernel; absent unless running. */
  differences: z.array(difference).optional(),
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
  /**
   * Whether its engine starts a small init before its first process (`--init`), and makes a place to mount it on;
   * `null` where that is left to the engine's default, which is not known. Absent unless running.
   */
  init: z.boolean().nullable().optional(),
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
  /** What logs of run-time sensors say of it, each once; absent where no log is among the targets, and of what no engine made. */
  detections: z.array(detection).optional(),
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
  /**
   * Profiles of a Compose file that start the service; empty for one that is always started. Absent of running
   * containers, and in snapshots of older releases.
   */
  profiles: z.array(z.string()).optional(),
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

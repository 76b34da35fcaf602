import { rawHealthCheck } from '../../workload/raw-health-check.ts';
import {
  flag,
  flagOrNull,
  listOf,
  number,
  numberOrNull,
  recordOf,
  text,
  words,
} from '../../../syntax/json/go-json.ts';
import { z } from 'zod';

/** Whether a container's processes exist, frozen or not. */
export const isRunning = ({ State }: RawContainer): boolean =>
  State.Status === 'running' || State.Status === 'paused';

/** An item of `/containers/json`. */
export const rawContainerItem = z.object({ Id: z.string(), Names: listOf(z.string()) });

const binding = z.object({ HostIp: text, HostPort: text });

const rates = listOf(z.object({ Path: text, Rate: number }));

const hostConfig = z.object({
  Privileged: flag,
  CapAdd: listOf(z.string()),
  CapDrop: listOf(z.string()),
  GroupAdd: listOf(z.string()),
  SecurityOpt: listOf(z.string()),
  /** `null` is the engine's own list; an empty one lifts it. */
  MaskedPaths: z.array(z.string()).nullish(),
  ReadonlyPaths: z.array(z.string()).nullish(),
  PidMode: text,
  IpcMode: text,
  NetworkMode: text,
  UTSMode: text,
  UsernsMode: text,
  CgroupnsMode: text,
  ReadonlyRootfs: flag,
  /** `null` leaves it to the engine's default. */
  Init: z.boolean().nullish(),
  PortBindings: recordOf(listOf(binding)),
  PublishAllPorts: flag,
  RestartPolicy: z.object({ Name: text, MaximumRetryCount: number }).optional(),
  LogConfig: z.object({ Type: text, Config: recordOf(z.string()) }).optional(),
  /** As `--volume` gave them: source, target and options between colons. */
  Binds: listOf(z.string()),
  Tmpfs: recordOf(z.string()),
  /** As `--mount` gave them; of a tmpfs, its size stands only here. */
  Mounts: listOf(
    z.object({
      Type: text,
      Target: text,
      TmpfsOptions: z
        .object({ SizeBytes: number, Options: listOf(z.array(z.string())).optional() })
        .nullish(),
    }),
  ),
  StorageOpt: recordOf(z.string()),
  Devices: listOf(z.object({ PathOnHost: text, PathInContainer: text, CgroupPermissions: text })),
  DeviceCgroupRules: listOf(z.string()),
  DeviceRequests: listOf(z.object({ Driver: text, Capabilities: listOf(listOf(z.string())) })),
  Memory: number,
  MemoryReservation: number,
  MemorySwap: number,
  NanoCpus: number,
  CpuQuota: number,
  CpuPeriod: number,
  CpuShares: number,
  CpusetCpus: text,
  PidsLimit: numberOrNull,
  Ulimits: listOf(z.object({ Name: text, Soft: number, Hard: number })),
  BlkioWeight: number,
  BlkioDeviceReadBps: rates,
  BlkioDeviceWriteBps: rates,
  BlkioDeviceReadIOps: rates,
  BlkioDeviceWriteIOps: rates,
  OomKillDisable: flagOrNull,
  ShmSize: number,
  CgroupParent: text,
  Runtime: text,
  Sysctls: recordOf(z.string()),
  Dns: listOf(z.string()),
  DnsSearch: listOf(z.string()),
  DnsOptions: listOf(z.string()),
  ExtraHosts: listOf(z.string()),
});

/** `/containers/{id}/json`: the fields that are used. */
export const rawContainer = z.object({
  Id: z.string(),
  Name: z.string(),
  Created: text,
  Path: text,
  Args: words,
  Image: text,
  State: z.object({
    Status: z.string(),
    Pid: number,
    OOMKilled: flag,
    ExitCode: number,
    StartedAt: text,
    FinishedAt: text,
    /** Left out where there is no health check. */
    Health: z.object({ Status: text, FailingStreak: number }).nullish(),
  }),
  RestartCount: number,
  /** Further commands in it that the engine still remembers. */
  ExecIDs: listOf(z.string()),
  AppArmorProfile: text,
  ProcessLabel: text,
  HostConfig: hostConfig,
  Mounts: listOf(
    z.object({
      Type: text,
      Name: text,
      Source: text,
      Destination: text,
      Driver: text,
      RW: flag,
      Propagation: text,
    }),
  ),
  Config: z.object({
    User: text,
    WorkingDir: text,
    Env: listOf(z.string()),
    Image: text,
    Labels: recordOf(z.string()),
    Healthcheck: rawHealthCheck,
    ExposedPorts: recordOf(z.unknown()),
    /** Seconds; absent where nobody set it. */
    StopTimeout: z.number().nullish(),
  }),
  NetworkSettings: z.object({
    Ports: recordOf(listOf(binding)),
    Networks: recordOf(z.object({ NetworkID: text })),
  }),
});

export type RawContainer = z.output<typeof rawContainer>;

export type RawHostConfig = RawContainer['HostConfig'];

/** `/exec/{id}/json`; of the command, its arguments may hold secrets, and are compared but not kept. */
export const rawExec = z.object({
  ID: z.string(),
  Running: flag,
  Pid: number,
  ProcessConfig: z.object({
    user: text,
    privileged: flag,
    entrypoint: text,
    arguments: listOf(z.string()),
  }),
});

export type RawExec = z.output<typeof rawExec>;

/** `/containers/{id}/changes`; Docker answers `null` when there are none. */
export const rawChanges = listOf(
  z.object({ Path: z.string(), Kind: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
);

export type RawChanges = z.output<typeof rawChanges>;

/** `/containers/{id}/top`. */
export const rawTop = z.object({
  Titles: z.array(z.string()),
  Processes: listOf(z.array(z.string())),
});

export type RawTop = z.output<typeof rawTop>;

import { z } from 'zod';
import { flag, listOf, number, recordOf, text } from '../../../syntax/json/go-json.ts';

/** `/version`. */
export const rawVersion = z.object({
  Version: z.string(),
  ApiVersion: z.string(),
  Os: text,
  Arch: text,
  KernelVersion: text,
  BuildTime: text,
  Components: listOf(z.object({ Name: text })),
});

export type RawVersion = z.output<typeof rawVersion>;

/** `/info`: the fields that are used. */
export const rawInfo = z.object({
  ID: text,
  Name: text,
  OperatingSystem: text,
  DockerRootDir: text,
  Driver: z.string(),
  DriverStatus: listOf(z.array(z.string())),
  /** Absent before API 1.41, when there was only the first. */
  CgroupVersion: z
    .enum(['1', '2'])
    .optional()
    .transform((version) => (version === '2' ? 2 : 1)),
  CgroupDriver: text,
  SecurityOptions: listOf(z.string()),
  ExperimentalBuild: flag,
  LiveRestoreEnabled: flag,
  Labels: listOf(z.string()),
  Debug: flag,
  LoggingDriver: text,
  MemoryLimit: z.boolean().optional(),
  SwapLimit: z.boolean().optional(),
  PidsLimit: z.boolean().optional(),
  CpuCfsQuota: z.boolean().optional(),
  CPUShares: z.boolean().optional(),
  CPUSet: z.boolean().optional(),
  DefaultRuntime: text,
  Runtimes: recordOf(z.unknown()),
  RegistryConfig: z
    .object({
      InsecureRegistryCIDRs: listOf(z.string()),
      IndexConfigs: recordOf(z.object({ Name: text, Secure: flag })),
      Mirrors: listOf(z.string()),
    })
    .nullish(),
  Plugins: z
    .object({
      Authorization: listOf(z.string()),
      Log: listOf(z.string()),
      Network: listOf(z.string()),
      Volume: listOf(z.string()),
    })
    .optional(),
  Swarm: z
    .object({
      LocalNodeState: text,
      ControlAvailable: flag,
      NodeID: text,
      NodeAddr: text,
      /** Managers with the addresses that they give to others, this one among them. */
      RemoteManagers: listOf(z.object({ NodeID: text, Addr: text })),
      Nodes: number,
    })
    .optional(),
  Containers: number,
  ContainersRunning: number,
  ContainersPaused: number,
  ContainersStopped: number,
  Images: number,
  Warnings: listOf(z.string()),
});

export type RawInfo = z.output<typeof rawInfo>;

/** `/plugins`: those that the engine manages itself. */
export const rawPlugins = listOf(
  z.object({
    Name: z.string(),
    Enabled: flag,
    Config: z.object({ Interface: z.object({ Types: listOf(z.unknown()) }).optional() }).optional(),
  }),
);

export type RawPlugins = z.output<typeof rawPlugins>;

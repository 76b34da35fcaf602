import { z } from 'zod';
import { rawHealthCheck } from '../../workload/raw-health-check.ts';
import { flag, listOf, number, recordOf, text } from '../../../syntax/json/go-json.ts';

const driver = z.object({ Name: text, Options: recordOf(z.string()) }).optional();

const mount = z.object({
  Type: text,
  Source: text,
  Target: text,
  ReadOnly: flag,
  BindOptions: z.object({ Propagation: text }).optional(),
  VolumeOptions: z.object({ DriverConfig: driver }).optional(),
  TmpfsOptions: z.object({ SizeBytes: number }).optional(),
});

const privileges = z.object({
  SELinuxContext: z.object({ Disable: flag, Type: text }).nullish(),
  Seccomp: z.object({ Mode: text, Profile: text }).optional(),
  AppArmor: z.object({ Mode: text }).optional(),
  NoNewPrivileges: flag,
});

const containerSpec = z.object({
  Image: text,
  Labels: recordOf(z.string()),
  Command: listOf(z.string()),
  Args: listOf(z.string()),
  Env: listOf(z.string()),
  User: text,
  Dir: text,
  Groups: listOf(z.string()),
  Privileges: privileges.optional(),
  ReadOnly: flag,
  Mounts: listOf(mount),
  Healthcheck: rawHealthCheck,
  /** Nanoseconds; absent where nobody set it. */
  StopGracePeriod: z.number().nullish(),
  CapabilityAdd: listOf(z.string()),
  CapabilityDrop: listOf(z.string()),
  Ulimits: listOf(z.object({ Name: text, Soft: number, Hard: number })),
  Secrets: listOf(z.object({ SecretID: text })),
  Configs: listOf(z.object({ ConfigID: text })),
  Sysctls: recordOf(z.string()),
  DNSConfig: z
    .object({
      Nameservers: listOf(z.string()),
      Search: listOf(z.string()),
      Options: listOf(z.string()),
    })
    .optional(),
  /** As lines of `/etc/hosts`: an address and its names. */
  Hosts: listOf(z.string()),
});

const mode = z.object({
  Replicated: z.object({ Replicas: number }).optional(),
  Global: z.unknown().optional(),
  ReplicatedJob: z.object({ TotalCompletions: number, MaxConcurrent: number }).optional(),
  GlobalJob: z.unknown().optional(),
});

/** `/services/{id}`: the fields that are used. */
export const rawService = z.object({
  ID: z.string(),
  CreatedAt: text,
  Spec: z.object({
    Name: z.string(),
    Labels: recordOf(z.string()),
    TaskTemplate: z.object({
      /** Absent from a service that runs a plugin. */
      ContainerSpec: containerSpec.optional(),
      Resources: z
        .object({
          Limits: z.object({ NanoCPUs: number, MemoryBytes: number, Pids: number }).optional(),
          Reservations: z.object({ MemoryBytes: number }).optional(),
        })
        .optional(),
      RestartPolicy: z.object({ Condition: text, MaxAttempts: number }).optional(),
      Placement: z.object({ Constraints: listOf(z.string()) }).optional(),
      Networks: listOf(z.object({ Target: text })),
      LogDriver: driver,
    }),
    Mode: mode.optional(),
  }),
  Endpoint: z
    .object({
      Ports: listOf(
        z.object({
          Protocol: text,
          TargetPort: number,
          PublishedPort: number,
          /** `host` on the nodes of its tasks alone; by way of the ingress network otherwise. */
          PublishMode: text,
        }),
      ),
    })
    .optional(),
});

export type RawService = z.output<typeof rawService>;
export type RawContainerSpec = z.output<typeof containerSpec>;

import { z } from 'zod';
import { flag, listOf, number, recordOf, text } from '../../../syntax/json/go-json.ts';

/** `/swarm`; the tokens to join it stand in the answer too, and are not read. */
export const rawSwarm = z.object({
  ID: z.string(),
  CreatedAt: text,
  Spec: z.object({
    Name: text,
    Labels: recordOf(z.string()),
    EncryptionConfig: z.object({ AutoLockManagers: flag }).optional(),
    CAConfig: z.object({ NodeCertExpiry: number, ExternalCAs: listOf(z.unknown()) }).optional(),
  }),
  TLSInfo: z.object({ TrustRoot: text }).optional(),
  RootRotationInProgress: flag,
  DataPathPort: number,
});

export type RawSwarm = z.output<typeof rawSwarm>;

/** `/nodes/{id}`, and an item of `/nodes`. */
export const rawNode = z.object({
  ID: z.string(),
  Spec: z.object({ Role: text, Availability: text, Labels: recordOf(z.string()) }),
  Description: z
    .object({
      Hostname: text,
      Engine: z.object({ EngineVersion: text, Labels: recordOf(z.string()) }).optional(),
    })
    .optional(),
  Status: z.object({ State: text, Addr: text }).optional(),
  ManagerStatus: z.object({ Leader: flag, Reachability: text }).optional(),
});

export type RawNode = z.output<typeof rawNode>;

const storedSpec = z.object({
  Name: z.string(),
  Labels: recordOf(z.string()),
  Driver: z.object({ Name: text }).optional(),
});

/** `/secrets/{id}`. */
export const rawSecret = z.object({
  ID: z.string(),
  CreatedAt: text,
  UpdatedAt: text,
  Spec: storedSpec,
});

export type RawSecret = z.output<typeof rawSecret>;

/** `/configs/{id}`, with its content in base64. */
export const rawConfig = rawSecret.extend({
  Spec: storedSpec.extend({ Data: text }),
});

export type RawConfig = z.output<typeof rawConfig>;

/** `/tasks`: which container belongs to which service. */
export const rawTasks = z.array(
  z.object({
    ServiceID: text,
    Status: z.object({ ContainerStatus: z.object({ ContainerID: text }).optional() }).optional(),
  }),
);

export type RawTasks = z.output<typeof rawTasks>;

/** An item of `/services`, `/secrets` or `/configs`. */
export const rawSwarmItem = z.object({ ID: z.string(), Spec: z.object({ Name: text }) });

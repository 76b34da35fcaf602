import { z } from 'zod';
import { flag, listOf, recordOf, text } from '../../../syntax/json/go-json.ts';

/** An item of `/networks`. */
export const rawNetworkItem = z.object({ Id: z.string(), Name: z.string() });

/** `/networks/{id}`: the fields that are used. */
export const rawNetwork = z.object({
  Id: z.string(),
  Name: z.string(),
  Created: text,
  Scope: text,
  Driver: text,
  EnableIPv6: flag,
  Internal: flag,
  Attachable: flag,
  Ingress: flag,
  IPAM: z.object({ Config: listOf(z.object({ Subnet: text })) }).optional(),
  Containers: recordOf(z.unknown()),
  Options: recordOf(z.string()),
  Labels: recordOf(z.string()),
});

export type RawNetwork = z.output<typeof rawNetwork>;

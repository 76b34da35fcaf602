import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { composePart, instant, labels } from '../facts/shared-facts.ts';

const networkSchema = z.object({
  /** `bridge`, `overlay`, `macvlan`, … */
  driver: z.string(),
  /** `local` to one engine, or of the whole Swarm. */
  scope: z.enum(['local', 'global', 'swarm']),
  /** When it was made; `null` when the engine does not say. */
  createdAt: instant.nullable(),
  /** The bridge that containers join when nothing is said. */
  defaultBridge: z.boolean(),
  /** Whether traffic stays inside, without a way out. */
  internal: z.boolean(),
  /** Whether containers outside a service may join it. */
  attachable: z.boolean(),
  /** The routing mesh of a Swarm. */
  ingress: z.boolean(),
  /** Whether its containers have IPv6 addresses. */
  ipv6: z.boolean(),
  /** Whether containers may talk to one another; `null` where the driver has no such notion. */
  interContainerTraffic: z.boolean().nullable(),
  /** Whether traffic between hosts is encrypted; `null` where the driver has no such notion. */
  encrypted: z.boolean().nullable(),
  /** In CIDR notation; empty where it has none. */
  subnets: z.array(z.string()),
  /** Ids of the containers attached now. */
  containers: z.array(z.string()),
  /** Ids of the workloads that are on it or will be when they start: containers, and services of a Swarm. */
  usedBy: z.array(z.string()),
  /** Labels, less the values that look like secrets. */
  labels,
  /** Set where a file alone describes it. */
  declared: z.literal(true).optional(),
  /** How Compose names it, by Compose's own labels; absent when Compose did not make it. */
  compose: composePart.optional(),
});

/** The facts of a network, before they are made read-only; an interface, so that declarations name it. */
export interface Network extends z.output<typeof networkSchema> {}

/** One network of an engine. */
export const network: SubjectKind<'network', Network> = defineSubject({
  kind: 'network',
  label: { en: 'Network', zh: '网络' },
  schema: networkSchema,
});

/** The facts of a network, as a check sees them. */
export type NetworkFacts = FactsOf<typeof network>;

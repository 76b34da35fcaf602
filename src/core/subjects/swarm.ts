import { z } from 'zod';
import { defineSubject, type FactsOf } from '../subject.ts';
import { instant, labels } from './shared.ts';

/** One Swarm, as a manager describes it. */
export const swarm = defineSubject({
  kind: 'swarm',
  label: { en: 'Swarm', zh: 'Swarm 集群' },
  schema: z.object({
    createdAt: instant.nullable(),
    autoLock: z.boolean(),
    /** How long a node's certificate is good for, in seconds. */
    nodeCertificateSeconds: z.number().nonnegative(),
    /** Whether certificates come from an authority outside the Swarm. */
    externalAuthorities: z.number().int().nonnegative(),
    rootRotationInProgress: z.boolean(),
    /** When the root certificate ends. */
    rootCertificateExpiresAt: instant,
    /** Port of the data plane; 4789 unless set. */
    dataPathPort: z.number().int().nonnegative(),
    managers: z.number().int().nonnegative(),
    reachableManagers: z.number().int().nonnegative(),
    nodes: z.number().int().nonnegative(),
    labels,
  }),
});

/** One node of a Swarm, as a manager describes it. */
export const swarmNode = defineSubject({
  kind: 'swarm-node',
  label: { en: 'Swarm node', zh: 'Swarm 节点' },
  schema: z.object({
    role: z.enum(['manager', 'worker']),
    availability: z.enum(['active', 'pause', 'drain']),
    state: z.enum(['unknown', 'down', 'ready', 'disconnected']),
    leader: z.boolean(),
    address: z.string(),
    engineVersion: z.string(),
    labels,
    engineLabels: labels,
  }),
});

/** One secret or configuration of a Swarm: what is known about it, never what is in it. */
export const secret = defineSubject({
  kind: 'secret',
  label: { en: 'Secret', zh: '机密' },
  schema: z.object({
    /** `config` is readable through the API by whoever may read the Swarm. */
    store: z.enum(['secret', 'config']),
    createdAt: instant,
    updatedAt: instant,
    /** `''` means the Swarm's own store. */
    driver: z.string(),
    /** Ids of the services that are given it. */
    usedBy: z.array(z.string()),
    labels,
  }),
});

/** The facts of a Swarm, as a check sees them. */
export type SwarmFacts = FactsOf<typeof swarm>;
/** The facts of a node, as a check sees them. */
export type SwarmNodeFacts = FactsOf<typeof swarmNode>;
/** The facts of a secret, as a check sees them. */
export type SecretFacts = FactsOf<typeof secret>;

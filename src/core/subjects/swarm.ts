import { z } from 'zod';
import { defineSubject, type SubjectKind } from '../facts/subject.ts';
import { instant, labels } from '../facts/shared-facts.ts';
import { certificateFact, tlsFact } from '../facts/tls.ts';

const swarmSchema = z.object({
  /** When the Swarm was made; `null` when it does not say. */
  createdAt: instant.nullable(),
  /** Whether a manager that starts again asks for the unlock key. */
  autoLock: z.boolean(),
  /** How long a node's certificate is good for, in seconds. */
  nodeCertificateSeconds: z.number().nonnegative(),
  /** How many authorities outside the Swarm give certificates; 0 means that only its own does. */
  externalAuthorities: z.number().int().nonnegative(),
  /** Whether the root certificate is being replaced now. */
  rootRotationInProgress: z.boolean(),
  /** When the root certificate ends. */
  rootCertificateExpiresAt: instant,
  /** The root certificate; while a rotation is going on, the first of the two. */
  rootCertificate: certificateFact,
  /** Port of the data plane; 4789 unless set. */
  dataPathPort: z.number().int().nonnegative(),
  /**
   * Where the manager that was asked serves other nodes, and what it agrees to there. That a client without a
   * certificate gets nothing from it is not tried: a node that joins has none yet, and is let in to ask for one.
   */
  controlPort: z.object({
    /** Address that it listens on; `0.0.0.0` and `::` are all interfaces. */
    address: z.string(),
    /** TCP port; 2377 unless set. */
    port: z.number().int().min(1).max(65_535),
    /** What it agrees to in TLS. */
    handshake: tlsFact,
  }),
  /** Managers that it counts, reachable or not. */
  managers: z.number().int().nonnegative(),
  /** Managers that answered. */
  reachableManagers: z.number().int().nonnegative(),
  /** Nodes that it counts, managers among them. */
  nodes: z.number().int().nonnegative(),
  /** Labels of the Swarm, less the values that look like secrets. */
  labels,
});

/** The facts of a swarm, before they are made read-only; an interface, so that declarations name it. */
export interface Swarm extends z.output<typeof swarmSchema> {}

/** One Swarm, as a manager describes it. */
export const swarm: SubjectKind<'swarm', Swarm> = defineSubject({
  kind: 'swarm',
  label: { en: 'Swarm', zh: 'Swarm 集群' },
  schema: swarmSchema,
});

const swarmNodeSchema = z.object({
  /** Whether it manages or only works. */
  role: z.enum(['manager', 'worker']),
  /** Whether it takes work: `drain` gives up what it has. */
  availability: z.enum(['active', 'pause', 'drain']),
  /** Whether the managers hear from it. */
  state: z.enum(['unknown', 'down', 'ready', 'disconnected']),
  /** Whether it leads the managers now. */
  leader: z.boolean(),
  /** Address at which the managers reach it. */
  address: z.string(),
  /** Release of its engine. */
  engineVersion: z.string(),
  /** Labels that a manager gave it, less the values that look like secrets. */
  labels,
  /** Labels that its own engine has, less the values that look like secrets. */
  engineLabels: labels,
});

/** The facts of a swarm-node, before they are made read-only; an interface, so that declarations name it. */
export interface SwarmNode extends z.output<typeof swarmNodeSchema> {}

/** One node of a Swarm, as a manager describes it. */
export const swarmNode: SubjectKind<'swarm-node', SwarmNode> = defineSubject({
  kind: 'swarm-node',
  label: { en: 'Swarm node', zh: 'Swarm 节点' },
  schema: swarmNodeSchema,
});

const secretSchema = z.object({
  /** `config` is readable through the API by anyone who may read the Swarm. */
  store: z.enum(['secret', 'config']),
  /** When it was stored; a gap of what a Compose file only declares. */
  createdAt: instant,
  /** When it was last changed; its content never is. A gap of what a Compose file only declares. */
  updatedAt: instant,
  /** `''` means the Swarm's own store. */
  driver: z.string(),
  /** Ids of the services that are given it; their names where a Compose file declares it. */
  usedBy: z.array(z.string()),
  /**
   * Rules that found something like a secret in a configuration's content, which is not kept; absent of a
   * secret, whose content nobody is given.
   */
  secretRules: z.array(z.string()).optional(),
  /** Labels, less the values that look like secrets. */
  labels,
});

/** The facts of a secret, before they are made read-only; an interface, so that declarations name it. */
export interface Secret extends z.output<typeof secretSchema> {}

/**
 * One secret or configuration of a Swarm, or a configuration whose content stands in a Compose file: what is known about it,
 * never what is in it.
 */
export const secret: SubjectKind<'secret', Secret> = defineSubject({
  kind: 'secret',
  label: { en: 'Secret', zh: 'Secret（敏感凭据）' },
  schema: secretSchema,
});

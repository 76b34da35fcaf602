import { z } from 'zod';
import { blindAtMost, eventsAtMost, subjectsAtMost } from './bounds.ts';

/** What a signature covers beside the statement: the type of DSSE's payload. */
export const statementType = 'application/vnd.plimsoll.reading+json';

/** SHA-256, hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a host, a tenant or a label may be called: it stands in subjects of a bus and in addresses. */
export const nameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/);

const word = z.string().max(1_024);

/** A subject by its name and the hash of what was read of it. */
export const entrySchema = z.object({ kind: word, target: word, id: word, hash: hashSchema });

/** A subject by its name and the hash of what was read of it. */
export type Entry = Readonly<z.output<typeof entrySchema>>;

/** Why a reading was made. */
export const statementReasons = ['start', 'interval', 'event', 'want'] as const;

/** When something was not seen, or not reported by itself. */
export const blindSchema = z.object({
  /**
   * `blind`: an engine reported nothing; `missed`: a change that no event reported; `merged`: readings of this time are in this one,
   * since they could not be kept.
   */
  kind: z.enum(['blind', 'missed', 'merged']),
  /** ISO 8601 UTC. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  detail: word,
});

/** When something was not seen. */
export type Blind = Readonly<z.output<typeof blindSchema>>;

/** Something that happened at an engine. */
export const fleetEventSchema = z.object({
  at: z.iso.datetime(),
  type: word,
  action: word,
  id: word,
});

/** Something that happened at an engine. */
export type FleetEvent = Readonly<z.output<typeof fleetEventSchema>>;

/**
 * What a host says of one reading and signs. Of what was read it has hashes alone, so that it stays small, and can be checked
 * for as long as it is kept.
 */
export const statementSchema = z.object({
  v: z.literal(1),
  tenant: nameSchema,
  host: nameSchema,
  /** Counts from 1 without a hole. */
  seq: z.int().positive(),
  /** The hash of the statement before; 64 zeros before the first. */
  prev: hashSchema,
  reason: z.enum(statementReasons),
  /** ISO 8601 UTC, by the host's clock. */
  collectedAt: z.iso.datetime(),
  agent: z.object({ tool: word, snapshot: word }),
  /** The snapshot without its time, its subjects and its origins. */
  head: hashSchema,
  /** Where facts were read. */
  origins: hashSchema,
  /** Of all subjects, after this reading. */
  root: hashSchema,
  /** Whether `changed` has every subject, so that nothing before is needed. */
  keyframe: z.boolean(),
  changed: z.array(entrySchema).max(subjectsAtMost),
  gone: z.array(entrySchema.omit({ hash: true })).max(subjectsAtMost),
  events: z.array(fleetEventSchema).max(eventsAtMost),
  blind: z.array(blindSchema).max(blindAtMost),
  /** What the host's own judge came to. */
  standing: z.object({ catalog: hashSchema, hash: hashSchema }),
});

/** What a host says of one reading and signs. */
export type Statement = Readonly<z.output<typeof statementSchema>>;

import { z } from 'zod';
import { subjectRefSchema, type Subject } from './subject.ts';

/** What of a subject outlasts its id, so that one that was made anew can be known again. */
export const identitySchema = z.object({
  subject: subjectRefSchema,
  /** Of a workload: `container`, `compose-service`, `devcontainer`, `swarm-service` or `create-request`. */
  origin: z.string().optional(),
  /** The image in use: as it was asked for, and its id, `null` when there is none yet. */
  image: z.object({ reference: z.string(), id: z.string().nullable() }).optional(),
  /** Of an image: the digests that a registry knows it by, `repository@sha256:…`. */
  digests: z.array(z.string()).optional(),
  compose: z.object({ project: z.string(), service: z.string() }).optional(),
  /** The Swarm service that it belongs to or is. */
  service: z.object({ id: z.string(), name: z.string() }).optional(),
});

/** What of a subject outlasts its id. */
export type Identity = Readonly<z.output<typeof identitySchema>>;

const { origin, image, digests, compose, service } = identitySchema.shape;
const parts = {
  workload: { origin, image, compose, service },
  image: { digests },
} as const satisfies Record<string, Readonly<Record<string, z.ZodType>>>;

/** Draws the identity out of a subject's facts; what could not be read is absent, `undefined` when nothing is left. */
export function identityOf(subject: Subject): Identity | undefined {
  const { kind, id, name, target, facts } = subject;
  if (kind !== 'workload' && kind !== 'image') return undefined;
  const found = Object.entries<z.ZodType>(parts[kind]).flatMap(([key, schema]) => {
    const fact = facts[key];
    const parsed = fact === null ? undefined : schema.safeParse(fact);
    return parsed?.data === undefined ? [] : [[key, parsed.data] as const];
  });
  if (found.length === 0) return undefined;
  return { subject: { kind, id, name, target }, ...Object.fromEntries(found) };
}

import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { composePart, instant, labels } from '../facts/shared-facts.ts';

const volumeSchema = z.object({
  /** `local`, or a plugin's name. */
  driver: z.string(),
  /** `local` to one engine, or `global` for all of a cluster. */
  scope: z.enum(['local', 'global']),
  /** Where its data lies on the host. */
  mountPoint: z.string(),
  /** When it was made; `null` when the driver does not say. */
  createdAt: instant.nullable(),
  /** File system type asked for, `''` when none was. */
  fileSystem: z.string(),
  /** Mount options, comma separated, values that look like secrets removed; `''` when none were given. */
  mountOptions: z.string(),
  /** What is mounted, as the `device` option names it, such as `/dev/sdb1` or `:/export`; `''` when none was given. */
  device: z.string(),
  /** The host path that a bind option exposes, symbolic links followed; `null` when it exposes none. */
  hostPath: z.string().nullable(),
  /** Of one that a file describes, the path outside of the project that a link of the project leads it to; absent of any other. */
  namedPath: z.string().optional(),
  /** Ids of the workloads that mount it. */
  usedBy: z.array(z.string()),
  /** Labels, less the values that look like secrets. */
  labels,
  /** Set where a file alone describes it. */
  declared: z.literal(true).optional(),
  /** How Compose names it, by Compose's own labels; absent when Compose did not make it. */
  compose: composePart.optional(),
});

/** The facts of a volume, before they are made read-only; an interface, so that declarations name it. */
export interface Volume extends z.output<typeof volumeSchema> {}

/** One volume of an engine. */
export const volume: SubjectKind<'volume', Volume> = defineSubject({
  kind: 'volume',
  label: { en: 'Volume', zh: '卷' },
  schema: volumeSchema,
});

/** The facts of a volume, as a check sees them. */
export type VolumeFacts = FactsOf<typeof volume>;

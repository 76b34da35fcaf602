import { z } from 'zod';
import { wordingSchema } from '../text-schema.ts';
import { populationGapSchema } from '../facts/gap.ts';
import { sourceMapSchema } from '../facts/source.ts';
import { subjectSchema } from '../facts/subject.ts';

/** Kinds of target, and so which subjects a reader may expect of it. */
export const targetKinds = [
  'engine',
  'host',
  'compose',
  'dockerfile',
  'devcontainer',
  'archive',
  'registry',
  'scanner',
  'own',
] as const;

/** Where subjects came from. */
export const targetSchema = z.object({
  /** As it is named on the command line, without credentials: `unix:///var/run/docker.sock`, `host:/`. */
  id: z.string(),
  kind: z.enum(targetKinds),
  /** Targets with the same machine are looked at together: an engine and the host it runs on. */
  machine: z.string(),
  /** What answered, for people: product, version, host name; one empty string where nothing did. */
  description: wordingSchema,
  /** How the collector got in: the user it ran as, the transport, and whether writing was possible at all. */
  access: wordingSchema,
  /** What a reader has to know before the rest; absent where there is nothing, and in snapshots of older releases. */
  caveats: z
    .array(
      z.object({
        /**
         * `kernel`: what runs there is as the engine says, since the kernel was not read, or not all of it; `connection`: the answers
         * came over a connection on which others may have read or changed them.
         */
        about: z.enum(['kernel', 'connection']),
        said: wordingSchema,
      }),
    )
    .optional(),
});

/** One target that was read, and how the collector got in. */
export type Target = Readonly<z.output<typeof targetSchema>>;

/** How many subjects of a kind there were, and what became of them. */
export const populationSchema = z.object({
  target: z.string(),
  kind: z.string(),
  /** Listed when the scan began. */
  existed: z.number().int().nonnegative(),
  /** Read, wholly or with gaps. */
  read: z.number().int().nonnegative(),
  /** Gone between being listed and being read, which a second list confirmed: neither read nor a gap. */
  vanished: z.number().int().nonnegative(),
  /** Those that vanished; absent where none did. */
  gone: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});

/** How many subjects of a kind a target had, and how many of them were read. */
export type Population = Readonly<z.output<typeof populationSchema>>;

/** Values that were dropped at collection, counted by the rule that dropped them. */
export const redactionSchema = z.object({
  rule: z.string(),
  count: z.number().int().positive(),
});

/** The lines of a file that a person wrote, to be shown beside what was read in it. */
export const quoteSchema = z.object({
  target: z.string(),
  /** As sources name the file. */
  path: z.string(),
  /** From the first on; `[redacted]` stands where something looked like a secret. */
  lines: z.array(z.string()),
});

/** A file that a person wrote, without its secrets. */
export type Quote = Readonly<z.output<typeof quoteSchema>>;

/** A file of a folder that has the name of one to scan and was not: it is something else. */
export const leftOutSchema = z.object({
  /** From the working folder. */
  path: z.string(),
  /** What it is, as a Kubernetes manifest or a template. */
  what: wordingSchema,
});

/** A file of a folder that was found and not scanned, since it is something else. */
export type LeftOut = Readonly<z.output<typeof leftOutSchema>>;

/** All that was read at one time, and all that could not be. */
export const snapshotSchema = z.object({
  $schema: z.string().optional(),
  kind: z.literal('plimsoll/snapshot'),
  version: z.string(),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** When the collection began, ISO 8601 UTC: the time of everything that is derived from it. */
  collectedAt: z.iso.datetime(),
  targets: z.array(targetSchema),
  population: z.array(populationSchema),
  gaps: z.array(populationGapSchema),
  /** Files of folders that were found and not scanned; absent where there are none. */
  leftOut: z.array(leftOutSchema).optional(),
  redactions: z.array(redactionSchema),
  /** Shared sources by name, see {@link Subject}'s `origin`. */
  origins: z.record(z.string(), sourceMapSchema),
  subjects: z.array(subjectSchema),
  /** Files whose lines are shown; absent where none was read, or in a snapshot of a release that kept none. */
  quotes: z.array(quoteSchema).optional(),
});

/** All that was read at one time: the published contract of `snapshot.json`. */
export type Snapshot = Readonly<z.output<typeof snapshotSchema>>;

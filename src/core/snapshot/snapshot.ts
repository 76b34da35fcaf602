import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { wordingSchema } from '../text.ts';
import { populationGapSchema, type Gap } from './gap.ts';
import { sourceMapSchema } from './source.ts';
import { subjectSchema, type Subject, type SubjectKind } from '../subjects/subject.ts';

/** The version of the snapshot's form; a reader accepts its own major version only. */
export const snapshotVersion = '1.0';

/** Kinds of target, and so which subjects a reader may expect of it. */
export const targetKinds = [
  'engine',
  'host',
  'compose',
  'dockerfile',
  'archive',
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
  /** Gone between being listed and being read: neither read nor a gap. */
  vanished: z.number().int().nonnegative(),
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
  redactions: z.array(redactionSchema),
  /** Shared sources by name, see {@link Subject}'s `origin`. */
  origins: z.record(z.string(), sourceMapSchema),
  subjects: z.array(subjectSchema),
  /** Files of which lines are shown; absent where none was read, or in a snapshot of a release that kept none. */
  quotes: z.array(quoteSchema).optional(),
});

/** All that was read at one time: the published contract of `snapshot.json`. */
export type Snapshot = Readonly<z.output<typeof snapshotSchema>>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order in which subjects stand everywhere: by target, kind, name and id, by code unit. Names stay when what bears
 * them is made anew, and a reader finds them.
 */
export const compareSubjects = (a: Subject, b: Subject): number =>
  byText(a.target, b.target) ||
  byText(a.kind, b.kind) ||
  byText(a.name, b.name) ||
  byText(a.id, b.id);

/** Puts everything in its stable order, so that equal content has equal bytes. */
export function orderSnapshot(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    targets: snapshot.targets.toSorted((a, b) => byText(a.id, b.id)),
    population: snapshot.population.toSorted(
      (a, b) => byText(a.target, b.target) || byText(a.kind, b.kind),
    ),
    gaps: snapshot.gaps.toSorted(
      (a, b) => byText(a.target, b.target) || byText(a.kind ?? '', b.kind ?? ''),
    ),
    redactions: snapshot.redactions.toSorted((a, b) => byText(a.rule, b.rule)),
    subjects: snapshot.subjects.toSorted(compareSubjects),
    ...(snapshot.quotes
      ? {
          quotes: snapshot.quotes.toSorted(
            (a, b) => byText(a.target, b.target) || byText(a.path, b.path),
          ),
        }
      : {}),
  };
}

const coveredBy = (gaps: readonly Gap[], path: string): boolean =>
  gaps.some((gap) => gap.path === '' || path === gap.path || path.startsWith(`${gap.path}/`));

/** What of a subject's facts does not fit its kind's schema, apart from what a gap excuses. */
export function misfits(kind: SubjectKind, subject: Subject): readonly string[] {
  const parsed = kind.schema.safeParse(subject.facts);
  if (parsed.success) return [];
  return parsed.error.issues
    .map((issue) => ({ path: issue.path.map((key) => `/${String(key)}`).join(''), issue }))
    .filter(({ path }) => !coveredBy(subject.gaps, path))
    .map(({ path, issue }) => `${path || '/'}: ${issue.message}`);
}

/**
 * Reads a snapshot, holds each subject to the schema of its kind, and puts it in its stable order. Subjects of a kind that is not
 * among `kinds` are kept as they are; no control of this run judges them.
 *
 * @throws PlimsollError `snapshot-invalid`
 */
export function parseSnapshot(input: unknown, kinds: readonly SubjectKind[]): Snapshot {
  const parsed = snapshotSchema.safeParse(input);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const snapshot = parsed.data;
  if (snapshot.version.split('.')[0] !== snapshotVersion.split('.')[0]) {
    throw new PlimsollError(
      'snapshot-invalid',
      `The snapshot has version ${snapshot.version}; this release reads ${snapshotVersion}.`,
      { hint: 'Collect again with this release, or assess with the release that made it.' },
    );
  }
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
  const seen = new Set<string>();
  for (const subject of snapshot.subjects) {
    const key = JSON.stringify([subject.target, subject.kind, subject.id]);
    if (seen.has(key)) throw invalid(`The subject ${key} stands twice.`);
    seen.add(key);
    const kind = byKind.get(subject.kind);
    const problems = kind ? misfits(kind, subject) : [];
    if (problems.length > 0) throw invalid(`${subject.kind} ${subject.id}: ${problems.join('; ')}`);
  }
  return orderSnapshot(snapshot);
}

const invalid = (what: string): PlimsollError =>
  new PlimsollError('snapshot-invalid', `This is not a valid snapshot: ${what}`, {
    hint: 'Make one with: plimsoll collect -o snapshot.json',
  });

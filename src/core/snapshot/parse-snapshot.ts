import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import type { Subject, SubjectKind } from '../facts/subject.ts';
import type { Gap } from '../facts/gap.ts';
import { parseAnything } from '../parse-anything.ts';
import { builtinKinds } from '../subjects/kinds.ts';
import { orderSnapshot, snapshotVersion } from './order-snapshot.ts';
import { snapshotSchema, type Snapshot } from './snapshot.ts';

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
 * among `kinds`, the built-in ones when absent, are kept as they are; no control of this run judges them.
 *
 * @throws PlimsollError `snapshot-invalid`
 */
export function parseSnapshot(
  input: unknown,
  kinds: readonly SubjectKind[] = builtinKinds,
): Snapshot {
  return parseAnything(() => readSnapshot(input, kinds), invalid);
}

function readSnapshot(input: unknown, kinds: readonly SubjectKind[]): Snapshot {
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
    if (seen.has(key)) throw invalid(`The subject ${key} occurs twice.`);
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

import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { uniteKinds } from '../facts/extended-kind.ts';
import type { SubjectKind } from '../facts/subject.ts';
import { parseAnything } from '../parse-anything.ts';
import { builtinKinds } from '../subjects/kinds.ts';
import { holdToSchema } from './hold-to-schema.ts';
import { orderSnapshot, snapshotVersion } from './order-snapshot.ts';
import { snapshotSchema, type Snapshot } from './snapshot.ts';

/**
 * Reads a snapshot, holds each subject to the schema of its kind, and puts it in its stable order. A fact that the schema has and
 * the subject has not is a gap: the release that collected it did not read that fact. Subjects of a kind that is not among
 * `kinds`, the built-in ones when absent, are kept as they are; no control of this run judges them.
 *
 * @throws PlimsollError `snapshot-invalid`; `subject-invalid` where extensions of one kind do not go together
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
  const byKind = uniteKinds(kinds);
  const seen = new Set<string>();
  const subjects = snapshot.subjects.map((subject) => {
    const key = JSON.stringify([subject.target, subject.kind, subject.id]);
    if (seen.has(key)) throw invalid(`The subject ${key} occurs twice.`);
    seen.add(key);
    const kind = byKind.get(subject.kind);
    if (kind === undefined) return subject;
    const held = holdToSchema(kind, subject);
    if (held.wrong.length === 0) return held.subject;
    throw invalid(`${subject.kind} ${subject.id}: ${held.wrong.join('; ')}`);
  });
  return orderSnapshot({ ...snapshot, subjects });
}

const invalid = (what: string): PlimsollError =>
  new PlimsollError('snapshot-invalid', `This is not a valid snapshot: ${what}`, {
    hint: 'Make one with: plimsoll collect -o snapshot.json',
  });

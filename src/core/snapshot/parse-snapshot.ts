import { PlimsollError } from '../errors.ts';
import { uniteKinds } from '../facts/extended-kind.ts';
import type { SubjectKind } from '../facts/subject.ts';
import { parseAnything } from '../parse-anything.ts';
import { readWith } from '../read-with.ts';
import { sayProblems } from '../say-issues.ts';
import { builtinKinds } from '../subjects/kinds.ts';
import { joinTexts, text, type Text } from '../text.ts';
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
  const parsed = readWith(snapshotSchema, input);
  if (!parsed.success) throw invalid(sayProblems(parsed.problems));
  const snapshot = parsed.data;
  if (snapshot.version.split('.')[0] !== snapshotVersion.split('.')[0]) {
    throw new PlimsollError(
      'snapshot-invalid',
      text(
        `The snapshot has version ${snapshot.version}; this release reads ${snapshotVersion}.`,
        `快照的版本为 ${snapshot.version}；本版本读取 ${snapshotVersion}。`,
      ),
      {
        hint: text(
          'Collect again with this release, or assess with the release that made it.',
          '请用本版本重新采集，或用生成该快照的版本评估。',
        ),
      },
    );
  }
  const byKind = uniteKinds(kinds);
  const seen = new Set<string>();
  const subjects = snapshot.subjects.map((subject) => {
    const key = JSON.stringify([subject.target, subject.kind, subject.id]);
    if (seen.has(key)) {
      throw invalid(text(`The subject ${key} occurs twice.`, `对象 ${key} 出现两次。`));
    }
    seen.add(key);
    const kind = byKind.get(subject.kind);
    if (kind === undefined) return subject;
    const held = holdToSchema(kind, subject);
    if (held.wrong.length === 0) return held.subject;
    const why = joinTexts(held.wrong);
    const name = `${subject.kind} ${subject.id}`;
    throw invalid(text(`${name}: ${why.en}`, `${name}：${why.zh}`));
  });
  return orderSnapshot({ ...snapshot, subjects });
}

const invalid = (why: Text): PlimsollError =>
  new PlimsollError(
    'snapshot-invalid',
    text(`This is not a valid snapshot: ${why.en}`, `不是有效的快照：${why.zh}`),
    {
      hint: text(
        'Make one with: plimsoll collect -o snapshot.json',
        '生成方法：plimsoll collect -o snapshot.json',
      ),
    },
  );

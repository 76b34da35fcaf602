import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { Subject } from '../facts/subject.ts';
import { parseSnapshot } from '../snapshot/parse-snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Entry } from './statement.ts';

/** A text, and its hash by which it is kept. */
export interface Body {
  readonly hash: string;
  readonly text: string;
}

/** A value as it is kept. */
export function bodyOf(value: unknown): Body {
  const text = canonicalJson(value);
  return { hash: sha256(text), text };
}

/** A subject as it is kept. */
export interface SubjectBody extends Body {
  readonly entry: Entry;
}

/** A subject as it is kept, with its entry for a manifest. */
export function subjectBody(subject: Subject): SubjectBody {
  const { kind, target, id } = subject;
  const body = bodyOf(subject);
  return { ...body, entry: { kind, target, id, hash: body.hash } };
}

/** A snapshot without its subjects, in parts that stay the same while nothing changes. */
export function partsOf({
  collectedAt: _,
  $schema: __,
  subjects: ___,
  origins,
  ...head
}: Snapshot): {
  readonly head: Body;
  readonly origins: Body;
} {
  return { head: bodyOf(head), origins: bodyOf(origins) };
}

/**
 * Makes a snapshot of its parts.
 *
 * @throws PlimsollError `snapshot-invalid`
 */
export function snapshotOf(
  collectedAt: string,
  head: string,
  origins: string,
  subjects: readonly string[],
): Snapshot {
  const about = parseJsonText(head);
  return parseSnapshot({
    ...(typeof about === 'object' ? about : {}),
    collectedAt,
    origins: parseJsonText(origins),
    subjects: subjects.map(parseJsonText),
  });
}

/** The hash of a value as canonical JSON. */
export const hashJson = (value: unknown): string => bodyOf(value).hash;

import type { Assessment } from '../../src/core/assessment/assessment.ts';
import type { KeysBelow } from '../../src/knowledge/answers/answer-keys.ts';
import {
  keysAt,
  endpointOf,
  knownKeysOf,
} from '../../src/collectors/engine/api-schemas/known-keys.ts';
import { rawVersion } from '../../src/collectors/engine/api-schemas/engine.ts';
import { keysOf } from '../../src/core/facts/pointer.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { valueAt, type Recorded } from './replay-answers.ts';

/** One key of one answer. */
export interface AnsweredKey {
  readonly request: string;
  readonly keys: readonly string[];
}

/** Every key of the recorded answers that is said to be sent always. */
export function keysSentAlways(recorded: Recorded): readonly AnsweredKey[] {
  const version = recorded.get('/version');
  if (!version || !('value' in version)) throw new Error('The engine told no version.');
  const known = knownKeysOf(rawVersion.parse(version.value));
  return [...recorded].flatMap(([request, answer]) => {
    if ('failure' in answer) return [];
    const below = keysAt(known, endpointOf(request));
    return below ? alwaysIn(below, answer.value, []).map((keys) => ({ request, keys })) : [];
  });
}

/** Every key of the recorded answers, at any depth. */
export function keysIn(recorded: Recorded): readonly AnsweredKey[] {
  const below = (value: unknown, above: readonly string[]): readonly (readonly string[])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, held]) => [
          ...(Array.isArray(value) ? [] : [[...above, key]]),
          ...below(held, [...above, key]),
        ]);
  return [...recorded].flatMap(([request, answer]) =>
    'value' in answer ? below(answer.value, []).map((keys) => ({ request, keys })) : [],
  );
}

function alwaysIn(
  below: KeysBelow,
  value: unknown,
  above: readonly string[],
): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = value as Readonly<Record<string, unknown>>;
  if ('each' in below) {
    return Object.keys(members).flatMap((key) =>
      alwaysIn(below.each, members[key], [...above, key]),
    );
  }
  return [
    ...below.always.map((key) => [...above, key]),
    ...Object.entries(below.under ?? {}).flatMap(([key, deeper]) =>
      alwaysIn(deeper, members[key], [...above, key]),
    ),
  ];
}

/** The name of a finding, the same in every scan of one engine. There is one engine and one Swarm, whatever their ids. */
const nameOf = ({ controlId, subject }: Assessment['findings'][number]): string =>
  ['engine', 'swarm'].includes(subject.kind)
    ? `${controlId} ${subject.kind}`
    : `${controlId} ${subject.kind} ${subject.id}`;

/** The failures of one assessment that another one lost: they pass, do not apply, or are nowhere, unsaid. */
export function lostFailures(
  before: Assessment,
  after: Assessment,
  { gaps }: Snapshot,
): readonly string[] {
  const statuses = new Map(after.findings.map((finding) => [nameOf(finding), finding.status]));
  const unread = new Set(gaps.map(({ kind }) => kind));
  return before.findings.flatMap((finding) => {
    if (finding.status !== 'fail') return [];
    const name = nameOf(finding);
    const status = statuses.get(name);
    if (status === 'fail' || status === 'unknown') return [];
    const said = unread.has(finding.subject.kind) || unread.has(null);
    return status === undefined && said ? [] : [`${name}: ${status ?? 'nothing'}`];
  });
}

/** The sources of observations that name a key of an answer which is not in it. */
export function misplacedSources(assessment: Assessment, recorded: Recorded): readonly string[] {
  const answers = new Map(
    [...recorded].map(([request, answer]) => [endpointOf(request), answer] as const),
  );
  const misplaced = assessment.findings.flatMap(({ observations }) =>
    observations.flatMap(({ path, source }) => {
      if (source?.kind !== 'api' || source.pointer === '') return [];
      const answer = answers.get(endpointOf(source.endpoint));
      const there =
        answer && 'value' in answer && valueAt(answer.value, keysOf(source.pointer)) !== undefined;
      return there ? [] : [`${path} at ${source.endpoint} ${source.pointer}`];
    }),
  );
  return [...new Set(misplaced)];
}

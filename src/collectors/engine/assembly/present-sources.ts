import { keysOf, pointerSegment } from '../../../core/facts/pointer.ts';
import { withId, type Source, type SourceMap } from '../../../core/facts/source.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { TakenAnswer } from '../api-schemas/ask-engine.ts';
import { presentKeys } from '../api-schemas/read-whole.ts';

type ApiSource = Extract<Source, { kind: 'api' }>;

/** A shared source, its pointer taken apart; `path` ends in `/*` where it is that of many. */
interface Place {
  readonly path: string;
  readonly source: ApiSource;
  readonly keys: readonly string[];
}

/**
 * Lets a subject name places alone that were in the answers: where the shared source of a fact is a key that was left
 * out, the fact has a source of its own, the nearest part above it.
 */
export function withPresentSources(
  subject: Subject,
  origin: SourceMap,
  taken: TakenAnswer,
): Subject {
  const answers = new Map<string, unknown>();
  const answerOf = ({ endpoint }: ApiSource): unknown => {
    if (!answers.has(endpoint)) {
      const asked = withId({ kind: 'api', endpoint, pointer: '' }, subject.id);
      answers.set(endpoint, asked.kind === 'api' ? taken(asked.endpoint) : undefined);
    }
    return answers.get(endpoint);
  };
  const present = (source: ApiSource, keys: readonly string[]): ApiSource => {
    const answer = answerOf(source);
    const count = answer === undefined ? keys.length : presentKeys(answer, keys);
    if (count === keys.length) return source;
    const pointer = keys.slice(0, count).map((key) => `/${pointerSegment(key)}`);
    return { ...source, pointer: pointer.join('') };
  };
  const own = (source: Source): Source =>
    source.kind === 'api' ? present(source, keysOf(source.pointer)) : source;

  const sources: Record<string, Source> = {};
  for (const [path, source] of Object.entries(subject.sources ?? {})) sources[path] = own(source);
  const places = placesOf(origin);
  for (const place of places) {
    for (const [path, keys] of filledIn(place, subject.facts)) {
      const there = present(place.source, keys);
      if (there === place.source || Object.hasOwn(sources, path)) continue;
      sources[path] = there;
      // A source of its own counts for all that is below it.
      for (const below of places) {
        if (!below.path.startsWith(`${path}/`) || below.path.endsWith('/*')) continue;
        sources[below.path] ??= present(below.source, below.keys);
      }
    }
  }
  return {
    ...subject,
    gaps: subject.gaps.map((gap) => (gap.source ? { ...gap, source: own(gap.source) } : gap)),
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
  };
}

const places = new WeakMap<SourceMap, readonly Place[]>();

function placesOf(origin: SourceMap): readonly Place[] {
  let found = places.get(origin);
  if (!found) {
    found = Object.entries(origin).flatMap(([path, source]) =>
      source.kind === 'api' && source.pointer !== ''
        ? [{ path, source, keys: keysOf(source.pointer) }]
        : [],
    );
    places.set(origin, found);
  }
  return found;
}

/** The paths that a place stands for and their keys: one for each that the facts hold, where it stands for many. */
function filledIn(
  { path, keys }: Place,
  facts: Subject['facts'],
): readonly (readonly [path: string, keys: readonly string[]])[] {
  if (!path.endsWith('/*')) return [[path, keys]];
  const above = path.slice(0, -2);
  const held: unknown = facts[above.slice(1)];
  return Object.keys(typeof held === 'object' && held !== null ? held : {}).map((key) => [
    `${above}/${pointerSegment(key)}`,
    [...keys.slice(0, -1), key],
  ]);
}

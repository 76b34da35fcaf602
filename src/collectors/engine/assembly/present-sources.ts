import { pointerSegment } from '../../../core/snapshot/pointer.ts';
import { withId, type Source, type SourceMap } from '../../../core/snapshot/source.ts';
import type { Subject } from '../../../core/subjects/subject.ts';
import type { PointerInAnswer } from '../border/ask-engine.ts';

/**
 * Lets a subject name places alone that were in the answers: where the shared source of a fact is a key that was left
 * out, the fact has a source of its own, the nearest part above it.
 */
export function withPresentSources(
  subject: Subject,
  origin: SourceMap,
  presentPointer: PointerInAnswer,
): Subject {
  const present = <T extends Source>(source: T): T => {
    if (source.kind !== 'api') return source;
    const asked = withId(source, subject.id);
    if (asked.kind !== 'api') return source;
    const pointer = presentPointer(asked.endpoint, source.pointer);
    return pointer === source.pointer ? source : { ...source, pointer };
  };
  const sources: Record<string, Source> = {};
  for (const [path, source] of Object.entries(subject.sources ?? {})) {
    sources[path] = present(source);
  }
  for (const [path, source] of placesOf(origin, subject.facts)) {
    if (Object.hasOwn(sources, path)) continue;
    const there = present(source);
    if (there === source) continue;
    sources[path] = there;
    // A source of its own counts for all that is below it.
    for (const [below, shared] of Object.entries(origin)) {
      if (below.startsWith(`${path}/`) && !below.includes('*')) sources[below] ??= present(shared);
    }
  }
  return {
    ...subject,
    gaps: subject.gaps.map((gap) => (gap.source ? { ...gap, source: present(gap.source) } : gap)),
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
  };
}

/** The paths of an origin and their sources, `*` filled in with what the facts hold there. */
function* placesOf(
  origin: SourceMap,
  facts: Subject['facts'],
): Generator<readonly [path: string, source: Source]> {
  for (const [path, source] of Object.entries(origin)) {
    if (!path.endsWith('/*')) yield [path, source];
    else if (source.kind === 'api') {
      const above = path.slice(1, -2);
      const held: unknown = facts[above];
      for (const key of Object.keys(typeof held === 'object' && held !== null ? held : {})) {
        const segment = pointerSegment(key);
        const pointer = source.pointer.replace(/\*$/, () => segment);
        yield [`/${above}/${segment}`, { ...source, pointer }];
      }
    }
  }
}

import type { Gap } from '../../core/snapshot/gap.ts';
import { pointerSegment } from '../../core/snapshot/pointer.ts';
import type { Subject, SubjectKind } from '../../core/subjects/subject.ts';

/**
 * The subject as its kind's schema reads it, with a gap in place of each fact that does not fit: what nobody understood
 * must not be judged.
 */
export function withinSchema(kind: SubjectKind, subject: Subject): Subject {
  const parsed = kind.schema.safeParse(subject.facts);
  if (parsed.success) return { ...subject, facts: { ...(parsed.data as object) } };
  const covered = (path: string): boolean =>
    subject.gaps.some(
      (gap) => gap.path === '' || path === gap.path || path.startsWith(`${gap.path}/`),
    );
  const gaps = new Map<string, Gap>();
  for (const issue of parsed.error.issues) {
    // A whole fact is the gap: which part of a value is wrong is no evidence that the rest is right.
    const [top] = issue.path;
    const path = top === undefined ? '' : pathTo(top);
    const within = issue.path.map(pathTo).join('');
    if (covered(path) || covered(within)) continue;
    gaps.set(path, { path, reason: 'malformed', detail: `${within || '/'}: ${issue.message}` });
  }
  const facts = Object.fromEntries(
    Object.entries(subject.facts).filter(([key]) => !gaps.has('') && !gaps.has(pathTo(key))),
  );
  return { ...subject, facts, gaps: [...subject.gaps, ...gaps.values()] };
}

const pathTo = (key: PropertyKey): string => `/${pointerSegment(String(key))}`;

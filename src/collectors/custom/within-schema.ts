import type { Gap } from '../../core/facts/gap.ts';
import { formatPointer } from '../../core/facts/pointer.ts';
import type { Subject, SubjectKind } from '../../core/facts/subject.ts';
import { readWith } from '../../core/read-with.ts';
import { sayProblems } from '../../core/say-issues.ts';
import { text } from '../../core/text.ts';

/**
 * The subject as its kind's schema reads it, with a gap in place of each fact that does not fit: what nobody understood
 * must not be judged.
 */
export function withinSchema(kind: SubjectKind, subject: Subject): Subject {
  const parsed = readWith(kind.schema, subject.facts);
  if (parsed.success) {
    return withoutStrangers({ ...subject, facts: { ...(parsed.data as object) } });
  }
  const covered = (path: string): boolean =>
    subject.gaps.some(
      (gap) => gap.path === '' || path === gap.path || path.startsWith(`${gap.path}/`),
    );
  const gaps = new Map<string, Gap>();
  for (const problem of parsed.problems) {
    // A whole fact is the gap: which part of a value is wrong is no evidence that the rest is right.
    const [top] = problem.path;
    const path = top === undefined ? '' : pathTo(top);
    const within = formatPointer(problem.path);
    if (covered(path) || covered(within)) continue;
    const detail = sayProblems([problem], (place) => formatPointer(place) || '/');
    gaps.set(path, { path, reason: 'malformed', detail });
  }
  const facts = Object.fromEntries(
    Object.entries(subject.facts).filter(([key]) => !gaps.has('') && !gaps.has(pathTo(key))),
  );
  return withoutStrangers({ ...subject, facts, gaps: [...subject.gaps, ...gaps.values()] });
}

/** Deeper than this no fact of a kind lies; what holds itself does. */
const deepest = 64;

/** Whether a value is the same when it was written as JSON and read again. */
function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  const { toJSON } = value as { toJSON?: unknown };
  return (
    toJSON === undefined &&
    Object.values(value).every((each) => each === undefined || isJson(each, depth + 1))
  );
}

/** The same with a gap in place of each fact that no snapshot can hold, as a date or a bigint. */
function withoutStrangers(subject: Subject): Subject {
  const strange = Object.entries(subject.facts).filter(
    ([, value]) => value !== undefined && !isJson(value),
  );
  if (strange.length === 0) return subject;
  const facts = { ...subject.facts };
  const gaps = strange.map(([key]): Gap => {
    delete facts[key];
    const detail = text(
      `${pathTo(key)}: a snapshot holds JSON, and this is none`,
      `${pathTo(key)}：快照只能保存 JSON，此值不是`,
    );
    return { path: pathTo(key), reason: 'malformed', detail };
  });
  return { ...subject, facts, gaps: [...subject.gaps, ...gaps] };
}

const pathTo = (key: PropertyKey): string => formatPointer([key]);

import { absentFact } from '../facts/absent-facts.ts';
import { formatPointer } from '../facts/pointer.ts';
import type { Subject, SubjectKind } from '../facts/subject.ts';
import { readWith } from '../read-with.ts';
import { sayProblems } from '../say-issues.ts';
import type { Text } from '../text.ts';

/** A subject as the schema of its kind reads it. */
export interface Held {
  /** With a gap in place of each fact that is absent. */
  readonly subject: Subject;
  /** The facts that are there and do not fit, each with its place and what was expected. */
  readonly wrong: readonly Text[];
}

/**
 * Holds a subject to the schema of its kind. A fact that the schema has and the subject has not is a gap: the release
 * that collected it did not read that fact, and what it did read is judged all the same.
 */
export function holdToSchema(kind: SubjectKind, subject: Subject): Held {
  const issues = issuesOf(kind, subject);
  const absent = new Set(issues.flatMap(({ path, isAbsent }) => (isAbsent ? path : [])));
  const added = Array.from(absent, (path) => absentFact(kind, path));
  return {
    subject: added.length === 0 ? subject : { ...subject, gaps: [...subject.gaps, ...added] },
    wrong: issues.filter(({ isAbsent }) => !isAbsent).map(({ said }) => said),
  };
}

/** What of a subject's facts does not fit its kind's schema, absent or wrong, apart from what a gap excuses. */
export const misfits = (kind: SubjectKind, subject: Subject): readonly Text[] =>
  issuesOf(kind, subject).map(({ said }) => said);

interface Issue {
  /** JSON Pointer into the facts. */
  readonly path: string;
  readonly said: Text;
  readonly isAbsent: boolean;
}

function issuesOf(kind: SubjectKind, { facts, gaps }: Subject): readonly Issue[] {
  const parsed = readWith(kind.schema, facts);
  if (parsed.success) return [];
  const isExcused = ({ path }: Issue): boolean =>
    gaps.some((gap) => gap.path === '' || path === gap.path || path.startsWith(`${gap.path}/`));
  return parsed.problems
    .map((problem): Issue => {
      const said = sayProblems([problem], (place) => formatPointer(place) || '/');
      return {
        path: formatPointer(problem.path),
        said,
        isAbsent: isNothingAt(facts, problem.path),
      };
    })
    .filter((issue) => !isExcused(issue));
}

/** Whether nothing stands at a place. */
function isNothingAt(facts: Subject['facts'], keys: readonly PropertyKey[]): boolean {
  let at: unknown = facts;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return false;
    at = Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }
  return at === undefined;
}

import type { Finding } from '../assessment.ts';
import type { SubjectRef } from '../../facts/subject.ts';

/** Every subject that findings are about, once, in the order in which they come. */
export function* distinctSubjects(findings: Iterable<Finding>): Generator<SubjectRef> {
  // Keys of their own would take more memory than all else that is kept here.
  const known = new Map<string, Map<string, Set<string>>>();
  for (const { subject } of findings) {
    const { target, kind, id } = subject;
    const kinds = known.get(target) ?? new Map<string, Set<string>>();
    known.set(target, kinds);
    const ids = kinds.get(kind) ?? new Set<string>();
    kinds.set(kind, ids);
    if (ids.has(id)) continue;
    ids.add(id);
    yield subject;
  }
}

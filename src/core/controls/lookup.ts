import type { CheckContext } from './check.ts';
import type { Gap, PopulationGap } from '../facts/gap.ts';
import { guardList } from '../recording/list-prototype.ts';
import { viewSubject } from '../recording/record.ts';
import { GapTouched, markGap, type Recorder } from '../recording/recorder.ts';
import { engine as engineKind } from '../subjects/engine.ts';
import type { Subject, SubjectKind } from '../facts/subject.ts';
import type { Surroundings } from '../snapshot/context.ts';

/** A list that could not be read, as what is met by a check that asks for it. */
function unlisted(of: PopulationGap): Gap {
  let gap = met.get(of);
  if (gap === undefined) {
    const { reason, detail, source } = of;
    met.set(of, (gap = { path: '', reason, detail, ...(source ? { source } : {}) }));
  }
  return gap;
}

const met = new WeakMap<PopulationGap, Gap>();

/** A longer list of subjects is not copied for each control that asks for it. */
const fewSubjects = 32;

/** The ways of the context to other subjects, for whichever subject is being judged. */
export function createLookup(recorder: Recorder, around: Surroundings) {
  let scope = '';
  let used = 0;
  /** By the kind that is asked for: one that is extended has facts that the others of its name have not. */
  const views = new Map<SubjectKind, Map<Subject, object>>();
  const subjects = new Map<string, ReadonlyMap<string, Subject>>();
  const lists = new Map<SubjectKind, readonly object[]>();
  const gaps = new Map<string, PopulationGap | undefined>();

  const view = (subject: Subject, kind: SubjectKind): object => {
    let ofKind = views.get(kind);
    if (ofKind === undefined) views.set(kind, (ofKind = new Map<Subject, object>()));
    let known = ofKind.get(subject);
    if (known === undefined) ofKind.set(subject, (known = viewSubject(subject, kind, recorder)));
    return known;
  };
  const listOf = (found: Iterable<Subject>, of: SubjectKind): object[] =>
    guardList(
      Array.from(found, (each) => view(each, of)),
      recorder,
    );
  const subjectsOf = (kind: string): ReadonlyMap<string, Subject> => {
    let known = subjects.get(kind);
    if (known === undefined) subjects.set(kind, (known = around.subjectsOf(scope, kind)));
    return known;
  };
  const meetGap = (kind: string, gap: PopulationGap | undefined): void => {
    if (!gap) return;
    const unread = unlisted(gap);
    markGap(recorder, { kind, id: '*', name: '*', target: gap.target }, unread);
    throw new GapTouched(unread);
  };
  const meet = (kind: string): void => {
    if (!gaps.has(kind)) gaps.set(kind, around.gapOf(scope, kind));
    meetGap(kind, gaps.get(kind));
  };
  return {
    /** How many times it was used; only ever counts up. */
    used: (): number => used,
    /** Looks around a subject. Answers whether something else may be found than around the one before. */
    enter(subject: Subject): boolean {
      const next = around.scopeOf(subject.target);
      if (next === scope) return false;
      views.clear();
      subjects.clear();
      lists.clear();
      gaps.clear();
      scope = next;
      return true;
    },
    // A view of a subject's facts is, to a check, the facts of its kind.
    all: ((of: SubjectKind) => {
      const { kind } = of;
      used += 1;
      let list = lists.get(of);
      if (list === undefined) {
        meet(kind);
        list = listOf(subjectsOf(kind).values(), of);
        // Array methods run far faster through a list that is not frozen, and a copy of a short one costs nothing.
        if (list.length > fewSubjects) Object.freeze(list);
        lists.set(of, list);
      }
      return list.length > fewSubjects ? list : guardList(list.slice(), recorder);
    }) as CheckContext['all'],
    find: ((kind: SubjectKind, id: string) => {
      used += 1;
      const found = subjectsOf(kind.kind).get(id);
      if (!found) meet(kind.kind);
      return found ? view(found, kind) : undefined;
    }) as CheckContext['find'],
    declared: ((of: SubjectKind, project: string, name?: string) => {
      const { kind } = of;
      used += 1;
      const members = around.membersOf(kind);
      const found = members.declared(project, name);
      if (found.length === 0) meetGap(kind, members.unreadFile);
      return listOf(found, of);
    }) as CheckContext['declared'],
    deployed: ((of: SubjectKind, project: string, name?: string) => {
      const { kind } = of;
      used += 1;
      const members = around.membersOf(kind);
      const engines = members.deployed(project, name);
      if (engines.length === 0) return undefined;
      meetGap(kind, members.unlisted);
      const [gap] = members.unread?.gaps ?? [];
      if (members.unread && gap) {
        markGap(recorder, members.unread, gap);
        throw new GapTouched(gap);
      }
      return engines.map(({ target, members: all }) => {
        const engine = around.engineOf(target);
        return {
          engine: engine && view(engine, engineKind),
          members: listOf(all, of),
        };
      });
    }) as CheckContext['deployed'],
  };
}

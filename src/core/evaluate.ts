import type { FindingStatus } from './finding-status.ts';
import { evaluate, recorderOf, type CheckContext } from './check.ts';
import { parametersOf, type Catalog } from './catalog.ts';
import type { AnyControl, Severity } from './control.ts';
import type { ProjectMembers } from './compose-projects.ts';
import type { Gap, PopulationGap } from './gap.ts';
import { viewSubject } from './record.ts';
import {
  createRecorder,
  GapTouched,
  markGap,
  noGaps,
  type Recorder,
  type ViewNode,
} from './recorder.ts';
import type { Subject, SubjectKind } from './subject.ts';
import type { Text } from './text.ts';
import type { Verdict } from './verdict.ts';
import type { Waiver } from './waiver.ts';

/** What a control said of a subject, with the reads still in their raw form. */
export interface Judgement {
  readonly control: AnyControl;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly status: FindingStatus;
  /** Absent where the check brought no words of its own. */
  readonly message: Text | undefined;
  /** The live waiver that covers it when it failed. */
  readonly waiver: Waiver | undefined;
  /** Pairs of node and key, of all judgements of the subject; this one's begin at `from` and end before `to`. */
  readonly reads: readonly (ViewNode | string)[];
  readonly from: number;
  readonly to: number;
  readonly gaps: Recorder['touched'];
}

/** Everything that the controls may look up beside the subject they judge. */
export interface Surroundings {
  readonly collectedAt: string;
  /** A machine's subjects of a kind, by id. */
  readonly subjectsOf: (machine: string, kind: string) => ReadonlyMap<string, Subject>;
  /** The gap that hides (part of) a machine's subjects of a kind. */
  readonly gapOf: (machine: string, kind: string) => PopulationGap | undefined;
  readonly machineOf: (target: string) => string;
  /** The members of Compose projects that there are of a kind, on all targets. */
  readonly membersOf: (kind: string) => ProjectMembers;
  /** The engine that a target is; `undefined` where it is none, or none that could be read. */
  readonly engineOf: (target: string) => Subject | undefined;
}

/** Judges one subject by every control of its kind, in the catalog's order. */
export type Evaluator = (subject: Subject) => readonly Judgement[];

/** A control as it is in force in a catalog. */
export interface Prepared {
  readonly control: AnyControl;
  /** Its place in the catalog, from 0. */
  readonly place: number;
  readonly severity: Severity;
  readonly ctx: CheckContext<never>;
}

/** Counts what a control said of a subject, and answers the live waiver that covers it if it failed. */
export type Settle = (
  prepared: Prepared,
  subject: Subject,
  status: FindingStatus,
) => Waiver | undefined;

/**
 * Prepares a catalog for judging many subjects: parameters parsed once, one recorder for all.
 *
 * @throws PlimsollError `parameters-invalid`
 */
export function createEvaluator(catalog: Catalog, around: Surroundings, settle: Settle): Evaluator {
  const recorder = createRecorder();
  const lookup = createLookup(recorder, around);
  const byKind = new Map<string, Prepared[]>();
  for (const [place, control] of catalog.controls.entries()) {
    const ctx = {
      // A control's parameters are what its own check was typed with.
      params: parametersOf(catalog, control) as never,
      collectedAt: around.collectedAt,
      all: lookup.all,
      find: lookup.find,
      declared: lookup.declared,
      deployed: lookup.deployed,
      [recorderOf]: recorder,
    };
    const severity = catalog.severities[control.id] ?? control.severity;
    const kind = control.subject.kind;
    byKind.set(kind, [...(byKind.get(kind) ?? []), { control, place, severity, ctx }]);
  }
  return (subject) => {
    lookup.enter(subject);
    // As many as the subject before had, so that the list seldom grows.
    const reads: Recorder['reads'] = [];
    reads.length = recorder.count;
    recorder.reads = reads;
    recorder.count = 0;
    // A view of this subject's facts is, to its check, the facts.
    const view = viewSubject(subject, recorder) as never;
    return (byKind.get(subject.kind) ?? []).map((prepared): Judgement => {
      const { control, severity, ctx } = prepared;
      recorder.touched = noGaps;
      recorder.touches = 0;
      const from = recorder.count;
      const verdict = judge(control, view, ctx);
      const manual = control.question !== undefined && verdict.status === 'unknown';
      const status = manual ? 'manual' : verdict.status;
      return {
        control,
        severity,
        subject,
        status,
        message: verdict.message,
        waiver: settle(prepared, subject, status),
        reads,
        from,
        to: recorder.count,
        gaps: recorder.touched,
      };
    });
  };
}

function judge(control: AnyControl, view: never, ctx: CheckContext<never>): Verdict {
  if (control.applies) {
    const applies = evaluate(control.applies, view, ctx);
    if (applies.status === 'fail') return { ...applies, status: 'not-applicable' };
    if (applies.status !== 'pass') return applies;
  }
  return evaluate(control.check, view, ctx);
}

const unlisted = (gap: PopulationGap): Gap => ({
  path: '',
  reason: gap.reason,
  detail: gap.detail,
  ...(gap.source ? { source: gap.source } : {}),
});

/** The ways of the context to other subjects, for whichever subject is being judged. */
function createLookup(recorder: Recorder, around: Surroundings) {
  let machine = '';
  const views = new Map<Subject, object>();
  const lists = new Map<string, readonly object[]>();

  const view = (subject: Subject): object => {
    let known = views.get(subject);
    if (known === undefined) views.set(subject, (known = viewSubject(subject, recorder)));
    return known;
  };
  const meetGap = (kind: string, gap: PopulationGap | undefined): void => {
    if (!gap) return;
    markGap(recorder, { kind, id: '*', name: '*', target: gap.target }, unlisted(gap));
    throw new GapTouched(unlisted(gap));
  };
  const meet = (kind: string): void => meetGap(kind, around.gapOf(machine, kind));
  return {
    enter(subject: Subject): void {
      const next = around.machineOf(subject.target);
      if (next === machine) return;
      views.clear();
      lists.clear();
      machine = next;
    },
    // A view of a subject's facts is, to a check, the facts of its kind.
    all: (({ kind }: SubjectKind) => {
      const known = lists.get(kind);
      if (known) return known;
      meet(kind);
      const list = Object.freeze(Array.from(around.subjectsOf(machine, kind).values(), view));
      lists.set(kind, list);
      return list;
    }) as CheckContext['all'],
    find: ((kind: SubjectKind, id: string) => {
      const found = around.subjectsOf(machine, kind.kind).get(id);
      if (!found) meet(kind.kind);
      return found ? view(found) : undefined;
    }) as CheckContext['find'],
    declared: (({ kind }: SubjectKind, project: string, name?: string) => {
      const members = around.membersOf(kind);
      const found = members.declared(project, name);
      if (found.length === 0) meetGap(kind, members.unreadFile);
      return found.map(view);
    }) as CheckContext['declared'],
    deployed: (({ kind }: SubjectKind, project: string, name?: string) => {
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
        return { engine: engine && view(engine), members: all.map(view) };
      });
    }) as CheckContext['deployed'],
  };
}

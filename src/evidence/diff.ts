import type { Assessment, Finding } from '../core/assessment.ts';
import type { SubjectRef } from '../core/subject.ts';
import {
  diffParameters,
  diffWaivers,
  type ParameterChange,
  type WaiverChange,
} from './diff-catalog.ts';
import { compareReadings } from './diff-facts.ts';

/**
 * Why a finding is another: a fact of the host changed; a fact could be read that could not, or the other way
 * round; the catalog, a parameter or a waiver changed; the subject appeared or went; or nothing but the day.
 */
export type Cause =
  | 'facts'
  | 'access'
  | 'catalog'
  | 'parameters'
  | 'waiver'
  | 'subject-appeared'
  | 'subject-gone'
  | 'time';

/** A finding's status; `waived` is a failure under a live waiver. */
export type State = Finding['status'] | 'waived';

/** One finding that is another, with everything that explains it. */
export interface FindingChange {
  readonly control: string;
  readonly subject: SubjectRef;
  /** `null` where there was none. */
  readonly before: State | null;
  /** `null` where there is none any more. */
  readonly after: State | null;
  readonly causes: readonly Cause[];
}

/** What is different between two assessments, each under its own cause. */
export interface AssessmentDifference {
  readonly subjects: {
    readonly appeared: readonly SubjectRef[];
    readonly gone: readonly SubjectRef[];
  };
  /** Controls by id; `changed` is whether the catalog or the program has another version. */
  readonly catalog: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: boolean;
  };
  readonly parameters: readonly ParameterChange[];
  readonly waivers: readonly WaiverChange[];
  readonly findings: readonly FindingChange[];
}

const subjectKey = ({ target, kind, id }: SubjectRef): string => JSON.stringify([target, kind, id]);
const findingKey = ({ controlId, subject }: Finding): string =>
  `${controlId} ${subjectKey(subject)}`;
const stateOf = ({ status, waiver }: Finding): State =>
  status === 'fail' && waiver !== undefined ? 'waived' : status;

/** Finds what changed from one assessment to another, and why. */
export function diffAssessments(before: Assessment, after: Assessment): AssessmentDifference {
  const [was, is] = [subjectsOf(before), subjectsOf(after)];
  const [hadControls, hasControls] = [controlsOf(before), controlsOf(after)];
  // Of a kind that no control judged, nothing is known to have appeared.
  const news = (one: typeof is, other: typeof is, kinds: ReadonlySet<string>) =>
    [...one].flatMap(([key, ref]) => (!other.has(key) && kinds.has(ref.kind) ? [ref] : []));
  const appeared = news(is, was, new Set(hadControls.values()));
  const gone = news(was, is, new Set(hasControls.values()));
  const parameters = diffParameters(before, after);
  const waivers = diffWaivers(before, after);
  const changed =
    before.catalog.version !== after.catalog.version || before.tool.version !== after.tool.version;

  const known = (control: string): boolean => hadControls.has(control) && hasControls.has(control);
  /** Why a finding is there at one of the two times alone. */
  const causeOfOne = ({ controlId, subject }: Finding, cameNow: boolean): Cause => {
    if (!known(controlId)) return 'catalog';
    // What stands for all of a kind comes when the last of them goes, and goes when the first comes.
    const [subjects, cause] =
      cameNow === (subject.id === '*')
        ? [gone, 'subject-gone' as const]
        : [appeared, 'subject-appeared' as const];
    const there = subjects.some(
      (each) =>
        each.kind === subject.kind &&
        (subject.id === '*' || subjectKey(each) === subjectKey(subject)),
    );
    return there ? cause : 'access';
  };
  const causesOf = (earlier: Finding, later: Finding): readonly Cause[] => {
    const control = later.controlId;
    if (earlier.status === 'fail' && later.status === 'fail') {
      return [waivers.some(({ waiver }) => waiver.control === control) ? 'waiver' : 'facts'];
    }
    const { facts, access, elsewhere } = compareReadings(earlier, later);
    const causes: Cause[] = [];
    if (facts) causes.push('facts');
    if (access) causes.push('access');
    if (parameters.some((each) => each.control === control)) causes.push('parameters');
    if (causes.length > 0) return causes;
    if (changed) causes.push('catalog');
    if (elsewhere) causes.push('facts');
    return causes.length > 0 ? causes : ['time'];
  };

  const earlier = new Map(before.findings.map((each) => [findingKey(each), each]));
  const later = new Map(after.findings.map((each) => [findingKey(each), each]));
  const findings: FindingChange[] = [];
  for (const [key, found] of later) {
    const old = earlier.get(key);
    const state = stateOf(found);
    if (old !== undefined && stateOf(old) === state) continue;
    findings.push({
      control: found.controlId,
      subject: found.subject,
      before: old === undefined ? null : stateOf(old),
      after: state,
      causes: old === undefined ? [causeOfOne(found, true)] : causesOf(old, found),
    });
  }
  for (const [key, old] of earlier) {
    if (later.has(key)) continue;
    const { controlId: control, subject } = old;
    const causes = [causeOfOne(old, false)];
    findings.push({ control, subject, before: stateOf(old), after: null, causes });
  }
  return {
    subjects: { appeared, gone },
    catalog: {
      added: [...hasControls.keys()].filter((id) => !hadControls.has(id)),
      removed: [...hadControls.keys()].filter((id) => !hasControls.has(id)),
      changed,
    },
    parameters,
    waivers,
    findings,
  };
}

const subjectsOf = ({ findings }: Assessment): ReadonlyMap<string, SubjectRef> =>
  new Map(
    findings.flatMap(({ subject }) =>
      subject.id === '*' ? [] : [[subjectKey(subject), subject] as const],
    ),
  );

/** Kinds by the controls that judge them. */
const controlsOf = ({ catalog }: Assessment): ReadonlyMap<string, string> =>
  new Map(catalog.controls.map(({ id, kind }) => [id, kind]));

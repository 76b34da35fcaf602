import { frameworkKey } from '../frameworks/framework-key.ts';
import type { SubjectRef } from '../facts/subject.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { matchesWildcard } from '../../syntax/matches-wildcard.ts';
import type { Assessment, Finding } from './assessment.ts';
import { namesSubject, type AssessmentScope } from './scope.ts';
import { countFinding, emptyTally, sumTallies } from './tally.ts';

type Control = Assessment['catalog']['controls'][number];
type Outside = NonNullable<Assessment['scope']>['outside'];
type Failures = Assessment['summary']['failures'];

const nothing: Outside = {
  findings: 0,
  failures: { critical: 0, high: 0, medium: 0, low: 0 },
  controls: [],
  machines: [],
};

/**
 * An assessment limited to a scope: its findings, the controls that have them, and every figure. What is left out is
 * counted in `scope.outside`. Requirements keep the status that everything judged gives them, and gaps and the
 * population stay, since they say what was read.
 *
 * @param scope laid over the scope that the assessment has already; without any part it changes nothing
 */
export function limitAssessment(assessment: Assessment, scope: AssessmentScope): Assessment {
  if (Object.values(scope).every((part) => part === undefined)) return assessment;
  const { outside: before = nothing, ...earlier } = assessment.scope ?? {};
  const isAsked = controlsOf(assessment, scope);
  const [inside, dropped] = split(
    assessment.findings,
    (finding) => isAsked(finding) && isOfSubject(finding, scope),
  );
  const byControl = groupBy(inside, ({ controlId }) => controlId);
  const [kept, left] = split(assessment.catalog.controls, (control) =>
    scope.subjects === undefined
      ? isAsked({ controlId: control.id, severity: control.severity })
      : byControl.has(control.id),
  );
  const controls = kept.map((control) => recount(control, byControl.get(control.id) ?? []));
  const { compensated: _, ...counts } = sumTallies(controls.map(({ tally }) => tally));
  const { withoutWaivers } = assessment.summary;
  return {
    ...assessment,
    scope: {
      ...earlier,
      ...scope,
      outside: {
        findings: before.findings + dropped.length,
        failures: addUp(before.failures, failuresIn(dropped, isOpen)),
        controls: [...before.controls, ...left],
        machines: machinesIn([...before.machines, ...dropped.map(({ subject }) => subject)]),
      },
    },
    catalog: { ...assessment.catalog, controls },
    findings: inside,
    frameworks: assessment.frameworks.filter(
      (each) => scope.frameworks?.includes(frameworkKey(each)) ?? true,
    ),
    summary: {
      findings: Object.values(counts).reduce((sum, each) => sum + each, 0),
      tally: sumTallies(controls.map(({ tally }) => tally)),
      failures: failuresIn(inside, isOpen),
      ...(withoutWaivers ? { withoutWaivers: failuresIn(inside, hasFailed) } : {}),
    },
  };
}

/** Names or ids of a scope's subjects that nothing judged has: each is a mistake, or a subject that is gone. */
export const unmatchedSubjects = (
  { findings }: Assessment,
  { subjects = [] }: AssessmentScope,
): readonly string[] =>
  subjects.filter(
    (pattern) =>
      !findings.some(({ subject }) => subject.id !== '*' && namesSubject(pattern, subject)),
  );

/** Whether a finding, or a control, is of the controls that a scope asks for. */
function controlsOf(
  { frameworks }: Assessment,
  scope: AssessmentScope,
): (each: Pick<Finding, 'controlId' | 'severity'>) => boolean {
  const mapped =
    scope.frameworks &&
    new Set(
      frameworks
        .filter((each) => scope.frameworks?.includes(frameworkKey(each)))
        .flatMap(({ requirements }) => requirements)
        .flatMap(({ controls }) => controls.flatMap(({ id, live }) => (live ? [id] : []))),
    );
  return ({ controlId, severity }) =>
    (mapped?.has(controlId) ?? true) &&
    (scope.controls?.some((pattern) => matchesWildcard(pattern, controlId)) ?? true) &&
    (scope.severities?.includes(severity) ?? true);
}

/** What stands for all subjects of a kind belongs to a named one where a list could not be read, which may hold it. */
function isOfSubject(
  { subject, status, observations }: Finding,
  { subjects }: AssessmentScope,
): boolean {
  if (subjects === undefined) return true;
  if (subject.id === '*') return status === 'unknown' && observations.length > 0;
  return subjects.some((pattern) => namesSubject(pattern, subject));
}

function recount(control: Control, findings: readonly Finding[]): Control {
  const tally = emptyTally();
  for (const { status, waiver, stale } of findings) countFinding(tally, status, waiver, stale);
  return { ...control, tally };
}

const hasFailed = ({ status }: Finding): boolean => status === 'fail';
const isOpen = (finding: Finding): boolean => hasFailed(finding) && finding.waiver === undefined;

function failuresIn(findings: readonly Finding[], counts: (finding: Finding) => boolean): Failures {
  const sums = { ...nothing.failures };
  for (const finding of findings) if (counts(finding)) sums[finding.severity] += 1;
  return sums;
}

const addUp = (one: Failures, other: Failures): Failures => ({
  critical: one.critical + other.critical,
  high: one.high + other.high,
  medium: one.medium + other.medium,
  low: one.low + other.low,
});

const machinesIn = (subjects: readonly SubjectRef[]): SubjectRef[] => {
  const machines = subjects.filter(
    ({ kind, id }) => (kind === 'host' || kind === 'engine') && id !== '*',
  );
  return [
    ...new Map(machines.map((each) => [`${each.target}\n${each.kind}\n${each.id}`, each])),
  ].map(([, each]) => each);
};

function split<T>(items: readonly T[], isIn: (item: T) => boolean): [T[], T[]] {
  const [inside, outside]: [T[], T[]] = [[], []];
  for (const item of items) (isIn(item) ? inside : outside).push(item);
  return [inside, outside];
}

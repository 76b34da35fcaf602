import type { AssessOptions } from '../../core/assessment/assess.ts';
import type { AssessmentScope } from '../../core/assessment/scope.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import {
  judgedControls,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { frameworkKey, keysOf } from '../../core/frameworks/framework-key.ts';
import type { FrameworkSelection } from '../../core/frameworks/selection.ts';
import type { Checks } from '../../core/controls/checks.ts';
import { checkComparer } from '../checks/compare-checks.ts';

/** Why a part of an assessment is another one than before. */
export const causes = [
  'tool',
  'catalog',
  'control-added',
  'control-removed',
  'check',
  'parameters',
  'severity',
  'holds',
  'framework',
  'other',
] as const;

/** Why a part of an assessment is another one than before. */
export type ReplayCause = (typeof causes)[number];

/** One difference between two assessments of the same snapshot. */
export interface Difference {
  readonly cause: ReplayCause;
  /** The control or the framework that it is about; absent where it is about the whole. */
  readonly id?: string;
  /** Before and after, in few words. */
  readonly detail: string;
  /** Findings of the control, or requirements of the framework, whose status changed with it. */
  readonly changed: number;
}

type Stated = Pick<
  AssessOptions,
  'waivers' | 'waiverLimits' | 'attestations' | 'notApplicable' | 'system' | 'at' | 'configuration'
> & { readonly scope: AssessmentScope | undefined };

/**
 * What was stated for an assessment, and what it is limited to, for another one of the same snapshot.
 *
 * @param frameworks those of the other one
 */
export function statementsOf(
  assessment: Assessment,
  frameworks: readonly FrameworkSelection[],
): Stated {
  const { waivers, attestations, notApplicable, at, configuration } = assessment;
  return {
    scope: scopeFor(assessment, frameworks),
    waivers: waivers.map(({ waiver }) => waiver),
    attestations: attestations.map(({ attestation }) => attestation),
    notApplicable: notApplicable.map(({ statement }) => statement),
    waiverLimits: limitsOf(assessment),
    system: systemOf(assessment),
    at,
    configuration,
  };
}

/** The same scope; where it is that of the frameworks, that of those which are judged by now. */
function scopeFor(
  { scope }: Assessment,
  frameworks: readonly FrameworkSelection[],
): AssessmentScope | undefined {
  if (scope === undefined) return undefined;
  const { outside: _, ...asked } = scope;
  return asked.frameworks === undefined ? asked : { ...asked, frameworks: keysOf(frameworks) };
}

/** The limits that were in force, as far as a waiver met one. */
function limitsOf(assessment: Assessment): AssessOptions['waiverLimits'] {
  const { waivers } = assessment;
  const severities = new Map(judgedControls(assessment).map(({ id, severity }) => [id, severity]));
  const limits = waivers.flatMap(({ waiver, limit }) => {
    const severity = severities.get(waiver.control);
    return severity === undefined || limit === undefined ? [] : [[severity, limit] as const];
  });
  return limits.length === 0 ? undefined : Object.fromEntries(limits);
}

function systemOf({ system }: Assessment): AssessOptions['system'] {
  if (!system) return undefined;
  const { outside: _, ...scope } = system;
  return scope;
}

/** An assessment with the checks that made it. */
export interface Judged {
  readonly assessment: Assessment;
  readonly checks: Checks;
}

/** What differs between two assessments of one snapshot, and why; at least one thing. */
export function compareJudged(before: Judged, after: Judged): readonly Difference[] {
  const [old, now] = [before.assessment, after.assessment];
  const found = [
    ...changeOf('tool', nameOf(old.tool), nameOf(now.tool)),
    ...changeOf('catalog', catalogOf(old), catalogOf(now)),
    ...compareControls(before, after),
    ...compareFrameworks(old, now),
  ];
  if (found.length > 0) return found;
  return [{ cause: 'other', detail: 'words or lineage of the catalog', changed: 0 }];
}

/** Checks whose code is another, and that judge alike. */
export function compareChecks(before: Judged, after: Judged): readonly Difference[] {
  const compare = checkComparer(before.checks, after.checks);
  return after.checks.controls.flatMap(({ id }) => {
    const detail = compare(id);
    return detail === undefined ? [] : [{ cause: 'check' as const, id, detail, changed: 0 }];
  });
}

const nameOf = ({ name, version }: { name: string; version: string }): string =>
  `${name} ${version}`;
const catalogOf = ({ catalog: { id, version } }: Assessment): string => `${id} ${version}`;

const changeOf = (
  cause: ReplayCause,
  old: string,
  now: string,
  id?: string,
): readonly Difference[] =>
  old === now
    ? []
    : [{ cause, ...(id === undefined ? {} : { id }), detail: `${old} → ${now}`, changed: 0 }];

const daysOf = (days: number | undefined): string => (days === undefined ? 'none' : `${days} d`);

type Controls = readonly JudgedControl[];

function compareControls(before: Judged, after: Judged): readonly Difference[] {
  const byId = (controls: Controls) => new Map(controls.map((each) => [each.id, each]));
  const old = byId(judgedControls(before.assessment));
  const now = byId(judgedControls(after.assessment));
  const compareCheck = checkComparer(before.checks, after.checks);
  const changed = statusChanges(before.assessment, after.assessment);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const moved = changed.get(id) ?? 0;
    if (!was) return [{ cause: 'control-added' as const, id, detail: 'added', changed: moved }];
    if (!is) return [{ cause: 'control-removed' as const, id, detail: 'removed', changed: moved }];
    const check = compareCheck(id);
    const reasons = [
      ...changeOf('parameters', JSON.stringify(was.params), JSON.stringify(is.params), id),
      ...changeOf('severity', was.severity, is.severity, id),
      ...changeOf('holds', daysOf(was.holds), daysOf(is.holds), id),
      ...(check === undefined ? [] : [{ cause: 'check' as const, id, detail: check }]),
    ];
    if (reasons.length > 0) return reasons.map((reason) => ({ ...reason, changed: moved }));
    if (moved === 0) return [];
    return [{ cause: 'other' as const, id, detail: 'it judged otherwise', changed: moved }];
  });
}

/** Findings whose status changed, or that are only on one side, by control. */
function statusChanges(old: Assessment, now: Assessment): ReadonlyMap<string, number> {
  const statuses = ({ findings }: Assessment) =>
    new Map(
      findings.map(({ controlId, subject: { target, kind, id }, status, stale }) => [
        JSON.stringify([controlId, target, kind, id]),
        { controlId, status: isLapsed({ status, stale }) ? 'stale' : status },
      ]),
    );
  const [was, is] = [statuses(old), statuses(now)];
  const changed = new Map<string, number>();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(key), is.get(key)];
    if (before?.status === after?.status) continue;
    const id = before?.controlId ?? after?.controlId ?? '';
    changed.set(id, (changed.get(id) ?? 0) + 1);
  }
  return changed;
}

function compareFrameworks(old: Assessment, now: Assessment): readonly Difference[] {
  const byKey = ({ frameworks }: Assessment) =>
    new Map(frameworks.map((each) => [frameworkKey(each), each]));
  const [was, is] = [byKey(old), byKey(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): readonly Difference[] => {
    const [before, after] = [was.get(id), is.get(id)];
    if (!before || !after) {
      return [{ cause: 'framework', id, detail: before ? 'removed' : 'added', changed: 0 }];
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const statuses = new Map(before.requirements.map((each) => [each.id, each.status]));
    const changed = after.requirements.filter((each) => statuses.get(each.id) !== each.status);
    const detail = 'requirements have other controls, or another status';
    return [{ cause: 'framework', id, detail, changed: changed.length }];
  });
}

import type { Assessment } from '../../core/assessment/assessment.ts';
import {
  diffCatalog,
  diffParameters,
  type CatalogChanges,
  type ParameterChange,
} from './catalog.ts';
import { diffScopes, withinScopeOf, type ScopeChange } from './common-scope.ts';
import { createExplainer } from './explain.ts';
import { diffFindings, type FindingChange } from './findings.ts';
import { diffRequirements, type RequirementChanges } from './requirements.ts';
import { matchSubjects, type SubjectChanges } from './subjects.ts';
import { diffWaivers, type WaiverChange } from './waivers.ts';

/** What is different between two assessments, each under its own cause. */
export interface AssessmentDifference {
  /** When the two snapshots were taken, ISO 8601 UTC. */
  readonly collectedAt: { readonly before: string; readonly after: string };
  /** What the two are limited to, where that is not the same: only what both hold is compared; else `null`. */
  readonly scope: ScopeChange | null;
  readonly targets: {
    readonly appeared: readonly string[];
    readonly gone: readonly string[];
  };
  readonly subjects: SubjectChanges;
  readonly catalog: CatalogChanges;
  readonly parameters: readonly ParameterChange[];
  readonly waivers: readonly WaiverChange[];
  readonly findings: readonly FindingChange[];
  readonly frameworks: RequirementChanges;
}

/** Finds what changed from one assessment to another, and why. */
export function diffAssessments(earlier: Assessment, later: Assessment): AssessmentDifference {
  const [before, after] = [withinScopeOf(earlier, later), withinScopeOf(later, earlier)];
  const subjects = matchSubjects(before, after);
  const catalog = diffCatalog(before, after);
  const parameters = diffParameters(before, after);
  const waivers = diffWaivers(before, after);
  const explain = createExplainer(before, after, { subjects, catalog, parameters, waivers });
  const findings = diffFindings(before, after, subjects, explain);
  const frameworks = diffRequirements(before, after, { findings, waivers, explain });
  return {
    collectedAt: { before: before.collectedAt, after: after.collectedAt },
    scope: diffScopes(earlier, later),
    targets: {
      appeared: idsMissing(after, before),
      gone: idsMissing(before, after),
    },
    subjects: subjects.changes,
    catalog,
    parameters,
    waivers,
    findings,
    frameworks,
  };
}

/** Targets of one assessment that the other does not have. */
function idsMissing({ targets }: Assessment, other: Assessment): readonly string[] {
  const known = new Set(other.targets.map(({ id }) => id));
  return targets.flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

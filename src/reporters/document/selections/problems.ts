import { severities, type Severity } from '../../../core/controls/severity.ts';
import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** A control that failed and decides an item, whether or not the failure was accepted. */
export interface Problem {
  readonly number: number;
  readonly anchor: string;
  readonly control: ControlEntry;
  /** The severity of its most severe failure. */
  readonly severity: Severity;
  readonly failures: readonly FindingEntry[];
  /** The items that it decides. */
  readonly items: readonly RequirementEntry[];
}

/** The problems, and what failed and decides no item, both worst first. */
export interface Problems {
  readonly all: readonly Problem[];
  readonly others: readonly Pick<Problem, 'control' | 'failures'>[];
}

/** Whether a finding is a failure, accepted or not. */
export const isFailure = ({ standing }: FindingEntry): boolean =>
  standing === 'fail' || standing === 'waived' || standing === 'compensated';

/** Makes the list of problems: the most severe first, and among those the one with most failures. */
export function listProblems({ controls, requirements }: Report): Problems {
  const items = decidedBy(requirements);
  const failed = controls
    .map((control) => ({ control, failures: control.findings.filter(isFailure) }))
    .filter(({ failures }) => failures.length > 0);
  const rank = ({ failures }: Pick<Problem, 'failures'>): number =>
    Math.min(...failures.map(({ severity }) => severities.indexOf(severity)));
  const worstFirst = failed
    .map((each) => ({ ...each, rank: rank(each) }))
    .toSorted((a, b) => a.rank - b.rank || b.failures.length - a.failures.length);
  const ordered = worstFirst.filter(({ control }) => items.has(control.anchor));
  const all = ordered.map(({ control, failures, rank: at }, index) => ({
    number: index + 1,
    anchor: `problem-${index + 1}`,
    control,
    failures,
    severity: severities[at] ?? control.severity,
    items: items.get(control.anchor) ?? [],
  }));
  const others = worstFirst.filter(({ control }) => !items.has(control.anchor));
  return { all, others };
}

function decidedBy(requirements: readonly RequirementEntry[]) {
  const items = new Map<string, RequirementEntry[]>();
  for (const requirement of requirements) {
    if (requirement.group) continue;
    for (const { anchor, decides, live } of requirement.controls) {
      if (!decides || !live || anchor === '') continue;
      const known = items.get(anchor);
      if (known) known.push(requirement);
      else items.set(anchor, [requirement]);
    }
  }
  return items;
}

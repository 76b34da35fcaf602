import { rankCauses, type RankedCause } from '../../model/root-causes.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** A requirement that failures break or weaken, with the causes of them, the worst first. */
export interface FailedRequirement {
  readonly entry: RequirementEntry;
  readonly causes: readonly RankedCause[];
}

/**
 * The requirements that are not satisfied, behind them those that are weakened, and then those with a failure whose result
 * is another, such as undetermined: each kind in the standard's order.
 */
export function failedRequirements(report: Report): readonly FailedRequirement[] {
  const ranked = rankCauses(report);
  const orderOf = ({ status }: RequirementEntry): number =>
    status === 'not-satisfied' ? 0 : status === 'weakened' ? 1 : 2;
  const entries = report.requirements
    .filter(({ group }) => !group)
    .toSorted((a, b) => orderOf(a) - orderOf(b));
  return entries.flatMap((entry) => {
    const breaking = new Set(
      entry.controls
        .filter(({ live, breaks }) => live && breaks !== 'nothing')
        .map(({ anchor }) => anchor),
    );
    const causes = ranked.filter(({ cause: { control, beside } }) =>
      [control, ...beside].some(({ anchor }) => breaking.has(anchor)),
    );
    return causes.length > 0 ? [{ entry, causes }] : [];
  });
}

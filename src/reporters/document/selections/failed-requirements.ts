import { rankCauses, type RankedCause } from '../../model/root-causes.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** A requirement that failures break or weaken, with the causes of them, the worst first. */
export interface FailedRequirement {
  readonly entry: RequirementEntry;
  readonly causes: readonly RankedCause[];
}

/** The requirements that are not satisfied, and behind them those that are weakened, each kind in the standard's order. */
export function failedRequirements(report: Report): readonly FailedRequirement[] {
  const ranked = rankCauses(report);
  const failed = (['not-satisfied', 'weakened'] as const).flatMap((status) =>
    report.requirements.filter((entry) => !entry.group && entry.status === status),
  );
  return failed.map((entry) => {
    const breaking = new Set(
      entry.controls
        .filter(({ live, breaks }) => live && breaks !== 'nothing')
        .map(({ anchor }) => anchor),
    );
    const causes = ranked.filter(({ cause: { control, beside } }) =>
      [control, ...beside].some(({ anchor }) => breaking.has(anchor)),
    );
    return { entry, causes };
  });
}

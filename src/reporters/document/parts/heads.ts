import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';

/** One part of a standard, such as a chapter, with the requirements in it that are counted. */
export interface Head {
  readonly head: RequirementEntry;
  /** Itself among them where it asks something of its own. */
  readonly below: readonly RequirementEntry[];
}

/**
 * The requirements by those at the top, or by those at a lower depth; what has nothing below it that is counted is
 * left out. Together they hold every counted requirement once.
 */
export function headsOf({ requirements }: Report, depth = 0): readonly Head[] {
  const all: { readonly head: RequirementEntry; readonly below: RequirementEntry[] }[] = [];
  for (const requirement of requirements) {
    if (requirement.depth <= depth) all.push({ head: requirement, below: [] });
    if (!requirement.group) all.at(-1)?.below.push(requirement);
  }
  return all.filter(({ below }) => below.length > 0);
}

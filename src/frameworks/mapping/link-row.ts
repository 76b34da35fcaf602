import type { Breaks, Guard, Link, Shows } from '../../core/frameworks/mapping.ts';
import { withBuildFiles } from './build-file-links.ts';
import type { BuiltinControlId } from './control-id.ts';
import { guardFor } from './loosest-settings.ts';
import { reasonOf, type ReasonedControlId } from './reasons.ts';

/**
 * One link as a mapping's data file writes it, a line each: the control, the requirement it says
 * something about, what a pass shows and what a failure breaks, why in English and in Chinese, and the guard if there is
 * one. A row that ends before its reason has the one of its control.
 *
 * A failure `breaks` where an assessor would have to write it down as not met: the control sees the very thing that is
 * forbidden. It `weakens` where the control sees one measure among others, or one sign. What matters only together
 * with facts that the control cannot see is `context`, and its failure breaks `nothing`.
 */
export type LinkRow<RequirementId extends string> =
  | readonly [control: ReasonedControlId, requirement: RequirementId, shows: Shows, breaks: Breaks]
  | readonly [
      control: BuiltinControlId,
      requirement: RequirementId,
      shows: Shows,
      breaks: Breaks,
      en: string,
      zh: string,
      guard?: Guard | readonly Guard[],
    ];

/** Reads a table of links. */
export function linksFrom<RequirementId extends string>(
  rows: readonly LinkRow<RequirementId>[],
): readonly Link<BuiltinControlId, RequirementId>[] {
  const links = rows.map(([control, requirement, shows, breaks, en, zh, own]) => ({
    control,
    requirement,
    shows,
    breaks,
    reason: reasonOf(control, en, zh),
    ...guardFor(control, own),
  }));
  return withBuildFiles(links);
}

import type { Guard, Link, Strength } from '../core/frameworks/mapping.ts';
import { withBuildFiles } from './build-file-links.ts';
import type { BuiltinControlId } from './control-id.ts';

/**
 * One link as a mapping's data file writes it, a line each: the control, the requirement it says
 * something about, how much a pass shows, why in English and in Chinese, and the guard if there is one.
 */
export type LinkRow<RequirementId extends string> = readonly [
  control: BuiltinControlId,
  requirement: RequirementId,
  strength: Strength,
  en: string,
  zh: string,
  guard?: Guard,
];

/**
 * Reads a table of links.
 *
 * @param loosest guards by control, for the links that have none of their own
 */
export function linksFrom<RequirementId extends string>(
  rows: readonly LinkRow<RequirementId>[],
  loosest: Partial<Record<BuiltinControlId, Guard>> = {},
): readonly Link<BuiltinControlId, RequirementId>[] {
  const links = rows.map(([control, requirement, strength, en, zh, guard = loosest[control]]) => ({
    control,
    requirement,
    strength,
    reason: { en, zh },
    ...(guard ? { guard } : {}),
  }));
  return withBuildFiles(links);
}

import { groupBy } from '../../../syntax/group-by.ts';
import type { ControlFindings, FindingEntry } from '../../model/entries/finding.ts';
import type { Report } from '../../model/report.ts';

/** What nobody could decide for one and the same reason. */
export interface UndecidedGroup {
  /** Why, in words. */
  readonly reason: string;
  /** How many findings. */
  readonly count: number;
  readonly controls: readonly ControlFindings[];
}

/** The undecided findings by what was missing, the reason with most of them first. */
export function undecidedByReason({ unseen }: Report): readonly UndecidedGroup[] {
  const all = unseen.controls.flatMap(({ control, findings }) =>
    findings.map((finding) => ({ control, finding })),
  );
  const groups = groupBy(all, ({ finding }) => reasonOf(finding));
  return Array.from(groups, ([reason, of]) => ({
    reason,
    count: of.length,
    controls: Array.from(
      groupBy(of, ({ control }) => control),
      ([control, entries]) => ({ control, findings: entries.map(({ finding }) => finding) }),
    ),
  })).toSorted((a, b) => b.count - a.count);
}

/** What could not be read, without its place, so that what fails alike stands together; else what the check said. */
function reasonOf({ message, observations }: FindingEntry): string {
  const missing = observations.flatMap(({ missing: why }) => (why === undefined ? [] : [why]));
  const reason = missing.length === 0 ? message : [...new Set(missing)].join(' · ');
  return `${reason.slice(0, 1).toLocaleUpperCase('en')}${reason.slice(1)}`;
}

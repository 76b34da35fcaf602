import type { Finding } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { standingOf } from '../model/standing.ts';

/** How findings stand together: what a reader would mix up stands apart. */
export const hdfGroups = [
  'judged',
  'waived',
  'unknown',
  'error',
  'stale',
  'not-applicable',
  'manual',
  'attested',
] as const;

/** One of {@link hdfGroups}; `judged` are passes and failures that nobody accepted. */
export type HdfGroup = (typeof hdfGroups)[number];

function groupOf(finding: Finding, attested: boolean): HdfGroup {
  const standing = standingOf(finding);
  switch (standing) {
    case 'pass':
    case 'fail':
      return 'judged';
    case 'waived':
    case 'compensated':
      return 'waived';
    case 'manual':
      return attested ? 'attested' : 'manual';
    case 'unknown':
    case 'error':
    case 'stale':
    case 'not-applicable':
      return standing;
  }
}

/**
 * Parts the findings of one control. A reader gives one status to all that stands below an id: among passes,
 * what could not be read would be passed, and what was accepted for one subject would be for all.
 */
export function partFindings(
  findings: readonly Finding[],
  attested: boolean,
): readonly (readonly [HdfGroup, readonly Finding[]])[] {
  const grouped = groupBy(findings, (finding) => groupOf(finding, attested));
  return hdfGroups.flatMap((group) => {
    const own = grouped.get(group);
    return own === undefined ? [] : [[group, own] as const];
  });
}

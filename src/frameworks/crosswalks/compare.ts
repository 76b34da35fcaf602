import type { FrameworkResult } from '../../core/assessment/assessment.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { requirementStatuses, type RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Text } from '../../core/text.ts';
import type { Crosswalk, Relation } from './crosswalk.ts';

/** One side of a row: a requirement, and where it stands. */
export interface Side {
  readonly id: string;
  readonly title: Text;
  /** `null` for a heading, which has no status of its own. */
  readonly status: RequirementStatus | null;
  /** Of a heading: the statuses of what is below it, counted; statuses without any are left out. */
  readonly below?: Readonly<Partial<Record<RequirementStatus, number>>>;
}

/** A row of a crosswalk with the statuses of one assessment on both sides. */
export interface ComparedRow {
  readonly relation: Relation;
  readonly note?: Text;
  readonly from: readonly Side[];
  readonly to: readonly Side[];
  /** Whether the two sides do not stand alike. */
  readonly differs: boolean;
}

/** What changes in one assessment when the standard changes its edition. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly source: Text;
  readonly rows: readonly ComparedRow[];
  /** Requirements that the crosswalk does not name, headings left out: of these nothing is claimed. */
  readonly uncompared: { readonly from: readonly Side[]; readonly to: readonly Side[] };
}

/**
 * Compares two editions by the statuses that one assessment gave their requirements. Rows without a requirement of the
 * assessed levels on either side are left out.
 */
export function compareEditions(
  crosswalk: Crosswalk,
  from: FrameworkResult,
  to: FrameworkResult,
): Comparison {
  const before = sidesOf(from);
  const after = sidesOf(to);
  const pick = (sides: ReadonlyMap<string, Side>, ids: readonly string[]): readonly Side[] =>
    ids.flatMap((id) => sides.get(id) ?? []);
  const rows = crosswalk.rows.flatMap(({ relation, note, ...ids }): readonly ComparedRow[] => {
    const row = { from: pick(before, ids.from), to: pick(after, ids.to) };
    if (row.from.length + row.to.length === 0) return [];
    const differs = standing(row.from) !== standing(row.to);
    return [{ relation, ...(note ? { note } : {}), ...row, differs }];
  });
  const named = {
    from: new Set(crosswalk.rows.flatMap((row) => row.from)),
    to: new Set(crosswalk.rows.flatMap((row) => row.to)),
  };
  const rest = (sides: ReadonlyMap<string, Side>, known: ReadonlySet<string>): readonly Side[] =>
    [...sides.values()].filter(({ id, status }) => status !== null && !known.has(id));
  return {
    from: from.id,
    to: to.id,
    source: crosswalk.source,
    rows,
    uncompared: { from: rest(before, named.from), to: rest(after, named.to) },
  };
}

/** How one side of a row stands, as something to compare: its statuses without number or order. */
const standing = (sides: readonly Side[]): string =>
  [
    ...new Set(
      sides.flatMap(({ status, below }) => (status === null ? Object.keys(below ?? {}) : [status])),
    ),
  ]
    .sort()
    .join();

function sidesOf({ requirements }: FrameworkResult): ReadonlyMap<string, Side> {
  const children = groupBy(requirements, ({ parent }) => parent);
  const below = (id: string, seen: ReadonlySet<string>): readonly RequirementStatus[] =>
    (children.get(id) ?? []).flatMap((each) =>
      seen.has(each.id)
        ? []
        : [...(each.group ? [] : [each.status]), ...below(each.id, new Set([...seen, each.id]))],
    );
  return new Map(
    requirements.map(({ id, title, group, status }) => [
      id,
      group
        ? { id, title, status: null, below: count(below(id, new Set([id]))) }
        : { id, title, status },
    ]),
  );
}

function count(
  statuses: readonly RequirementStatus[],
): Readonly<Partial<Record<RequirementStatus, number>>> {
  return Object.fromEntries(
    requirementStatuses.flatMap((status) => {
      const many = statuses.filter((each) => each === status).length;
      return many > 0 ? [[status, many]] : [];
    }),
  );
}

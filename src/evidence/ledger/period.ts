import type { Severity } from '../../core/controls/severity.ts';
import type { ControlStanding, Standing } from './standing.ts';

/** Where a control stood at a scan; the worst of its findings, unwaived failures first. */
export const controlStates = [
  'failing',
  'unknown',
  'waived',
  'manual',
  'passing',
  'not-applicable',
] as const;

/** One of {@link controlStates}. */
export type ControlState = (typeof controlStates)[number];

/** One scan of a series. */
export interface Scan {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly collectedAt: string;
  readonly standing: Standing;
}

/** From one instant to another, ISO 8601 UTC. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** How one control fared over a period. */
export interface ControlPeriod {
  readonly control: string;
  /** As the last scan had it. */
  readonly severity: Severity;
  /** Scans in the period that judged it, by result. */
  readonly scans: Readonly<Record<ControlState, number>>;
  /** Milliseconds, by state: what a scan found holds until the next scan, and what the last one found is not extended. */
  readonly ms: Readonly<Record<ControlState, number>>;
  /** When it was failing, as far as scans tell. */
  readonly failing: readonly Span[];
  /** Whether it was failing at the last scan. */
  readonly failingAtEnd: boolean;
}

/** How one series fared over a period. */
export interface SeriesPeriod {
  readonly series: string;
  readonly label: string;
  /** Scans within the period. */
  readonly scans: number;
  /**
   * Time without a scan: from the beginning of the period to the first scan, between scans, and from the last scan to
   * the end, the longest first.
   */
  readonly gaps: readonly (Span & { readonly ms: number })[];
  /** Those that were failing for longest first. */
  readonly controls: readonly ControlPeriod[];
}

/**
 * Reports on a series of scans. One scan from before the period, if it is given, tells how things stood when
 * the period began. Of scans with the same time the last counts.
 */
export function reportPeriod(
  about: { readonly series: string; readonly label: string },
  scans: readonly Scan[],
  period: Span,
): SeriesPeriod {
  const byTime = new Map(
    scans
      .toSorted((a, b) =>
        a.collectedAt === b.collectedAt ? a.seq - b.seq : a.collectedAt < b.collectedAt ? -1 : 1,
      )
      .map((scan) => [scan.collectedAt, scan]),
  );
  const ordered = [...byTime.values()].filter(({ collectedAt }) => collectedAt <= period.to);
  const within = ordered.filter(({ collectedAt }) => collectedAt >= period.from);
  const edges = [period.from, ...within.map(({ collectedAt }) => collectedAt), period.to];
  const gaps = edges.slice(1).map((to, at) => {
    const from = edges[at] ?? to;
    return { from, to, ms: Date.parse(to) - Date.parse(from) };
  });
  const ids = new Set(ordered.flatMap(({ standing }) => Object.keys(standing.controls)));
  const controls = [...ids].flatMap((id) => reportControl(id, ordered, period) ?? []);
  return {
    ...about,
    scans: within.length,
    gaps: gaps.filter(({ ms }) => ms > 0).toSorted((a, b) => b.ms - a.ms),
    controls: controls.toSorted(
      (a, b) =>
        b.ms.failing - a.ms.failing ||
        b.scans.failing - a.scans.failing ||
        (a.control < b.control ? -1 : 1),
    ),
  };
}

function reportControl(
  id: string,
  ordered: readonly Scan[],
  period: Span,
): ControlPeriod | undefined {
  const scans = emptyStates();
  const ms = emptyStates();
  const failing: Span[] = [];
  let last: ControlStanding | undefined;
  for (const [at, { collectedAt, standing }] of ordered.entries()) {
    const stood = Object.hasOwn(standing.controls, id) ? standing.controls[id] : undefined;
    if (stood === undefined) continue;
    const state = stateOf(stood);
    const next = ordered[at + 1]?.collectedAt ?? collectedAt;
    const from = collectedAt < period.from ? period.from : collectedAt;
    if (collectedAt >= period.from) scans[state] += 1;
    if (next < period.from) continue;
    last = stood;
    ms[state] += Date.parse(next) - Date.parse(from);
    if (state !== 'failing') continue;
    const open = failing.at(-1);
    if (open?.to === from) failing.splice(-1, 1, { from: open.from, to: next });
    else failing.push({ from, to: next });
  }
  if (last === undefined) return undefined;
  const newest = ordered.at(-1)?.standing.controls[id];
  return {
    control: id,
    severity: last.severity,
    scans,
    ms,
    failing,
    failingAtEnd: newest !== undefined && stateOf(newest) === 'failing',
  };
}

const emptyStates = (): Record<ControlState, number> => ({
  failing: 0,
  unknown: 0,
  waived: 0,
  manual: 0,
  passing: 0,
  'not-applicable': 0,
});

function stateOf(standing: ControlStanding): ControlState {
  if (standing.fail > 0) return 'failing';
  if (standing.unknown + standing.error > 0) return 'unknown';
  if (standing.waived > 0) return 'waived';
  if (standing.manual > 0) return 'manual';
  return standing.pass > 0 ? 'passing' : 'not-applicable';
}

import { type LedgerEntry, type EntryFilter, readEntries } from './entries.ts';
import type { Ledger } from './open-ledger.ts';

/** How far apart the points of a trend are; of each day, week or month its last scan counts. */
export const steps = ['scan', 'day', 'week', 'month'] as const;

/** One of {@link steps}. */
export type Step = (typeof steps)[number];

/** One point of a trend. */
export interface TrendPoint {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly collectedAt: string;
  readonly counts: LedgerEntry['counts'];
  /** Unwaived failures more than at the point before, negative for fewer; `null` at the first. */
  readonly change: number | null;
}

/** How one series went. */
export interface Trend {
  readonly series: string;
  readonly label: string;
  readonly points: readonly TrendPoint[];
}

/** How each series of a ledger went, in the order in which their first snapshots were taken. */
export async function readTrend(
  ledger: Ledger,
  filter: EntryFilter,
  step: Step,
): Promise<readonly Trend[]> {
  return trendOf(await readEntries(ledger, filter), step);
}

/** Puts entries in order of time, series by series, one to a step. */
export function trendOf(entries: readonly LedgerEntry[], step: Step): readonly Trend[] {
  const series = new Map<string, Map<string, LedgerEntry>>();
  const scans = entries.filter(({ kind }) => kind === 'assessment');
  for (const entry of scans.toSorted(byTime)) {
    const points = series.get(entry.series) ?? new Map<string, LedgerEntry>();
    series.set(entry.series, points);
    points.set(stepOf(entry, step), entry);
  }
  return [...series].map(([id, points]) => {
    const kept = [...points.values()];
    return {
      series: id,
      label: kept.at(-1)?.label ?? '',
      points: kept.map(({ seq, collectedAt, counts }, at) => {
        const before = kept[at - 1];
        return {
          seq,
          collectedAt,
          counts,
          change: before === undefined ? null : counts.fail - before.counts.fail,
        };
      }),
    };
  });
}

const byTime = (a: LedgerEntry, b: LedgerEntry): number =>
  a.collectedAt < b.collectedAt ? -1 : a.collectedAt > b.collectedAt ? 1 : a.seq - b.seq;

const dayMs = 86_400_000;

function stepOf({ seq, collectedAt }: LedgerEntry, step: Step): string {
  if (step === 'scan') return String(seq);
  if (step === 'day') return collectedAt.slice(0, 10);
  if (step === 'month') return collectedAt.slice(0, 7);
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  return String(Math.floor((Date.parse(collectedAt) / dayMs + 3) / 7));
}

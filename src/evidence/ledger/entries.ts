import type { Kysely } from 'kysely';
import type { Ledger } from './open-ledger.ts';
import { entryColumns, type Counts, type EntryRow, type Tables } from './tables.ts';

/** Which entries are wanted; absent means all. */
export interface EntryFilter {
  /** The hash of a series, or its beginning. */
  readonly series?: string | undefined;
  /** Snapshots taken at or after this instant; ISO 8601 UTC. */
  readonly from?: string | undefined;
  /** Snapshots taken at or before this instant; ISO 8601 UTC. */
  readonly to?: string | undefined;
  /** At most this many, the newest. */
  readonly limit?: number | undefined;
}

/** One entry as history shows it: all but its content. */
export interface LedgerEntry {
  readonly seq: number;
  readonly kind: EntryRow['kind'];
  /** When it was written; ISO 8601 UTC. */
  readonly appendedAt: string;
  /** When the snapshot was taken; ISO 8601 UTC. */
  readonly collectedAt: string;
  /** Entries with the same one are of the same things; empty of a prune. */
  readonly series: string;
  /** What was scanned, for people. */
  readonly label: string;
  readonly hash: string;
  readonly counts: Omit<Counts, 'not_applicable'> & { readonly notApplicable: number };
}

/** The entries of a ledger in the order of the chain. */
export function readEntries(
  ledger: Ledger,
  filter: EntryFilter = {},
): Promise<readonly LedgerEntry[]> {
  const { limit } = filter;
  return ledger.read(async (db) => {
    const rows = await matching(db, filter)
      .select(entryColumns)
      .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
      .orderBy('seq', 'desc')
      .execute();
    return rows.toReversed().map(entryOf);
  });
}

/** How many entries there are, whatever the filter's limit. */
export function countEntries(ledger: Ledger, filter: EntryFilter = {}): Promise<number> {
  return ledger.read(async (db) => {
    const { count } = await matching(db, filter)
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    // PostgreSQL counts in 64 bits, which its driver gives as a text.
    return Number(count);
  });
}

/** A series is asked for by the beginning of its hash, so that nothing in it is a pattern. */
const matching = (db: Kysely<Tables>, { series, from, to }: EntryFilter) =>
  db
    .selectFrom('plimsoll_entry')
    .$if(series !== undefined, (query) =>
      query.where('series', 'like', `${(series ?? '').replaceAll(/[^0-9a-f]/g, '-')}%`),
    )
    .$if(from !== undefined, (query) => query.where('collected_at', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('collected_at', '<=', to ?? ''));

const entryOf = (row: EntryRow): LedgerEntry => ({
  seq: row.seq,
  kind: row.kind,
  appendedAt: row.appended_at,
  collectedAt: row.collected_at,
  series: row.series,
  label: row.label,
  hash: row.hash,
  counts: {
    findings: row.findings,
    pass: row.pass,
    fail: row.fail,
    waived: row.waived,
    unknown: row.unknown,
    error: row.error,
    notApplicable: row.not_applicable,
    manual: row.manual,
    critical: row.critical,
    high: row.high,
    medium: row.medium,
    low: row.low,
  },
});

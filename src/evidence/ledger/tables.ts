import type { ColumnType } from 'kysely';

/** Bytes as drivers answer with them: libsql with the one, pg with the other. */
export type Bytes = ArrayBuffer | Uint8Array;

/** What a ledger counts of an assessment: the columns that history and trend read. */
export interface Counts {
  readonly findings: number;
  readonly pass: number;
  /** Failures that nobody accepted. */
  readonly fail: number;
  /** Failures under a live waiver, those with a compensating control among them. */
  readonly waived: number;
  readonly unknown: number;
  readonly error: number;
  readonly not_applicable: number;
  readonly manual: number;
  /** Unwaived failures by severity; together they are `fail`. */
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
}

/** The counts of an entry that is no assessment. */
export const noCounts: Counts = {
  findings: 0,
  pass: 0,
  fail: 0,
  waived: 0,
  unknown: 0,
  error: 0,
  not_applicable: 0,
  manual: 0,
  critical: 0,
  high: 0,
  medium: 0,
  low: 0,
};

/** One link of the chain: every column but `hash` itself goes into its hash. */
export interface EntryRow extends Counts {
  /** Counts from 1 without a hole. */
  readonly seq: number;
  readonly kind: 'assessment' | 'prune' | 'checkpoint';
  /** When it was written, by the clock of who wrote it; ISO 8601 UTC. */
  readonly appended_at: string;
  /** When the snapshot was taken; of a prune, when it was done. ISO 8601 UTC. */
  readonly collected_at: string;
  /** What was scanned, as a short hash: entries with the same one follow one another in time. */
  readonly series: string;
  /** What was scanned, for people. */
  readonly label: string;
  /** SHA-256 of the canonical JSON of the content. */
  readonly content_hash: string;
  /** SHA-256 of the bytes that are stored for it. */
  readonly stored_hash: string;
  /** SHA-256 of the standing: where each control and framework stood. */
  readonly standing_hash: string;
  /** The hash of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  readonly hash: string;
}

/** Every column of an entry, by name: what a damaged file calls them is not asked. */
export const entryColumns = [
  'seq',
  'kind',
  'appended_at',
  'collected_at',
  'series',
  'label',
  'content_hash',
  'stored_hash',
  'standing_hash',
  'findings',
  'pass',
  'fail',
  'waived',
  'unknown',
  'error',
  'not_applicable',
  'manual',
  'critical',
  'high',
  'medium',
  'low',
  'previous',
  'hash',
] as const satisfies readonly (keyof EntryRow)[];

/** The tables, the same in SQLite and PostgreSQL. */
export interface Tables {
  readonly plimsoll_entry: EntryRow;
  /** The content of an entry: canonical JSON, deflated. */
  readonly plimsoll_body: {
    readonly seq: number;
    readonly content: ColumnType<Bytes, Uint8Array, never>;
  };
  /** Standings by their hash: a scan that found what the one before found shares its standing. */
  readonly plimsoll_standing: { readonly hash: string; readonly standing: string };
  /** One row: the last entry. */
  readonly plimsoll_head: { readonly id: 1; readonly seq: number; readonly hash: string };
  /** Empty but inside the transaction that prunes: entries up to `through` may go. */
  readonly plimsoll_pruning: { readonly through: number };
  /** One row for each migration that was made. */
  readonly plimsoll_schema: { readonly version: number; readonly migrated_at: string };
}

/**
 * The door to the ledger, which keeps assessments one after the other, and to what it tells over time. It needs an optional
 * package, `libsql` for a file or `pg` for PostgreSQL, which is loaded when a ledger is opened.
 *
 * @packageDocumentation
 */
export { appendAssessment } from './evidence/ledger/append.ts';
export type { Position } from './evidence/ledger/append.ts';
export { chainProblems, whyRefused } from './evidence/ledger/chain-problems.ts';
export { countEntries, readEntries } from './evidence/ledger/entries.ts';
export type { LedgerEntry, EntryFilter } from './evidence/ledger/entries.ts';
export type { LedgerProblem } from './evidence/ledger/ledger-problems.ts';
export { isLedger, isPostgresUrl } from './evidence/ledger/location.ts';
export { openLedger } from './evidence/ledger/open-ledger.ts';
export type { Ledger } from './evidence/ledger/open-ledger.ts';
export { controlStates } from './evidence/ledger/period.ts';
export type { ControlPeriod, ControlState, SeriesPeriod, Span } from './evidence/ledger/period.ts';
export { pruneLedger } from './evidence/ledger/prune.ts';
export type { Pruned } from './evidence/ledger/prune.ts';
export { keepDaysAtLeast } from './evidence/ledger/prune-record.ts';
export type { PruneOf, PruneRecord } from './evidence/ledger/prune-record.ts';
export { readAssessment } from './evidence/ledger/read-content.ts';
export { readPeriod } from './evidence/ledger/read-period.ts';
export { readTrend, steps } from './evidence/ledger/trend.ts';
export type { Step, Trend, TrendPoint } from './evidence/ledger/trend.ts';
export { seriesOf } from './evidence/ledger/standing.ts';
export { verifyLedger } from './evidence/ledger/verify-ledger.ts';
export type { LedgerVerdict } from './evidence/ledger/verify-ledger.ts';

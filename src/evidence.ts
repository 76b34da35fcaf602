/**
 * The door to evidence that lasts: the ledger of assessments, and what changed between two of them. A ledger needs
 * an optional package, `libsql` for a file or `pg` for PostgreSQL, which is loaded when one is opened.
 *
 * @packageDocumentation
 */
export { diffAssessments } from './evidence/diff.ts';
export type { Cause, Difference, FindingChange, State } from './evidence/diff.ts';
export type { Change, ParameterChange, WaiverChange } from './evidence/diff-catalog.ts';
export { appendAssessment } from './evidence/ledger/append.ts';
export type { Position } from './evidence/ledger/append.ts';
export { readEntries } from './evidence/ledger/entries.ts';
export type { Entry, EntryFilter } from './evidence/ledger/entries.ts';
export type { LedgerProblem } from './evidence/ledger/ledger-ends.ts';
export { isLedger, isPostgresUrl } from './evidence/ledger/location.ts';
export { openLedger } from './evidence/ledger/open-ledger.ts';
export type { Ledger } from './evidence/ledger/open-ledger.ts';
export type { ControlPeriod, ControlState, SeriesPeriod, Span } from './evidence/ledger/period.ts';
export { pruneLedger } from './evidence/ledger/prune.ts';
export type { Pruned } from './evidence/ledger/prune.ts';
export type { PruneRecord } from './evidence/ledger/prune-record.ts';
export { readAssessment } from './evidence/ledger/read-content.ts';
export { readPeriod } from './evidence/ledger/read-period.ts';
export { readTrend, steps } from './evidence/ledger/trend.ts';
export type { Step, Trend, TrendPoint } from './evidence/ledger/trend.ts';
export { verifyLedger } from './evidence/ledger/verify-ledger.ts';
export type { LedgerVerdict } from './evidence/ledger/verify-ledger.ts';

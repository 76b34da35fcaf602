import type { Severity } from '../../core/controls/severity.ts';

/** One scan of a ledger, counted. */
export interface ScanCounts {
  /** ISO 8601 UTC. */
  readonly collectedAt: string;
  /** Unwaived failures by severity, waived ones, and what stayed undecided. */
  readonly counts: Readonly<Record<Severity | 'waived' | 'unknown' | 'error', number>>;
}

/** From one instant to another, ISO 8601 UTC. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** How one control fared over a period; counts and milliseconds are by how it stood. */
export interface ControlCourse {
  readonly control: string;
  readonly scans: Readonly<Record<ControlCourseState, number>>;
  readonly ms: Readonly<Record<ControlCourseState, number>>;
  /** When it was failing, as far as scans tell. */
  readonly failing: readonly TimeSpan[];
  readonly failingAtEnd: boolean;
}

/** Where a control stood at a scan: the worst of its findings. */
export type ControlCourseState =
  | 'failing'
  | 'unknown'
  | 'waived'
  | 'manual'
  | 'passing'
  | 'not-applicable';

/**
 * How the scans before this one went, as a ledger keeps them: plain data, so that a report stays a function of what it
 * is given. `readTrend` and `readPeriod` of `plimsoll/evidence` give what fits.
 */
export interface HistoryOptions extends TimeSpan {
  /** What was scanned, for people. */
  readonly label: string;
  /** In order of time; as many as are to be drawn. */
  readonly points: readonly ScanCounts[];
  /** Scans within the period; the points may be a selection of them. */
  readonly scans: number;
  /** Time without a scan, the longest first. */
  readonly gaps: readonly (TimeSpan & { readonly ms: number })[];
  readonly controls: readonly ControlCourse[];
}

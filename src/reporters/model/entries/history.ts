import type { Severity } from '../../../core/controls/severity.ts';

/** How the scans before this one went, in a period that a ledger covers. */
export interface HistoryEntry {
  /** What was scanned. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly scans: number;
  /** The longest time without a scan; absent where there is none. */
  readonly longestGap?: { readonly lasts: string; readonly from: string; readonly to: string };
  readonly points: readonly {
    /** ISO 8601 UTC. */
    readonly at: string;
    /** The same, for people. */
    readonly when: string;
    /** Unaccepted failures. */
    readonly failures: Readonly<Record<Severity, number>>;
  }[];
  /** Controls by their anchors. */
  readonly controls: ReadonlyMap<string, CourseEntry>;
}

/** How one control fared. */
export interface CourseEntry {
  /** Scans that judged it. */
  readonly scans: number;
  /** Scans at which it failed and nobody had accepted it. */
  readonly failed: number;
  /** Scans at which it failed and somebody had accepted it. */
  readonly accepted: number;
  /** Scans at which it could not be decided. */
  readonly undecided: number;
  /** How long it was failing altogether. */
  readonly lasts: string;
  /** Milliseconds of the same. */
  readonly ms: number;
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly failingAtEnd: boolean;
}

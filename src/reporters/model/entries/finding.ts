import type { Severity } from '../../../core/controls/severity.ts';
import type { SourceEntry } from './source.ts';
import type { Standing, StandingCount, Tone } from './count.ts';

/** One fact that a check read, as three readable pieces. */
export interface ObservationLine {
  readonly path: string;
  readonly value: string;
  /** `GET /containers/abc/json → /HostConfig/Memory`, `daemon.json:12`, `$ auditctl -l`. */
  readonly source: string;
  /** How it was read: by an API, from the kernel's files, from any other file; absent where no source is recorded. */
  readonly way?: 'api' | 'kernel' | 'file' | 'command' | 'probe';
  /** Whether the fact could not be read, so that `value` says why. */
  readonly gap: boolean;
  /** Why it could not be read; absent where it was. */
  readonly missing?: string;
}

/** Lines of a file that a person wrote, around those in which something was read. */
export interface QuoteEntry {
  readonly path: string;
  readonly lines: readonly {
    readonly number: number;
    readonly text: string;
    /** Whether something was read in it. */
    readonly marked: boolean;
  }[];
}

/** The place in a file that a finding points to. */
export interface PlaceEntry {
  readonly path: string;
  /** From 1; absent where it is the whole file. */
  readonly line?: number;
  /** Where it is shown, as an address; absent where none is known. */
  readonly href?: string;
}

/** One control on one subject. */
export interface FindingEntry {
  /** Its place in the assessment, counted from 1: the same in every format. */
  readonly number: number;
  readonly anchor: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** The beginning of a long id, for where there is little room. */
  readonly shortId: string;
  readonly target: string;
  readonly standing: Standing;
  readonly status: string;
  readonly tone: Tone;
  readonly severity: Severity;
  readonly message: string;
  readonly observations: readonly ObservationLine[];
  /** Where it is, in a file that stays where it is; `undefined` where it is in none. */
  readonly place: PlaceEntry | undefined;
  /** Whether it is a failure that a baseline accepts. */
  readonly known: boolean;
  /** What is written where it was read; of a finding that needs nobody’s attention nothing is quoted. */
  readonly quotes: readonly QuoteEntry[];
  /** Number of the waiver that accepts it, in {@link Report.waivers}. */
  readonly waiver?: number;
}

/** One control with its words and all that it said. */
export interface ControlEntry {
  readonly id: string;
  readonly anchor: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly severityLabel: string;
  readonly title: string;
  /** What is wrong where it failed; the title where nobody said that. */
  readonly failingTitle: string;
  readonly rationale: string;
  readonly remediation: string;
  /** As they stand in the catalog; a format makes a link of an https address only. */
  readonly references: readonly string[];
  /** Parameters in force, `max = 1024`. */
  readonly params: readonly string[];
  /** Where the code of its check stands; absent where nobody handed it over. */
  readonly source?: SourceEntry;
  /** What it said, by standing; standings without any are left out. */
  readonly tally: readonly StandingCount[];
  readonly findings: readonly FindingEntry[];
}

/** Some findings of one control. */
export interface ControlFindings {
  readonly control: ControlEntry;
  readonly findings: readonly FindingEntry[];
}

/** Failures of one severity, by control. */
export interface SeverityGroup {
  readonly severity: Severity;
  readonly label: string;
  readonly count: number;
  readonly controls: readonly ControlFindings[];
}

/** What could not be read, and what could not be decided. */
export interface Unseen {
  readonly lists: readonly {
    readonly target: string;
    readonly kind: string;
    readonly reason: string;
    readonly detail: string;
    readonly source: string;
  }[];
  readonly factGaps: number;
  readonly controls: readonly ControlFindings[];
  /** Controls that broke: they threw, or read a key that there is none of. */
  readonly errors: readonly ControlFindings[];
}

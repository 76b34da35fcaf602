import type { Bearing, RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Severity } from '../../../core/controls/severity.ts';
import type { AttestationEntry } from './accepted.ts';
import type { StandingCount, Tone } from './count.ts';
import type { ControlFindings } from './finding.ts';

/** One requirement of the framework, in its place in the tree. */
export interface RequirementEntry {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  /** 0 at the top. */
  readonly depth: number;
  /** A heading only: it has no result of its own. */
  readonly group: boolean;
  readonly nature: string;
  /** Levels, baselines or profiles that ask for it, by id; empty means all of them. */
  readonly levels: readonly string[];
  /** How its publisher says that it is assessed; absent where the standard does not say. */
  readonly assessed?: 'automated' | 'manual';
  readonly verified: boolean;
  readonly status: RequirementStatus;
  /** Why there was nothing to judge; empty unless that is how it stands. */
  readonly reasons: readonly string[];
  /** The result in the standard's word; empty where the standard has none for it, and then `rule` says it. */
  readonly word: string;
  /** The rule by which it came about, in our word. */
  readonly rule: string;
  readonly tone: Tone;
  readonly controls: readonly (Bearing & {
    readonly id: string;
    readonly anchor: string;
    readonly title: string;
    readonly failingTitle: string;
    /** Absent of a control that the catalog has not. */
    readonly severity: Severity | undefined;
    /** What a pass shows and what a failure breaks, in words. */
    readonly bearing: string;
    /** Whether it decides; any other informs the person who judges. */
    readonly decides: boolean;
    readonly reason: string;
    readonly live: boolean;
    readonly tally: readonly StandingCount[];
  })[];
  readonly attestation?: AttestationEntry;
  /** Attestations of it that do not count. */
  readonly lapsed: readonly AttestationEntry[];
  /** The statement in force that it does not apply. */
  readonly statement?: {
    readonly said: string;
    readonly reason: string;
    readonly owner: string;
    readonly until: string;
    readonly conflict: boolean;
  };
}

/** What the reader has to bring. */
export interface Needs {
  readonly questions: readonly ControlFindings[];
  readonly requirements: readonly {
    readonly title: string;
    readonly entries: readonly RequirementEntry[];
  }[];
}

import type { BuiltFile } from './build.ts';
import type { PlimsollError } from '../../core/errors.ts';
import type { PopulationGap } from '../../core/facts/gap.ts';
import type { SourceMap } from '../../core/facts/source.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { Unread } from './unread-gap.ts';
import type { KeptAnswers } from '../../core/snapshot/answer.ts';
import type { Alert, Detection } from '../../core/subjects/workload/detections.ts';
import type { Population, Quote, Target } from '../../core/snapshot/snapshot.ts';

/** What one collector brings home from one target. */
export interface Harvest {
  readonly target: Target;
  readonly subjects: readonly Subject[];
  readonly population: readonly Population[];
  readonly gaps: readonly PopulationGap[];
  /** Shared sources, under names that are unique to the collector: `engine/workload`, `host`, … */
  readonly origins: Readonly<Record<string, SourceMap>>;
  /** Values dropped, by rule. */
  readonly redactions: Readonly<Record<string, number>>;
  /** Files whose lines are shown, without their secrets. */
  readonly quotes?: readonly Quote[];
  /** What an engine answered, where that was asked for. */
  readonly answers?: KeptAnswers;
  /** What is wrong with a target that was read as far as it can be: its program would refuse it, or it stopped answering; absent where nothing is. */
  readonly failures?: readonly PlimsollError[];
  /** Files of their own that are built here; they may be among the targets. */
  readonly builds?: readonly BuiltFile[];
  /** What a log of a run-time sensor says of containers, which other targets have; absent of every other target. */
  readonly detections?: DetectionLog;
}

/** What a log of a run-time sensor says, before it is known whose containers these are. */
export interface DetectionLog {
  /** The target's id. */
  readonly log: string;
  /** The file, as sources call it. */
  readonly path: string;
  /** Each container that an alert names. */
  readonly containers: readonly {
    /** 12 hexadecimal digits at least. */
    readonly id: string;
    readonly alerts: readonly (Alert & {
      /** The line of the first. */
      readonly line: number;
    })[];
    /** Whether there are more, which are not kept. */
    readonly more: boolean;
  }[];
  /** Each host that a sign of life names: from when to when its sensor watched. */
  readonly hosts: readonly ({ readonly name: string } & NonNullable<Detection['watched']>)[];
  /** Why there may be alerts that are not known; any container may be meant. */
  readonly unread: readonly Unread[];
}

/** What came of one target. */
export interface Outcome {
  readonly harvest: Harvest;
  /** Why nothing of it could be read; the harvest then holds gaps alone. Absent where it was read. */
  readonly error?: PlimsollError;
}

/** How far a collection has come; sent often, and cheap to ignore. */
export interface Progress {
  readonly target: string;
  /** What is being read: `container`, `image`, … */
  readonly what: string;
  readonly done: number;
  /** 0 where it is not known yet. */
  readonly total: number;
}

/** Options of every collector. */
export interface CollectOptions {
  /** Ends the collection early; what was not read by then is a gap. */
  readonly signal?: AbortSignal;
  /** Called often; it must return at once. */
  readonly onProgress?: (progress: Progress) => void;
  /** Keeps what engines answer, without its secrets, for a bundle; it takes memory and time, so not by default. */
  readonly keepAnswers?: boolean;
}

/** A file that is longer, in characters, is not shown beside what was read in it. */
export const mostQuoted = 1 << 18;

/** The machine identity of targets on the machine that this process runs on. */
export const localMachine = 'local';

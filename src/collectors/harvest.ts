import type { KeptAnswers } from '../core/snapshot/answer.ts';
import type { PlimsollError } from '../core/errors.ts';
import type { PopulationGap } from '../core/snapshot/gap.ts';
import type { Population, Quote, Target } from '../core/snapshot/snapshot.ts';
import type { SourceMap } from '../core/snapshot/source.ts';
import type { Subject } from '../core/subjects/subject.ts';

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
  /** Files of which lines are shown, without their secrets. */
  readonly quotes?: readonly Quote[];
  /** What an engine answered, where that was asked for. */
  readonly answers?: KeptAnswers;
  /** For what its program would refuse the target, which was read as far as it can be; absent where for nothing. */
  readonly failures?: readonly PlimsollError[];
  /** Files of their own that are built here; they may be among the targets. */
  readonly builds?: readonly BuiltFile[];
}

/**
 * Build arguments by name, each with its value; `undefined` where that is not known or may be a secret, so that nobody
 * knows with what a default is replaced.
 */
export type BuildArguments = ReadonlyMap<string, string | undefined>;

/** How something builds a Dockerfile. */
export interface Build {
  /** What it is given. */
  readonly given: BuildArguments;
  /** Name or number of the stage that is built; absent where it is the last. */
  readonly stage?: string;
}

/** A Dockerfile that something builds, and how. */
export interface BuiltFile extends Build {
  /** Its absolute path. */
  readonly path: string;
  /** Who runs nothing else than what is built; absent where that is not certain. */
  readonly runBy?: Runner;
}

/** A workload, and what its image decides for it. */
export interface Runner {
  /** Its id. */
  readonly id: string;
  readonly leaves: readonly LeftToImage[];
}

/** Facts that an image decides where whoever runs it says nothing of them. */
export type LeftToImage = 'user' | 'healthCheck';

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

/** What every collector may be told. */
export interface CollectOptions {
  /** Ends the collection early; what was not read by then is a gap. */
  readonly signal?: AbortSignal;
  /** Called often; it must return at once. */
  readonly onProgress?: (progress: Progress) => void;
  /** Keeps what engines answer, without its secrets, for a bundle; it takes memory and time, so not unless told. */
  readonly keepAnswers?: boolean;
}

/** A file that is longer, in characters, is not shown beside what was read in it. */
export const mostQuoted = 1 << 18;

/** The machine identity of targets on the machine that this process runs on. */
export const localMachine = 'local';

import type { Gap } from '../snapshot/gap.ts';
import type { Observation } from './observation.ts';
import type { Recorder, ViewNode } from './recorder.ts';
import type { Subject } from '../subjects/subject.ts';

/** What was read for one judgement, still in its raw form. */
export interface Noted {
  readonly subject: Subject;
  /** What was read for all judgements of the subject; this one's begin at `from` and end before `to`. */
  readonly notes: Notes;
  readonly from: number;
  readonly to: number;
  readonly gaps: Recorder['touched'];
}

/** What was read of one subject, for all that was said of it. */
export interface Notes {
  /** Pairs of node and key. */
  reads: readonly (ViewNode | string)[];
  /** What was made of them so far. */
  described?: Described;
}

/**
 * The observations of one subject that were made so far, for all that was said of it: most facts are read by several
 * checks. By the path, and with the subject before it where that is another.
 */
export interface Described {
  /** How many judgements were described so far. */
  judgements: number;
  readonly facts: Map<string, Entry>;
  readonly gaps: Map<string, Entry>;
}

interface Entry {
  readonly seen: Observation;
  /** The gap that it tells of; `undefined` of a fact that was read. */
  readonly gap: Gap | undefined;
  /** The last judgement that it was part of, by its number. */
  of: number;
}

import type { Gap } from '../facts/gap.ts';
import type { Observation } from './observation.ts';
import type { Met, ViewNode } from './recorder.ts';
import type { Subject } from '../facts/subject.ts';

/** What was read for one judgement, still in its raw form. */
export interface Noted {
  readonly subject: Subject;
  /** Pairs of node and key. */
  readonly reads: Reads;
  readonly gaps: readonly Met[];
  /** Shared by all that was said of the subject. */
  readonly notes: Notes;
}

/** Pairs of node and key. */
export type Reads = readonly (ViewNode | string)[];

/** What was made so far of all that was read of one subject. */
export interface Notes {
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

/** An observation, and what is known of it beside. */
export interface Entry {
  readonly seen: Observation;
  /** The same in words, once somebody asked. */
  spelled: string | undefined;
  /** The gap that it tells of; `undefined` of a fact that was read. */
  readonly gap: Gap | undefined;
  /** The last judgement that it was part of, by its number. */
  of: number;
}

import type { Placed } from './placed-text.ts';

/** A command of a text that may be a script, as far as it tells what a program is handed. */
export interface Command {
  readonly words: readonly Word[];
  /** The commands whose output it reads. */
  readonly from: readonly Command[];
  /** What here-strings and heredocs give it to read. */
  readonly given: readonly Placed[];
  /** Files that it reads, and commands in place of one. */
  readonly reads: readonly Word[];
  readonly writes: readonly Word[];
  /** Those of the group that it stands for. */
  readonly members: readonly Command[];
}

/** A word of a command, its quotes taken off; `$()` stands for what commands in it print. */
export interface Word extends Placed {
  /** Behind it, in the text that it was read from. */
  readonly end: number;
  /** The commands in it, whose output stands in its place or in that of a file. */
  readonly inner: readonly Command[];
  readonly quoted: boolean;
}

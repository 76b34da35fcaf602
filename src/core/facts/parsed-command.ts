import { z } from 'zod';

/** The place of a command in the list that it stands in, counted from 0. */
const place = z.number().int().nonnegative();

/** One simple command of a script, as a shell reads it; secrets removed. What is absent there is none of. */
export const parsedCommand = z.object({
  /**
   * The program and its arguments, quotes taken off. What is known only when it runs stays as it is written: `$NAME`,
   * `${NAME:-x}`, and `$()` for what commands inside the word print.
   */
  words: z.array(z.string()),
  /** The line of the script that it begins on, counted from 1. */
  line: z.number().int().positive(),
  /** Variables that are set in front of it, or by themselves: `NAME=value`. */
  assignments: z.array(z.string()).optional(),
  /** The commands whose output it reads through a pipe, as ranges: the place of the first, and the one behind the last. */
  input: z.array(place).optional(),
  /** Commands in `$(…)` or `<(…)` among its words, as such ranges. */
  inner: z.array(place).optional(),
  /** Files that its output is written to. */
  writesTo: z.array(z.string()).optional(),
  /** Files that its input is read from. */
  readsFrom: z.array(z.string()).optional(),
  /** What heredocs and here-strings give it to read. */
  bodies: z.array(z.string()).optional(),
  /** The place, counted from 0, of the last command before the `||` that it stands behind. */
  insteadOf: place.optional(),
  /** Whether the shell goes on while it runs. */
  background: z.boolean().optional(),
  /** The function that it stands in. */
  inFunction: z.string().optional(),
  /**
   * The commands that do not run where it fails, as ranges of places; the place behind the last command stands for what is behind
   * the script, which a step that failed does not reach. Older snapshots have none.
   */
  ifFails: z.array(place).optional(),
  /** The same where it does not fail; of `[`, `[[` and `test` alone. */
  ifHolds: z.array(place).optional(),
  /** The same where the function that it calls ends the shell. */
  ifEnds: z.array(place).optional(),
  /** The same where it is not run, for each cause of that; absent where it is run for certain once the script, or its function, is. */
  ifLeft: z.array(z.array(place)).optional(),
});

/** One simple command of a shell script. */
export interface ShellCommand {
  /**
   * The program and its arguments, quotes taken off. What is known only when it runs stays as it is written: `$NAME`,
   * `${NAME:-x}`, and `$()` for what commands inside the word print.
   */
  readonly words: readonly string[];
  /** Variables that are set in front of it, or by themselves: `NAME=value`; an array has its elements behind one another. */
  readonly assignments: readonly string[];
  /** The commands whose output it reads through a pipe, nearest only. */
  readonly input: readonly ShellCommand[];
  /** Commands in `$(…)`, backticks or `<(…)` among its words. */
  readonly inner: readonly ShellCommand[];
  /** Files that its output is written to. */
  readonly writesTo: readonly string[];
  /** Files that its input is read from. */
  readonly readsFrom?: readonly string[] | undefined;
  /** What heredocs and here-strings give it to read. */
  readonly bodies: readonly string[];
  /** The last command before the `||` that it stands behind, alone or in a group: it runs only where that side fails. */
  readonly insteadOf: ShellCommand | undefined;
  /** Whether the shell goes on while it runs, as `&` behind it says. */
  readonly background: boolean;
  /** The function that it stands in, which may never be called; `undefined` outside of functions. */
  readonly inFunction: string | undefined;
  /**
   * The commands behind it that do not run where it fails, as ranges of places in the list of all: the first, and the one
   * behind the last. The place behind the list stands for what is behind the script, which a step that failed does not reach.
   */
  readonly ifFails: readonly number[];
  /** The same where it does not fail; of tests alone. */
  readonly ifHolds?: readonly number[] | undefined;
  /** The same where the function that it calls ends the shell. */
  readonly ifEnds?: readonly number[] | undefined;
  /**
   * The same where it is not run, for each cause of that; `undefined` of a command that is run for certain once the script,
   * or its function, is.
   */
  readonly ifLeft?: readonly (readonly number[])[] | undefined;
  /** The line of the script that it begins on, counted from 1. */
  readonly line: number;
}

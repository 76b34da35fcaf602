/** One simple command of a shell script. */
export interface ShellCommand {
  /** The program and its arguments, quotes taken off; what a variable or a substitution gives is not known. */
  readonly words: readonly string[];
  /** Variables that are set in front of it, or by themselves: `NAME=value`. */
  readonly assignments: readonly string[];
  /** The commands whose output it reads through a pipe, nearest only. */
  readonly input: readonly ShellCommand[];
  /** Commands in `$(…)`, backticks or `<(…)` among its words. */
  readonly inner: readonly ShellCommand[];
  /** Files that its output is written to. */
  readonly writesTo: readonly string[];
  /** What heredocs and here-strings give it to read. */
  readonly bodies: readonly string[];
  /** The last command before the `||` that it stands behind, alone or in a group: it runs only where that side fails. */
  readonly insteadOf: ShellCommand | undefined;
  /** Whether the shell goes on while it runs, as `&` behind it says. */
  readonly background: boolean;
}

/** A command while it is read. */
export interface Draft {
  readonly words: string[];
  readonly assignments: string[];
  readonly input: readonly ShellCommand[];
  readonly inner: ShellCommand[];
  readonly writesTo: string[];
  readonly bodies: string[];
  readonly insteadOf: ShellCommand | undefined;
  background: boolean;
}

/** A command of which nothing was read yet. */
export const draft = (
  input: readonly ShellCommand[],
  insteadOf: ShellCommand | undefined,
): Draft => ({
  words: [],
  assignments: [],
  input,
  inner: [],
  writesTo: [],
  bodies: [],
  insteadOf,
  background: false,
});

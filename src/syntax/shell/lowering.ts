import type { Function as ShellFunction, ParsedScript } from 'unbash';
import type { KnownValues } from './known-values.ts';
import type { Failing, Outcomes, Consequences } from './outcomes.ts';
import type { Places } from './places.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellProblem, ShellProblemCode } from './shell-problem.ts';
import type { LocatedTexts } from './located-texts.ts';

/** A command while it is read. */
export interface Draft extends Consequences {
  readonly words: readonly string[];
  readonly assignments: readonly string[];
  readonly input: readonly ShellCommand[];
  readonly inner: readonly ShellCommand[];
  readonly writesTo: string[];
  readonly readsFrom: string[];
  readonly bodies: readonly string[];
  readonly insteadOf: ShellCommand | undefined;
  background: boolean;
  readonly inFunction: string | undefined;
  readonly line: number;
}

/** What was read of a script, those within it included. */
export interface Lowering {
  readonly all: Draft[];
  readonly problems: ShellProblem[];
  readonly values: KnownValues;
  readonly functions: Map<string, ShellFunction>;
  /** The functions that start what they are given, and how many of their words stand before that. */
  readonly starters: Map<string, number>;
  /** The descriptors that are connections to another host, each with its address. */
  readonly connected: Map<string, string>;
  /** The functions that are called where something else happens if they fail. */
  readonly tested: ReadonlySet<string>;
  /** Texts of files that are written with them. */
  readonly written: LocatedTexts;
  /** Texts of the build that are read at this place: what runs itself is read once. */
  readonly reading: Set<string>;
  /** Whether a text in a language that is not read here does nothing that counts. */
  readonly isHarmless: ((text: string) => boolean) | undefined;
  /** Reads a script, or a function, into `all`; they hang together with all that reads a part of one. */
  readonly readScript: (script: ParsedScript, standing: Standing) => Outcomes;
  readonly readFunction: (called: ShellFunction, standing: Standing) => void;
  /** How much text of scripts within scripts is still read; each is text of the one around it, too. */
  left: number;
  /** Whether a file or a text was read as a script, which may set any variable. */
  settings: boolean;
  /** Whether a command that fails ends the shell, and whether one in the middle of a pipe fails all of it. */
  readonly set: ShellSettings;
  /** What came of the scripts within the command that is read. */
  within: Outcomes[];
  /** Commands in functions whose failure is that of the function. */
  readonly failing: Failing[];
  /**
   * The statuses that it still has, by how they are written: `$?` of the command before, `$!` of the one in the background,
   * `$NAME` of a variable that was given one of them.
   */
  kept: Map<string, Status>;
  /** How many commands stand more than once, for the values that a variable may hold. */
  repeated: number;
}

/** What a status says: what happened in the command that it is of. */
export type Status = Pick<Outcomes, 'up' | 'down'>;

/** What `set` has a shell do. */
export interface ShellSettings {
  errexit: boolean;
  pipefail: boolean;
}

/** Where a command stands. */
export interface Standing {
  readonly dialect: 'sh' | 'bash';
  readonly places: Places;
  readonly depth: number;
  readonly input: readonly ShellCommand[];
  /** Whether it reads a file or an open descriptor, about which nothing is known. */
  readonly fed: boolean;
  readonly insteadOf: ShellCommand | undefined;
  readonly inFunction: string | undefined;
  /** The status, as it is written, that is a failure where it runs. */
  readonly failed?: string | undefined;
  /** Whether it may be left out when the script runs. */
  readonly maybe: boolean;
  /** Whether it may be left out, or what it sets is lost behind it, where a command before it fails or a shell ends. */
  readonly loose: boolean;
  /** Whether it may run again, or later, when variables hold something else. */
  readonly again: boolean;
  /** Whether something else happens where it fails, so that `set -e` does not count. */
  readonly tested: boolean;
  /** What `$@` may hold in a script whose words are known, and what it gives itself; `undefined` where nobody knows. */
  readonly given?: { readonly lists: (readonly string[])[] } | undefined;
  /** What a heredoc around it gives to read; the first command that may read it takes it. */
  readonly bodies: { readonly texts: readonly string[]; taken: boolean } | undefined;
}

/** A person nests less than this. */
const deepest = 200;

/** A script within a script is text of both: where much is nested in much, there is no end. */
export const leftAtMost = 1024 * 1024;

/** Whether a part is still read: it takes its length of what is left, and where that is not enough, says so. */
export function mayRead(
  l: Lowering,
  length: number,
  { depth, places }: Pick<Standing, 'depth' | 'places'>,
  pos: number,
): boolean {
  l.left -= length;
  if (depth < deepest && l.left >= 0) return true;
  report(l, 'too-deep', 'nested too deeply', places, pos);
  return false;
}

/** One says that a script is not understood; some more say where. */
const manyProblems = 20;

export function report(
  l: Lowering,
  code: ShellProblemCode,
  what: string,
  places: Places,
  pos: number,
): void {
  const { line, column } = places.at(pos);
  const isKnown = l.problems.some(
    (each) => each.code === code && each.what === what && each.line === line,
  );
  if (!isKnown && l.problems.length < manyProblems) l.problems.push({ code, what, line, column });
}

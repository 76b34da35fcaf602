import type { LintProblem } from './rule/problem.ts';

/** What there is to say of linting. */
export interface LintOptions {
  /** The folder from which paths are understood and files are named. */
  readonly root: string;
  /** Whether fixes that change no verdict are written to the files. */
  readonly fix?: boolean;
  /** Called before each rule is checked, once the files have been read. */
  readonly onProgress?: (progress: LintProgress) => void;
}

/** How far linting has come. */
export interface LintProgress {
  /** The id of the rule that is looked for next. */
  readonly rule: string;
  /** Rules that were looked for. */
  readonly done: number;
  /** All rules. */
  readonly total: number;
}

/** What linting came to. */
export interface LintResult {
  /** In the order of files and places. */
  readonly problems: readonly LintProblem[];
  /** How many controls were looked at; never 0. */
  readonly controls: number;
  /** Files that `fix` wrote anew, from the root. */
  readonly fixed: readonly string[];
}

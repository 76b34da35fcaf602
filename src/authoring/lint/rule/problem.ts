import type { Text } from '../../../core/text.ts';

/** How bad a problem is: an error makes the run fail. */
export type ProblemLevel = 'error' | 'warning';

/** A stretch of a file that is written anew; positions are counted from 0 in UTF-16 units. */
export interface Edit {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  readonly text: string;
}

/** One thing that is wrong with the source of a control. */
export interface LintProblem {
  /** From the root that was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly level: ProblemLevel;
  readonly rule: string;
  readonly message: Text;
  /** Whether `--fix` can fix it. */
  readonly fixable: boolean;
}

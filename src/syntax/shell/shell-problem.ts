/**
 * Why a part of a script is not understood.
 *
 * - `syntax`: no shell would take it
 * - `not-posix`: syntax of bash, which a plain `sh` may read otherwise
 * - `too-long`, `too-deep`: more text or deeper nesting than is read
 * - `unknown-program`: which program runs is known only when it runs
 * - `unknown-script`: which script runs is known only when it runs (`eval`)
 * - `other-language`: what reads it is no shell of POSIX
 */
export type ShellProblemCode =
  | 'syntax'
  | 'not-posix'
  | 'too-long'
  | 'too-deep'
  | 'unknown-program'
  | 'unknown-script'
  | 'other-language';

/** A part of a script that is not understood. What could be read of the rest stands in the tree. */
export interface ShellProblem {
  readonly code: ShellProblemCode;
  /** What is not understood, in a few words of the shell: `array`, `expected command`. */
  readonly what: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

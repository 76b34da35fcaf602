import { PlimsollError as Strict, type ErrorCode } from './errors.ts';
import type { Wording } from './text.ts';

/**
 * The one error that this package throws on purpose. Anything else that escapes is a defect. What it says is one string, or
 * one for each language: `message` and `hint` are the English of it, `said` and `hinted` have both.
 *
 * @example
 * throw new PlimsollError('file-not-found', 'There is no file snapshot.json.', {
 *   hint: 'Make one with: plimsoll collect -o snapshot.json',
 * });
 */
export const PlimsollError = Strict as {
  /** Makes one of a code, what happened, and the next thing to do, which is left out where there is none. */
  new (code: ErrorCode, said: Wording, options?: { hint?: Wording; cause?: unknown }): Strict;
};

/** What went wrong: a code for programs, and words for people. */
export type PlimsollError = Strict;

import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { inBoth } from '../../core/text.ts';

/** What an error comes to: a problem of syntax becomes one with the code given, any other stays. */
export const syntaxError = (error: unknown, code: ErrorCode, tooLarge = code): unknown =>
  error instanceof SyntaxProblem
    ? fromSyntax(error, error.code === 'too-large' ? tooLarge : code)
    : error;

/** A problem of syntax as an error with the code given. */
export const fromSyntax = (
  { said, hinted, cause }: SyntaxProblem,
  code: ErrorCode,
): PlimsollError => new PlimsollError(code, inBoth(said), { hint: inBoth(hinted), cause });

/** Throws on what a promise was rejected with, a problem of syntax as an error with the code given. */
export const rethrowAs =
  (code: ErrorCode, tooLarge = code) =>
  (error: unknown): never => {
    throw syntaxError(error, code, tooLarge);
  };

/** What a reader of texts says, with the code given for what it refuses. */
export function readSyntax<T>(code: ErrorCode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw syntaxError(error, code);
  }
}

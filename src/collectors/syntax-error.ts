import { PlimsollError, type ErrorCode } from '../core/errors.ts';
import { SyntaxProblem } from '../syntax/problem.ts';

/** The error that a text came to: of a problem of syntax with the code given, else as it was. */
export function syntaxError(error: unknown, code: ErrorCode, tooLarge = code): unknown {
  if (!(error instanceof SyntaxProblem)) return error;
  const { said, hint, cause } = error;
  return new PlimsollError(error.code === 'too-large' ? tooLarge : code, said, { hint, cause });
}

/** What a reader of texts says, with the code given for what it refuses. */
export function readSyntax<T>(code: ErrorCode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw syntaxError(error, code);
  }
}

import { PlimsollError, type ErrorCode } from '../core/errors.ts';
import { SyntaxProblem } from '../syntax/problem.ts';

/** The error that a text came to: of a problem of syntax with the code given, else as it was. */
export function syntaxError(error: unknown, code: ErrorCode, tooLarge = code): unknown {
  if (!(error instanceof SyntaxProblem)) return error;
  const { said, hint, cause } = error;
  return new PlimsollError(error.code === 'too-large' ? tooLarge : code, said, { hint, cause });
}

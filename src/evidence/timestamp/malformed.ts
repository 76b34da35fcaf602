import { SyntaxProblem } from '../../syntax/problem.ts';

/** Everything that is wrong with a time-stamp. */
export const malformed = (what: string, cause?: unknown): SyntaxProblem =>
  new SyntaxProblem('invalid', what, { cause });

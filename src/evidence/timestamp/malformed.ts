import { said, SyntaxProblem } from '../../syntax/problem.ts';

/** Everything that is wrong with a time-stamp. */
export const malformed = (en: string, zh: string, cause?: unknown): SyntaxProblem =>
  new SyntaxProblem('invalid', said(en, zh), { cause });

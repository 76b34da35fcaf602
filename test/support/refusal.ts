import { PlimsollError } from '../../src/core/errors.ts';
import { SyntaxProblem } from '../../src/syntax/problem.ts';

/** The error with which something was refused; a test that nothing refuses fails. */
export async function refusalOf(attempt: () => unknown): Promise<PlimsollError | SyntaxProblem> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof PlimsollError || error instanceof SyntaxProblem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

import { PlimsollError } from '../../src/core/errors.ts';

/** The error with which something was refused; a test that nothing refuses fails. */
export async function refusalOf(attempt: () => unknown): Promise<PlimsollError> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof PlimsollError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { parseAssessment } from '../../../src/core/assessment/parse-assessment.ts';
import { runCli, type CliOptions } from '../../support/cli.ts';

/** Scans as a user would, with the built command line. @throws Error with what it complained of */
export async function scan(
  targets: readonly string[],
  options: CliOptions = {},
): Promise<Assessment> {
  const words = ['scan', ...targets, '--json', '--fail-on', 'none'];
  const { stdout, stderr, status } = await runCli(words, options);
  if (status !== 0) throw new Error(`plimsoll scan ended with ${status}:\n${stderr}`);
  return parseAssessment(JSON.parse(stdout));
}

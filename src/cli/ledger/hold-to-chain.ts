import { chainProblems, whyRefused, type Ledger } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { writeOutput } from '../output/files.ts';

/**
 * Ends a command that reads out of a ledger whose rows are not as they were written.
 *
 * @param json whether the problems are also written as JSON
 * @throws PlimsollError `ledger-invalid`
 */
export async function holdToChain(ledger: Ledger, json = false): Promise<void> {
  const problems = await chainProblems(ledger);
  const refused = whyRefused(ledger.place, problems);
  if (refused === undefined) return;
  if (json) await writeOutput('-', `${jsonText({ problems })}\n`);
  throw refused;
}

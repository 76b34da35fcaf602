import { verifyLedger, type Ledger, type Position } from '../evidence.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { writeOutput } from './files.ts';

/** Verifies an open ledger and prints what came of it; answers with the exit code. */
export async function printLedgerVerdict(
  ledger: Ledger,
  { head, json }: { readonly head?: Position | undefined; readonly json?: boolean | undefined },
): Promise<ExitCode> {
  const verdict = await verifyLedger(ledger, head);
  const { entries, problems, last, prunedThrough } = verdict;
  const lines = [
    ...problems.map(({ seq, problem }) => `entry ${seq}: ${problem}`),
    ...(prunedThrough > 0 ? [`Entries 1 to ${prunedThrough} were pruned.`] : []),
    `${entries} entries read in ${ledger.place}, problems: ${problems.length}`,
    ...(last === null ? [] : [`Last position: ${last.seq}:${last.hash}`]),
  ];
  await writeOutput('-', json === true ? `${JSON.stringify(verdict)}\n` : `${lines.join('\n')}\n`);
  return problems.length === 0 ? exitCodes.ok : exitCodes.findings;
}

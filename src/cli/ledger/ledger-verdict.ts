import type { Language } from '../../index.ts';
import { verifyLedger, type Ledger, type Position } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { writeOutput } from '../output/files.ts';
import { ledgerWords } from './ledger-words.ts';
import { show } from '../terminal/print-text.ts';

/** Verifies an open ledger and prints what came of it; answers with the exit code. */
export async function printLedgerVerdict(
  ledger: Ledger,
  language: Language,
  { head, json }: { readonly head?: Position | undefined; readonly json?: boolean | undefined },
): Promise<ExitCode> {
  const verdict = await verifyLedger(ledger, head);
  const { entries, problems, last, prunedThrough, prunes, headChecked } = verdict;
  const words = ledgerWords[language];
  const lines = [
    ...problems.map(({ seq, problem }) => {
      const about = show(problem[language]);
      return seq === null ? about : words.ofEntry(seq, about);
    }),
    ...(prunedThrough > 0 ? [words.prunedThrough(prunedThrough)] : []),
    ...prunes.map((prune) => show(words.prune(prune))),
    words.verdict(entries, ledger.place, problems.length, headChecked),
    ...(last === null ? [] : [words.position(`${last.seq}:${last.hash}`)]),
  ];
  await writeOutput('-', json === true ? `${jsonText(verdict)}\n` : `${lines.join('\n')}\n`);
  return problems.length === 0 ? exitCodes.ok : exitCodes.findings;
}

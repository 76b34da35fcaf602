import { text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { chainProblems, type Ledger } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { writeOutput } from '../output/files.ts';

/**
 * Ends a command that reads figures out of a ledger whose rows are not as they were written.
 *
 * @param json whether the problems are also written as JSON
 * @throws PlimsollError `ledger-invalid`
 */
export async function holdToChain(ledger: Ledger, json = false): Promise<void> {
  const problems = await chainProblems(ledger);
  const [first] = problems;
  if (first === undefined) return;
  if (json) await writeOutput('-', `${jsonText({ problems })}\n`);
  const { seq, problem } = first;
  const more = problems.length - 1;
  throw new PlimsollError(
    'ledger-invalid',
    text(
      `The ledger ${ledger.place} was changed or damaged: ${seq === null ? '' : `entry ${seq}: `}${problem.en}${more === 0 ? '' : ` (and ${more} more)`}.`,
      `账本 ${ledger.place} 与写入时不一致：${seq === null ? '' : `条目 ${seq}：`}${problem.zh}${more === 0 ? '' : `（另有 ${more} 处）`}。`,
    ),
    {
      hint: text(
        `See everything that is wrong with: plimsoll ledger verify --ledger ${ledger.place}`,
        `查看全部问题：plimsoll ledger verify --ledger ${ledger.place}`,
      ),
    },
  );
}

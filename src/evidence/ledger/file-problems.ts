import type { Kysely } from 'kysely';
import type { Text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { ledgerError } from './ledger-error.ts';
import { problems, type LedgerProblem } from './ledger-problems.ts';
import type { Tables } from './tables.ts';

/** What came of reading something that may be damaged. */
export type Attempt<T> = { readonly value: T } | { readonly damage: Text };

/** Reads something; damage becomes a problem in words, and everything else that is thrown stays an error. */
export async function attempt<T>(
  work: () => Promise<T>,
  say: (why: string) => Text,
): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    const meant = ledgerError(error, '');
    if (!(meant instanceof PlimsollError) || meant.code !== 'ledger-invalid') throw error;
    return { damage: say(error instanceof Error ? error.message : meant.message) };
  }
}

/** Problems that SQLite itself finds in its file, at most so many. */
const most = 20;

/** Asks SQLite whether the file itself is whole: pages, indexes, and what it is made of. */
export async function fileProblems(db: Kysely<Tables>): Promise<readonly LedgerProblem[]> {
  const { sql } = await import('kysely');
  const checked = await attempt(async () => {
    const { rows } = await sql<{ integrity_check: string }>`
      select integrity_check from pragma_integrity_check(${most})`.execute(db);
    return rows.map((row) => row.integrity_check).filter((row) => row !== 'ok');
  }, problems.file);
  if ('damage' in checked) return [{ seq: null, problem: checked.damage }];
  return checked.value.map((why) => ({ seq: null, problem: problems.file(why) }));
}

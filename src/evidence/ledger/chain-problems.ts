import type { Kysely } from 'kysely';
import { hashEntry } from './chain.ts';
import { attempt } from './file-problems.ts';
import { beginningProblem, endProblem, pruningLeft, standingGone } from './chain-ends.ts';
import { problems as words, type LedgerProblem } from './ledger-problems.ts';
import type { Ledger } from './open-ledger.ts';
import { entryColumns, type EntryRow, type Tables } from './tables.ts';
import { bodyOf } from './verify-entry.ts';
import { pruneOf, type PruneOf } from './verify-ledger.ts';

/** Rows that are held at once. */
const portion = 1_000;

/**
 * What is wrong with the rows of a ledger, from which figures are made: what refuses changes is missing, numbers are
 * missing, a row is not what was hashed, or does not follow the one before, its
 * standing is missing, or entries may be deleted without a prune. Contents are not read, so that it takes
 * little time; `verifyLedger` reads everything.
 *
 * @returns empty where nothing is wrong
 */
export function chainProblems(ledger: Ledger): Promise<readonly LedgerProblem[]> {
  return ledger.read(async (db) => {
    const { schemaProblems } = await import('./schema-problems.ts');
    const problems = [...(await schemaProblems(db, ledger.kind))];
    const chain = await attempt(() => followRows(db), words.file);
    if ('damage' in chain) return [...problems, { seq: null, problem: chain.damage }];
    return [...problems, ...chain.value];
  });
}

async function followRows(db: Kysely<Tables>): Promise<readonly LedgerProblem[]> {
  const found: LedgerProblem[] = [];
  const prunes: PruneOf[] = [];
  let first: EntryRow | undefined;
  let last: EntryRow | undefined;
  for await (const entry of rowsOf(db)) {
    const { hash, ...rest } = entry;
    const { seq, previous } = entry;
    if (last !== undefined && seq !== last.seq + 1) {
      found.push({ seq: last.seq + 1, problem: words.missing(last.seq + 1, seq - 1) });
    }
    if (hashEntry(rest) !== hash) found.push({ seq, problem: words.rowChanged });
    else if (last?.seq === seq - 1 && last.hash !== previous) {
      found.push({ seq, problem: words.notLinked });
    }
    const prune = entry.kind === 'prune' ? pruneOf(entry, await bodyOf(db, entry)) : undefined;
    if (prune !== undefined) prunes.push(prune);
    first ??= entry;
    last = entry;
  }
  const begin = beginningProblem(first, prunes);
  const ends = [await endProblem(db, last), await standingGone(db), await pruningLeft(db)];
  return [...(begin ? [begin] : []), ...found, ...ends.flatMap((each) => each ?? [])];
}

async function* rowsOf(db: Kysely<Tables>): AsyncGenerator<EntryRow> {
  let after: number | undefined;
  for (;;) {
    const rows = await db
      .selectFrom('plimsoll_entry')
      .select(entryColumns)
      .orderBy('seq')
      .limit(portion)
      .$if(after !== undefined, (each) => each.where('seq', '>', after ?? 0))
      .execute();
    yield* rows;
    after = rows.at(-1)?.seq;
    if (after === undefined || rows.length < portion) return;
  }
}

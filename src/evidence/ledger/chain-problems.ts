import type { Kysely } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { hashEntry } from './chain.ts';
import { attempt } from './file-problems.ts';
import {
  beginningProblem,
  endProblem,
  pruneProblems,
  pruningLeft,
  standingGone,
} from './chain-ends.ts';
import { problems as words, type LedgerProblem } from './ledger-problems.ts';
import type { Ledger } from './open-ledger.ts';
import { entryColumns, type EntryRow, type Tables } from './tables.ts';
import { bodyOf } from './verify-entry.ts';
import { pruneOf, type PruneOf } from './prune-record.ts';

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

/** The error with which a ledger with problems in its chain is refused; `undefined` where it has none. */
export function whyRefused(
  place: string,
  problems: readonly LedgerProblem[],
): PlimsollError | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const { seq, problem } = first;
  const more = problems.length - 1;
  return new PlimsollError(
    'ledger-invalid',
    text(
      `The ledger ${place} was changed or damaged: ${seq === null ? '' : `entry ${seq}: `}${problem.en}${more === 0 ? '' : ` (and ${more} more)`}.`,
      `账本 ${place} 与写入时不一致：${seq === null ? '' : `条目 ${seq}：`}${problem.zh}${more === 0 ? '' : `（另有 ${more} 处）`}。`,
    ),
    {
      hint: text(
        `See everything that is wrong with: plimsoll ledger verify --ledger ${place}`,
        `查看全部问题：plimsoll ledger verify --ledger ${place}`,
      ),
    },
  );
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
    else if (entry.kind === 'prune') found.push({ seq, problem: words.pruneUnread });
    first ??= entry;
    last = entry;
  }
  const begin = beginningProblem(first, prunes);
  const ends = [await endProblem(db, last), await standingGone(db), await pruningLeft(db)];
  const removed = pruneProblems(first, prunes);
  return [...(begin ? [begin] : []), ...found, ...removed, ...ends.flatMap((each) => each ?? [])];
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

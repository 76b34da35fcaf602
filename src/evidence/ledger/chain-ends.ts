import type { Kysely } from 'kysely';
import type { Text } from '../../core/text.ts';
import type { Position } from './append.ts';
import { genesis } from './chain.ts';
import { problems, type LedgerProblem } from './ledger-problems.ts';
import type { PruneOf } from './prune-record.ts';
import type { EntryRow, Tables } from './tables.ts';

/** A chain begins with the first entry ever, or where the last prune that stands in it says that it ended. */
export function beginningProblem(
  first: EntryRow | undefined,
  prunes: readonly PruneOf[],
): LedgerProblem | undefined {
  if (first === undefined || isExplained(first, prunes)) return undefined;
  if (first.seq === 1) return { seq: 1, problem: problems.notFirst };
  return { seq: 1, problem: problems.beginningGone(first.seq - 1) };
}

function isExplained({ seq, previous }: EntryRow, prunes: readonly PruneOf[]): boolean {
  if (seq === 1) return previous === genesis;
  return prunes.some(({ through, lastHash }) => through === seq - 1 && lastHash === previous);
}

/** Each prune went on where the one before it ended, and nothing is left of what they removed. */
export function pruneProblems(
  first: EntryRow | undefined,
  prunes: readonly PruneOf[],
): readonly LedgerProblem[] {
  return prunes.flatMap(({ seq, from, through }, at) => {
    const before = prunes[at - 1];
    return [
      ...(first !== undefined && through >= first.seq
        ? [{ seq, problem: problems.notRemoved(Math.max(from, first.seq), through) }]
        : []),
      ...(before !== undefined && from !== before.through + 1
        ? [{ seq, problem: problems.pruneApart(before.through, from) }]
        : []),
    ];
  });
}

/** The head must name the last entry, or the chain was cut off. */
export async function endProblem(
  db: Kysely<Tables>,
  last: EntryRow | undefined,
): Promise<LedgerProblem | undefined> {
  const [head, other] = await db.selectFrom('plimsoll_head').select(['seq', 'hash']).execute();
  if (head === undefined) return last && { seq: last.seq, problem: problems.headMissing };
  if (other !== undefined) return { seq: last?.seq ?? null, problem: problems.headTwice };
  if (!Number.isInteger(head.seq)) return { seq: last?.seq ?? null, problem: problems.headOther };
  if (last !== undefined && head.seq === last.seq && head.hash === last.hash) return undefined;
  const seq = Math.max(head.seq, last?.seq ?? 0);
  if (last === undefined || last.seq < head.seq) {
    return { seq: (last?.seq ?? 0) + 1, problem: problems.cutOff(seq) };
  }
  return { seq, problem: problems.headOther };
}

/** The first content that no entry has. */
export async function orphanOf(db: Kysely<Tables>): Promise<LedgerProblem | undefined> {
  const found = await db
    .selectFrom('plimsoll_body')
    .select('seq')
    .where('seq', 'not in', db.selectFrom('plimsoll_entry').select('seq'))
    .executeTakeFirst();
  return found && { seq: found.seq, problem: problems.orphan };
}

/** Outside a prune nothing says that entries may go. */
export async function pruningLeft(db: Kysely<Tables>): Promise<LedgerProblem | undefined> {
  const found = await db.selectFrom('plimsoll_pruning').select('through').executeTakeFirst();
  return found && { seq: null, problem: problems.pruningLeft };
}

/** The first entry whose standing is not there. */
export async function standingGone(db: Kysely<Tables>): Promise<LedgerProblem | undefined> {
  const found = await db
    .selectFrom('plimsoll_entry')
    .select('seq')
    .where('standing_hash', 'not in', db.selectFrom('plimsoll_standing').select('hash'))
    .orderBy('seq')
    .executeTakeFirst();
  return found && { seq: found.seq, problem: problems.standingMissing };
}

/** Why a position that was noted elsewhere is not as it was. */
export function absence(
  expected: Position,
  first: EntryRow | undefined,
  noted: string | undefined,
): Text {
  if (noted !== undefined) return problems.otherHash;
  return first !== undefined && expected.seq < first.seq ? problems.pruned : problems.gone;
}

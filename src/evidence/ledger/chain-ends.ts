import type { Kysely } from 'kysely';
import type { Text } from '../../core/text.ts';
import type { Position } from './append.ts';
import { genesis } from './chain.ts';
import { problems, type LedgerProblem } from './ledger-problems.ts';
import type { PruneRecord } from './prune-record.ts';
import type { EntryRow, Tables } from './tables.ts';

/** A chain begins with the first entry ever, or where a prune that stands in it says that it ended. */
export function beginningProblem(
  first: EntryRow | undefined,
  prunes: readonly PruneRecord['removed'][],
): LedgerProblem | undefined {
  if (first === undefined) return undefined;
  if (first.seq === 1) {
    return first.previous === genesis ? undefined : { seq: 1, problem: problems.notFirst };
  }
  const recorded = prunes.some(
    ({ through, lastHash }) => through === first.seq - 1 && lastHash === first.previous,
  );
  return recorded ? undefined : { seq: 1, problem: problems.beginningGone(first.seq - 1) };
}

/** The head must name the last entry, or the chain was cut off. */
export async function endProblem(
  db: Kysely<Tables>,
  last: EntryRow | undefined,
): Promise<LedgerProblem | undefined> {
  const head = await db.selectFrom('plimsoll_head').select(['seq', 'hash']).executeTakeFirst();
  if (head === undefined) return last && { seq: last.seq, problem: problems.headMissing };
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

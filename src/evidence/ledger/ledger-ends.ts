import type { Kysely } from 'kysely';
import type { Position } from './append.ts';
import { genesis } from './chain.ts';
import type { PruneRecord } from './prune-record.ts';
import type { EntryRow, Tables } from './tables.ts';

/** Something that is not as it was written. */
export interface LedgerProblem {
  /** The entry it is about. */
  readonly seq: number;
  /** One English clause. */
  readonly problem: string;
}

/** A chain begins with the first entry ever, or where a prune that stands in it says that it ended. */
export function beginningProblem(
  first: EntryRow | undefined,
  prunes: readonly PruneRecord['removed'][],
): LedgerProblem | undefined {
  if (first === undefined) return undefined;
  if (first.seq === 1) {
    if (first.previous === genesis) return undefined;
    return { seq: 1, problem: 'it names an entry before it, and is the first' };
  }
  const told = prunes.some(
    ({ through, lastHash }) => through === first.seq - 1 && lastHash === first.previous,
  );
  if (told) return undefined;
  const gone = first.seq === 2 ? 'entry 1 is' : `entries 1 to ${first.seq - 1} are`;
  return { seq: 1, problem: `${gone} missing, and no prune in the chain says so` };
}

/** The head must name the last entry, or the chain was cut off. */
export async function endProblem(
  db: Kysely<Tables>,
  last: EntryRow | undefined,
): Promise<LedgerProblem | undefined> {
  const head = await db.selectFrom('plimsoll_head').select(['seq', 'hash']).executeTakeFirst();
  if (head === undefined) {
    return last && { seq: last.seq, problem: 'the note of which entry is the last is missing' };
  }
  if (last !== undefined && head.seq === last.seq && head.hash === last.hash) return undefined;
  const seq = Math.max(head.seq, last?.seq ?? 0);
  if (last === undefined || last.seq < head.seq) {
    return {
      seq: (last?.seq ?? 0) + 1,
      problem: `the chain was cut off: entry ${seq} was the last`,
    };
  }
  return { seq, problem: 'the note of which entry is the last names another one' };
}

/** The first content that no entry has. */
export async function orphanOf(db: Kysely<Tables>): Promise<number | undefined> {
  const found = await db
    .selectFrom('plimsoll_body')
    .select('seq')
    .where('seq', 'not in', db.selectFrom('plimsoll_entry').select('seq'))
    .executeTakeFirst();
  return found?.seq;
}

/** Why a position that was noted elsewhere is not as it was. */
export function absence(
  expected: Position,
  first: EntryRow | undefined,
  noted: string | undefined,
): string {
  if (noted !== undefined) return 'it has another hash than the one that was noted';
  if (first !== undefined && expected.seq < first.seq) return 'it was noted, and was pruned since';
  return 'it was noted, and is not there';
}

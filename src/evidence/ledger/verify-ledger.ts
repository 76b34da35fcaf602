import type { Kysely } from 'kysely';
import type { Position } from './append.ts';
import { sha256 } from './canonical-json.ts';
import { genesis, hashEntry } from './chain.ts';
import type { Ledger } from './open-ledger.ts';
import { pruneRecordSchema, type PruneRecord } from './prune-record.ts';
import {
  absence,
  beginningProblem,
  endProblem,
  orphanOf,
  type LedgerProblem,
} from './ledger-ends.ts';
import { openBody } from './read-content.ts';
import type { EntryRow, Tables } from './tables.ts';

/** What a ledger came to when everything in it was recomputed. */
export interface LedgerVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** The first that is left, and the last; `null` of a ledger without any. */
  readonly first: Position | null;
  readonly last: Position | null;
  /** Entries that a prune removed, counted from 1; 0 when none was. */
  readonly prunedThrough: number;
  /** In the order of the chain; empty when all is as it was written. */
  readonly problems: readonly LedgerProblem[];
}

/** Entries that are held at once. */
const portion = 500;

/**
 * Recomputes every hash of a ledger and follows the chain from its first entry to its last.
 *
 * @param expected a position that was noted elsewhere: the entry must still be there, with that hash
 */
export function verifyLedger(ledger: Ledger, expected?: Position): Promise<LedgerVerdict> {
  return ledger.read(async (db) => {
    const problems: LedgerProblem[] = [];
    const standings = new Map<string, boolean>();
    const prunes: PruneRecord['removed'][] = [];
    let entries = 0;
    let first: EntryRow | undefined;
    let last: EntryRow | undefined;
    let computed = genesis;
    let noted: string | undefined;
    for await (const entry of entriesOf(db)) {
      const report = (problem: string): void => void problems.push({ seq: entry.seq, problem });
      const linked = last === undefined || [last.hash, computed].includes(entry.previous);
      if (last !== undefined && entry.seq !== last.seq + 1) {
        const gone =
          last.seq + 1 === entry.seq - 1
            ? `entry ${last.seq + 1} is`
            : `entries ${last.seq + 1} to ${entry.seq - 1} are`;
        problems.push({ seq: last.seq + 1, problem: `${gone} missing` });
      }
      computed = hashEntry(withoutHash(entry));
      const body = await bodyOf(db, entry);
      const follows = linked || entry.seq !== (last?.seq ?? 0) + 1;
      if (computed !== entry.hash) report('its row was changed');
      else if ('wrong' in body) report(body.wrong);
      else if (!(await isStanding(db, entry.standing_hash, standings))) {
        report('its standing was changed');
      } else if (!follows) {
        report('it does not follow the entry before it: one of the two was replaced');
      }
      if (entry.kind === 'prune' && 'text' in body) {
        const record = pruneRecordSchema.safeParse(JSON.parse(body.text));
        if (record.success) prunes.push(record.data.removed);
      }
      if (entry.seq === expected?.seq) noted = entry.hash;
      entries += 1;
      first ??= entry;
      last = entry;
    }
    const begin = beginningProblem(first, prunes);
    if (begin !== undefined) problems.unshift(begin);
    const end = await endProblem(db, last);
    if (end !== undefined) problems.push(end);
    const orphan = await orphanOf(db);
    if (orphan !== undefined) {
      problems.push({ seq: orphan, problem: 'there is content without its entry' });
    }
    if (expected !== undefined && noted !== expected.hash) {
      problems.push({ seq: expected.seq, problem: absence(expected, first, noted) });
    }
    return {
      entries,
      first: positionOf(first),
      last: positionOf(last),
      prunedThrough: (first?.seq ?? 1) - 1,
      problems: problems.toSorted((a, b) => a.seq - b.seq),
    };
  });
}

async function* entriesOf(db: Kysely<Tables>): AsyncGenerator<EntryRow> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const query = db.selectFrom('plimsoll_entry').selectAll().orderBy('seq').limit(portion);
    const rows = await query
      .$if(after > Number.MIN_SAFE_INTEGER, (each) => each.where('seq', '>', after))
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return;
    after = last.seq;
  }
}

const withoutHash = ({ hash: _, ...rest }: EntryRow): Omit<EntryRow, 'hash'> => rest;

const positionOf = (entry: EntryRow | undefined): Position | null =>
  entry === undefined ? null : { seq: entry.seq, hash: entry.hash };

async function bodyOf(db: Kysely<Tables>, entry: EntryRow) {
  const stored = await db
    .selectFrom('plimsoll_body')
    .select('content')
    .where('seq', '=', entry.seq)
    .executeTakeFirst();
  return openBody(entry, stored?.content);
}

/** Whether the standing of this hash is there and has it; each is read once. */
async function isStanding(
  db: Kysely<Tables>,
  hash: string,
  known: Map<string, boolean>,
): Promise<boolean> {
  const before = known.get(hash);
  if (before !== undefined) return before;
  const found = await db
    .selectFrom('plimsoll_standing')
    .select('standing')
    .where('hash', '=', hash)
    .executeTakeFirst();
  const sound = found !== undefined && sha256(found.standing) === hash;
  known.set(hash, sound);
  return sound;
}

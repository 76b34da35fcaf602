import { PlimsollError } from '../../core/errors.ts';
import { chainEntry, draftEntry, type Position } from './append.ts';
import { chainProblems, whyRefused } from './chain-problems.ts';
import type { Ledger } from './open-ledger.ts';
import { goesBefore, keepDaysAtLeast, type PruneRecord } from './prune-record.ts';
import { text } from '../../core/text.ts';
import { noCounts } from './tables.ts';

/** What a prune removed, and the entry in which it says so. */
export interface Pruned {
  readonly record: PruneRecord;
  readonly position: Position;
}

/**
 * Removes the entries at the beginning of the chain that were written more than `keepDays` days ago, and leaves a
 * record of it at the end. The last entry always stays. Answers `null`, and writes nothing, when no entry goes.
 *
 * @param by who does it, for the record
 * @throws PlimsollError `option-invalid` for a retention that is no whole number of days, at least 1;
 * `ledger-invalid` for a ledger with problems in its chain, which a prune would remove from sight
 */
export async function pruneLedger(
  ledger: Ledger,
  keepDays: number,
  now: Date,
  by?: string,
): Promise<Pruned | null> {
  if (!Number.isSafeInteger(keepDays) || keepDays < keepDaysAtLeast) {
    throw new PlimsollError(
      'option-invalid',
      text(`A ledger cannot be kept for ${keepDays} days.`, `账本不能保留 ${keepDays} 天。`),
      {
        hint: text(
          'Name whole days, at least 1: plimsoll ledger prune --keep-days 730',
          '请给出至少为 1 的整天数：plimsoll ledger prune --keep-days 730',
        ),
      },
    );
  }
  // What was removed or changed unseen must not go as if it had been pruned.
  const refused = whyRefused(ledger.place, await chainProblems(ledger));
  if (refused !== undefined) throw refused;
  const before = goesBefore(now, keepDays);
  return ledger.write(async (db) => {
    const entries = db.selectFrom('plimsoll_entry');
    const ordered = entries.select(['seq', 'hash', 'appended_at']).orderBy('seq');
    const first = await ordered.limit(1).executeTakeFirst();
    const young = await ordered.where('appended_at', '>=', before).limit(1).executeTakeFirst();
    const newest = await entries.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const kept = young?.seq ?? newest?.seq ?? 0;
    const last = await entries
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .where('seq', '<', kept)
      .limit(1)
      .executeTakeFirst();
    if (first === undefined || last === undefined) return null;
    const record: PruneRecord = {
      kind: 'plimsoll/prune',
      keepDays,
      ...(by === undefined ? {} : { by }),
      before,
      removed: { from: first.seq, through: last.seq, lastHash: last.hash },
    };
    const at = now.toISOString();
    const about = {
      kind: 'prune' as const,
      appended_at: at,
      collected_at: at,
      series: '',
      label: '',
    };
    const draft = await draftEntry({ ...about, ...noCounts }, record, {
      controls: {},
      frameworks: {},
    });
    const position = await chainEntry(db, draft);
    await db.insertInto('plimsoll_pruning').values({ through: last.seq }).execute();
    await db.deleteFrom('plimsoll_body').where('seq', '<=', last.seq).execute();
    await db.deleteFrom('plimsoll_entry').where('seq', '<=', last.seq).execute();
    await db
      .deleteFrom('plimsoll_standing')
      .where('hash', 'not in', db.selectFrom('plimsoll_entry').select('standing_hash'))
      .execute();
    await db.deleteFrom('plimsoll_pruning').execute();
    return { record, position };
  });
}

import type { Statement } from '../../core/fleet/statement.ts';
import type { FleetStore } from './open-fleet-store.ts';
import type { HostRow } from './tables.ts';

/**
 * Whether a statement is the next of its host; `known` where it was taken in before, `early` where one before it is missing,
 * `late` where one after it that has everything was taken in already,
 * `forked` where another one is in its place, as of a copied disk.
 */
export async function placeOf(
  store: FleetStore,
  row: HostRow,
  { seq, prev, keyframe, reason }: Statement,
  hash: string,
): Promise<'next' | 'known' | 'forked' | 'early' | 'late'> {
  if (seq === row.last_seq + 1) return prev === row.last_hash ? 'next' : 'forked';
  if (seq > row.last_seq) {
    // Over a hole nobody can see what it follows.
    if (row.alarm !== null) return 'forked';
    // What is missing is asked for first: only a host that no longer has it may go on over the hole.
    return keyframe && reason === 'want' ? 'next' : 'early';
  }
  if (seq === row.last_seq) return hash === row.last_hash ? 'known' : 'forked';
  return store.read(async (db) => {
    const kept = await db
      .selectFrom('fleet_reading')
      .select('hash')
      .where('host', '=', row.id)
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (kept) return kept.hash === hash ? 'known' : 'forked';
    // It was put aside, went with its time, or was given up.
    const gap = await db
      .selectFrom('fleet_gap')
      .select('kind')
      .where('host', '=', row.id)
      .where('from_seq', '<=', seq)
      .where('to_seq', '>=', seq)
      .executeTakeFirst();
    if (!gap) return 'forked';
    return gap.kind === 'lost' ? 'late' : 'known';
  });
}

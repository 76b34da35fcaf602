import { portionsOf } from './bodies.ts';
import type { FleetStore } from './open-fleet-store.ts';
import { silenceTotals } from './totals.ts';

/**
 * Finds hosts that were not heard for too long: what they were is no longer known, and nothing of it counts.
 *
 * @param after milliseconds of silence
 * @returns their names
 */
export async function findSilent(
  store: FleetStore,
  after: number,
  now: Date,
): Promise<readonly string[]> {
  const before = new Date(now.getTime() - after).toISOString();
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .select('id')
      .where('retired_at', 'is', null)
      .where('silent_since', 'is', null)
      .where((each) =>
        each.or([
          each('seen_at', '<', before),
          each.and([each('seen_at', 'is', null), each('enrolled_at', '<', before)]),
        ]),
      )
      .orderBy('id')
      .execute(),
  );
  const found: string[] = [];
  for (const portion of portionsOf(rows, 200)) {
    await store.write(async (db) => {
      const hosts = portion.map(({ id }) => id);
      // One that was heard meanwhile, or that another hub found, is left.
      const marked = await db
        .updateTable('fleet_host')
        .set({ silent_since: now.toISOString() })
        .where('id', 'in', hosts)
        .where('silent_since', 'is', null)
        .where((each) => each.or([each('seen_at', '<', before), each('seen_at', 'is', null)]))
        .returning('id')
        .execute();
      if (marked.length === 0) return;
      const silent = marked.map(({ id }) => id);
      await silenceTotals(db, silent);
      found.push(...silent);
    });
  }
  return found.toSorted();
}

import { text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { FleetStore } from './open-fleet-store.ts';
import { shiftTotals } from './totals.ts';

/**
 * Takes a host out of the fleet. What it said stays, and it is not listened to any more.
 *
 * @throws PlimsollError `hub-refused` where there is none, or it was retired before
 */
export async function retireHost(store: FleetStore, host: string, now: Date): Promise<void> {
  await store.write(async (db) => {
    const row = await db
      .selectFrom('fleet_host')
      .select(['silent_since'])
      .where('id', '=', host)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (!row) {
      throw new PlimsollError(
        'hub-refused',
        text(`There is no host ${host} that could be retired.`, `没有可退役的主机 ${host}。`),
        {
          hint: text(
            'See which there are with: plimsoll hub hosts',
            '查看现有主机：plimsoll hub hosts',
          ),
        },
      );
    }
    const states = await db
      .selectFrom('fleet_state')
      .select(['kind', 'item', 'status'])
      .where('host', '=', host)
      .execute();
    const isSilent = row.silent_since !== null;
    const shifts = states.map(({ kind, item, status }) => ({
      kind,
      item,
      status: isSilent ? 'silent' : status,
      by: -1,
    }));
    await shiftTotals(db, host, shifts);
    await db.deleteFrom('fleet_state').where('host', '=', host).execute();
    await db.deleteFrom('fleet_scope').where('host', '=', host).execute();
    await db
      .updateTable('fleet_host')
      .set({ retired_at: now.toISOString() })
      .where('id', '=', host)
      .execute();
  });
}

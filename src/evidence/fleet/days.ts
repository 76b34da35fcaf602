import { sql, type Kysely } from 'kysely';
import type { Standing } from '../../core/fleet/standing.ts';
import type { FleetTables } from './tables.ts';

type Db = Kysely<FleetTables>;

/** Writes how the controls of a host stood at the end of a day, as far as that is known. */
export async function writeDay(
  db: Db,
  scope: string,
  day: string,
  { controls }: Standing,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { status } of Object.values(controls)) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  await db.deleteFrom('fleet_day').where('scope', '=', scope).where('day', '=', day).execute();
  const rows = Array.from(counts, ([status, n]) => ({ scope, day, status, n }));
  if (rows.length > 0) await db.insertInto('fleet_day').values(rows).execute();
}

/** Writes how the controls of all hosts stand today, as a sum for the whole and each label. */
export async function writeFleetDay(db: Db, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  await db
    .deleteFrom('fleet_day')
    .where('day', '=', day)
    .where('scope', 'not like', 'host:%')
    .execute();
  await sql`
    insert into fleet_day (scope, day, status, n)
    select scope, ${day}, status, sum(n) from fleet_total
    where kind = 'control' group by scope, status having sum(n) > 0`.execute(db);
}

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { portionsOf } from './bodies.ts';
import type { FleetTables, ItemKind } from './tables.ts';

type Db = Kysely<FleetTables>;

/** By how much the number of hosts that stand somewhere changes. */
export interface Shift {
  readonly kind: ItemKind;
  readonly item: string;
  readonly status: string;
  readonly by: number;
}

/** Adds shifts to the totals of everything that a host counts for. */
export async function shiftTotals(db: Db, host: string, shifts: readonly Shift[]): Promise<void> {
  if (shifts.length === 0) return;
  const rows = await db
    .selectFrom('fleet_scope')
    .select('scope')
    .where('host', '=', host)
    .execute();
  const values = rows.flatMap(({ scope }) =>
    shifts.map(({ by, ...of }) => ({ scope, ...of, n: by })),
  );
  // In one order, so that two hubs never wait for each other.
  const ordered = values.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  for (const portion of portionsOf(ordered)) {
    await db
      .insertInto('fleet_total')
      .values(portion)
      .onConflict((conflict) =>
        conflict
          .columns(['scope', 'item', 'status'])
          .doUpdateSet({ n: sql<number>`fleet_total.n + excluded.n` }),
      )
      .execute();
  }
}

const sortKey = ({
  scope,
  item,
  status,
}: {
  scope: string;
  item: string;
  status: string;
}): string => `${scope}\0${item}\0${status}`;

/** Moves all that some hosts count for to `silent`. */
export async function silenceTotals(db: Db, hosts: readonly string[]): Promise<void> {
  for (const [status, sign] of [
    [sql<string>`st.status`, -1],
    [sql<string>`'silent'`, 1],
  ] as const) {
    await sql`
      insert into fleet_total (scope, kind, item, status, n)
      select s.scope, st.kind, st.item, ${status}, ${sql.lit(sign)} * count(*)
      from fleet_state st join fleet_scope s on s.host = st.host
      where st.host in (${sql.join(hosts)})
      group by 1, 2, 3, 4 order by 1, 3
      on conflict (scope, item, status) do update set n = fleet_total.n + excluded.n`.execute(db);
  }
}

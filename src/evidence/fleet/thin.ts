import { sql } from 'kysely';
import { statementSchema } from '../../core/fleet/statement.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { portionsOf, readBodies, textOf } from './bodies.ts';
import { parseManifest } from './manifests.ts';
import type { FleetStore } from './open-fleet-store.ts';

/** For how long what is kept. */
export interface Retention {
  /** Days until readings thin to the last of each day. */
  readonly readingDays: number;
  /** Days until changes, days and gaps go. */
  readonly changeDays: number;
}

/** What is kept where nobody says otherwise: 90 days, and three years. */
export const usualRetention: Retention = { readingDays: 90, changeDays: 1_096 };

const dayMs = 86_400_000;

/**
 * Thins what is old, and says so where it was: of old readings the last of each day stays, with all that it speaks of; the last
 * reading of a host always stays.
 *
 * @returns how many readings and bodies went
 */
export async function thinFleet(
  store: FleetStore,
  { readingDays, changeDays }: Retention,
  now: Date,
): Promise<{ readonly readings: number; readonly bodies: number }> {
  const daysAgo = (days: number): string =>
    new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
  const before = daysAgo(readingDays);
  return store.write(async (db) => {
    await db.insertInto('fleet_thinning').values({ before }).execute();
    const { rows } = await sql<{ host: string; seq: number; collected_at: string }>`
      select host, seq, collected_at from fleet_reading r
      where collected_at < ${before} and exists (
        select 1 from fleet_reading l where l.host = r.host and l.seq > r.seq
        and substr(l.collected_at, 1, 10) = substr(r.collected_at, 1, 10))
      order by host, seq`.execute(db);
    const runs: { host: string; from: number; to: number; from_at: string; to_at: string }[] = [];
    for (const { host, seq, collected_at: at } of rows) {
      const last = runs.at(-1);
      if (last?.host === host && last.to === seq - 1) Object.assign(last, { to: seq, to_at: at });
      else runs.push({ host, from: seq, to: seq, from_at: at, to_at: at });
    }
    for (const { host, from, to, from_at, to_at } of runs) {
      await db
        .deleteFrom('fleet_reading')
        .where('host', '=', host)
        .where('seq', '>=', from)
        .where('seq', '<=', to)
        .execute();
      await db
        .insertInto('fleet_gap')
        .values({ host, kind: 'thinned', from_at, to_at, from_seq: from, to_seq: to, detail: '' })
        .execute();
    }
    const old = daysAgo(changeDays);
    await db.deleteFrom('fleet_change').where('at', '<', old).execute();
    await db.deleteFrom('fleet_checkpoint').where('at', '<', old).execute();
    await db.deleteFrom('fleet_day').where('day', '<', old).execute();
    await db.deleteFrom('fleet_gap').where('to_at', '<', old).where('from_seq', '=', 0).execute();
    const bodies = rows.length === 0 ? 0 : await dropBodies(db);
    await db.deleteFrom('fleet_thinning').execute();
    return { readings: rows.length, bodies };
  });
}

type Db = Parameters<Parameters<FleetStore['write']>[0]>[0];

/** Drops every body that nothing speaks of any more. */
async function dropBodies(db: Db): Promise<number> {
  const spoken = new Set<string>();
  const roots = new Set<string>();
  let after: readonly [host: string, seq: number] = ['', 0];
  for (;;) {
    const [host, seq] = after;
    const rows = await db
      .selectFrom('fleet_reading')
      .select(['host', 'seq', 'standing', 'statement'])
      .where((each) =>
        each.or([
          each('host', '>', host),
          each.and([each('host', '=', host), each('seq', '>', seq)]),
        ]),
      )
      .orderBy('host')
      .orderBy('seq')
      .limit(1_000)
      .execute();
    for (const { standing, statement } of rows) {
      const { head, origins, root } = statementSchema.parse(parseJsonText(textOf(statement)));
      for (const hash of [standing, head, origins, root]) spoken.add(hash);
      roots.add(root);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = [last.host, last.seq];
  }
  for (const portion of portionsOf([...roots], 100)) {
    for (const text of (await readBodies(db, portion)).values()) {
      for (const { hash } of parseManifest(text).values()) spoken.add(hash);
    }
  }
  const all = await db.selectFrom('fleet_body').select('hash').execute();
  const idle = all.filter(({ hash }) => !spoken.has(hash)).map(({ hash }) => hash);
  for (const portion of portionsOf(idle)) {
    await db.deleteFrom('fleet_body').where('hash', 'in', portion).execute();
  }
  return idle.length;
}

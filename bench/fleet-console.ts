import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { assess, builtin } from 'plimsoll';
import {
  acceptDelivery,
  createConsole,
  makeConsoleToken,
  openFleetStore,
  type FleetStore,
} from 'plimsoll/hub';
import { changed, delivered, enrolAll, recorded, testHost } from '../test/support/fleet.ts';
import { postgresPrograms, startPostgres } from '../test/support/postgres.ts';
import { quantile } from './fleet.ts';

/** How long a page of the console takes; milliseconds. */
export interface ConsoleFigures {
  readonly database: string;
  readonly hosts: number;
  readonly states: number;
  /** `/healthz`, one question to the store: the floor. */
  readonly floorMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly slowest: string;
  readonly slowestMs: number;
}

const hosts = 10_000;
const rounds = 10;

/** Looks at a large fleet in each kind of store that this machine has. */
export async function benchConsoles(): Promise<readonly ConsoleFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-console-'));
  const figures = [await benchConsole('SQLite', folder)];
  rmSync(folder, { recursive: true });
  if (postgresPrograms() !== undefined) {
    const server = await startPostgres();
    figures.push(await benchConsole('PostgreSQL', server.url));
    await server.stop();
  }
  return figures;
}

async function benchConsole(database: string, location: string): Promise<ConsoleFigures> {
  const store = await openFleetStore(location, { create: true });
  try {
    const states = await fill(store);
    const { token, entry } = makeConsoleToken('bench', 'auditor');
    const answer = createConsole({ store, catalog: builtin, access: { tokens: [entry] } });
    const time = async (path: string): Promise<number> => {
      const begun = performance.now();
      const asked = await answer(
        new Request(`http://127.0.0.1${path}`, { headers: { authorization: `Bearer ${token}` } }),
      );
      await asked.text();
      if (asked.status !== 200) throw new Error(`${path} answers ${asked.status}`);
      return performance.now() - begun;
    };
    const pages = [
      '/en/',
      '/en/?label=env%3Dprod',
      '/en/controls/workload-not-privileged',
      '/en/controls/workload-not-privileged?status=fail',
      '/en/hosts',
      '/en/hosts?label=env%3Dprod',
      '/en/hosts/n04321',
      '/en/changes',
      '/en/silent',
      '/en/evidence',
      '/api/v1/summary',
      '/metrics',
    ];
    const taken = new Map<string, number[]>(pages.map((page) => [page, []]));
    const floor: number[] = [];
    for (const page of pages) await time(page);
    for (let round = 0; round < rounds; round += 1) {
      floor.push(await time('/healthz'));
      for (const page of pages) taken.get(page)?.push(await time(page));
    }
    const all = [...taken.values()].flat();
    const [slowest = '', times = []] =
      [...taken].toSorted(([, a], [, b]) => quantile(b, 0.5) - quantile(a, 0.5))[0] ?? [];
    return {
      database,
      hosts,
      states,
      floorMs: quantile(floor, 0.5),
      p50Ms: quantile(all, 0.5),
      p95Ms: quantile(all, 0.95),
      slowest,
      slowestMs: quantile(times, 0.5),
    };
  } finally {
    await store.close();
  }
}

/** Takes three hosts in, and lets the database make all others like one of them each. */
async function fill(store: FleetStore): Promise<number> {
  const base = recorded();
  const patterns = [0, 1, 2].map((each) => testHost(`p${each}`));
  await enrolAll(store, patterns, { env: 'prod' });
  const options = {
    catalog: 'c'.repeat(64),
    judge: (snapshot: typeof base) => assess(snapshot, { catalog: builtin }),
    tenant: 'acme',
  };
  for (const [each, host] of patterns.entries()) {
    for (const privileged of [each === 1, each === 2]) {
      const now = new Date();
      const reading = changed(base, now.toISOString(), { privileged });
      for (const bytes of host.say(reading)) {
        await acceptDelivery(store, delivered(bytes), { ...options, now });
      }
    }
  }
  await store.write(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db);
    await run('create table bench_number (n integer, id text, pattern text)');
    const numbers = Array.from({ length: hosts }, (_, n) => n);
    for (let from = 0; from < hosts; from += 500) {
      const rows = numbers
        .slice(from, from + 500)
        .map((n) => `(${n}, 'n${String(n).padStart(5, '0')}', 'p${n % 3}')`);
      await run(`insert into bench_number values ${rows.join(', ')}`);
    }
    const copy = async (table: string, host: string, columns: readonly string[]): Promise<void> => {
      const rest = columns.join(', ');
      const from = columns.map((each) => `t.${each}`).join(', ');
      await run(
        `insert into ${table} (${host}, ${rest}) select b.id, ${from} from ${table} t join bench_number b on t.${host} = b.pattern`,
      );
    };
    const columnsOf = async (table: string, host: string): Promise<readonly string[]> => {
      const found = (await db.introspection.getTables()).find(({ name }) => name === table);
      return found?.columns.map(({ name }) => name).filter((name) => name !== host) ?? [];
    };
    for (const [table, host] of [
      ['fleet_host', 'id'],
      ['fleet_scope', 'host'],
      ['fleet_reading', 'host'],
      ['fleet_state', 'host'],
      ['fleet_change', 'host'],
    ] as const) {
      await copy(table, host, await columnsOf(table, host));
    }
    await run('delete from fleet_total');
    await run(
      `insert into fleet_total (scope, item, status, kind, n) select s.scope, t.item, t.status, t.kind, count(*) from fleet_state t join fleet_scope s on s.host = t.host group by s.scope, t.item, t.status, t.kind`,
    );
    await run('drop table bench_number');
  });
  return store.read(async (db) => {
    const { n } = await db
      .selectFrom('fleet_state')
      .select(({ fn }) => fn.countAll<number | string>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  });
}

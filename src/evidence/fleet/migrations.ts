import { text as words } from '../../core/text.ts';
import { sql, type Kysely } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import type { DatabaseKind } from '../ledger/migrations.ts';
import type { FleetTables } from './tables.ts';

type Db = Kysely<FleetTables>;

const version = 1;

/** `text` unless said; `!` after a name is a part of the primary key, `?` may be null, `#` is a number, `*` are bytes. */
const tables: Readonly<Record<string, string>> = {
  fleet_host:
    'id! key labels enrolled_at retired_at? last_seq# last_hash last_root last_head last_origins seen_at? collected_at? skew_ms# tool catalog standing judged_on alarm? silent_since?',
  fleet_scope: 'scope! host!',
  fleet_token: 'hash! labels uses_left# expires_at',
  fleet_body: 'hash! content*',
  fleet_reading:
    'host! seq!# hash reason collected_at received_at catalog standing statement* signature',
  fleet_state: 'host! item! kind status failing# since',
  fleet_total: 'scope! item! status! kind n#',
  fleet_change: 'host! seq!# item! subject! at kind was now cause',
  fleet_day: 'scope! day! status! n#',
  fleet_gap: 'host kind from_at to_at from_seq# to_seq# detail',
  fleet_parked: 'host! seq!# reason! at detail times# content*?',
  fleet_part: 'host! seq!# hash! content*',
  fleet_checkpoint: 'at! root hosts# ledger_seq# content*',
  fleet_thinning: 'before',
  fleet_schema: 'version!# migrated_at',
};

const indexes: readonly (readonly [table: keyof FleetTables, ...columns: string[]])[] = [
  ['fleet_scope', 'host'],
  ['fleet_state', 'item', 'status', 'host'],
  ['fleet_change', 'at'],
  ['fleet_change', 'item', 'at'],
  ['fleet_gap', 'host', 'from_at'],
  ['fleet_host', 'seen_at'],
];

/** What is never changed, and goes only while it is thinned. */
const kept = ['fleet_body', 'fleet_reading', 'fleet_checkpoint', 'fleet_change'] as const;

const refusal = 'evidence of the fleet is append-only: it goes by its retention alone';

/** Makes the tables where they are not there yet. @throws PlimsollError `ledger-invalid` when a newer release made them */
export async function migrateFleet(db: Db, kind: DatabaseKind, now: Date): Promise<void> {
  const made = await db.introspection.getTables();
  if (made.some(({ name }) => name === 'fleet_schema')) {
    const row = await db.selectFrom('fleet_schema').select('version').executeTakeFirst();
    if (row?.version === version) return;
    throw new PlimsollError(
      'ledger-invalid',
      words(
        `The store of the fleet has version ${row?.version ?? 0}; this release reads ${version}.`,
        `主机群存储的版本为 ${row?.version ?? 0}；本版本读取的是 ${version}。`,
      ),
      {
        hint: words(
          'Use the release that wrote it, or a newer one: npm install plimsoll@latest',
          '请使用写入它的版本或更新的版本：npm install plimsoll@latest',
        ),
      },
    );
  }
  const bytes = kind === 'sqlite' ? 'blob' : 'bytea';
  const run = (text: string) => sql.raw(text).execute(db);
  for (const [table, columns] of Object.entries(tables)) {
    const all = columns.split(' ').map((each) => {
      const [, name = '', marks = ''] = /^(\w+)(.*)$/.exec(each) ?? [];
      return { name, marks };
    });
    const typed = all.map(({ name, marks }) => {
      const type = marks.includes('#') ? 'integer' : marks.includes('*') ? bytes : 'text';
      return `${name} ${type}${marks.includes('?') ? '' : ' not null'}`;
    });
    const key = all.filter(({ marks }) => marks.includes('!')).map(({ name }) => name);
    const primary = key.length > 0 ? `, primary key (${key.join(', ')})` : '';
    await run(`create table ${table} (${typed.join(', ')}${primary})`);
  }
  for (const [table, ...columns] of indexes) {
    await run(
      `create index ${[table, 'by', ...columns].join('_')} on ${table} (${columns.join(', ')})`,
    );
  }
  for (const table of kept) {
    await refuse(run, kind, table, 'update', 'false');
    await refuse(run, kind, table, 'delete', 'exists (select 1 from fleet_thinning)');
  }
  await db.insertInto('fleet_schema').values({ version, migrated_at: now.toISOString() }).execute();
}

async function refuse(
  run: (text: string) => Promise<unknown>,
  kind: DatabaseKind,
  table: string,
  event: 'update' | 'delete',
  unless: string,
): Promise<void> {
  const name = `${table}_no_${event}`;
  if (kind === 'sqlite') {
    await run(`create trigger ${name} before ${event} on ${table} when not (${unless})
      begin select raise(abort, '${refusal}'); end`);
    return;
  }
  await run(`create function ${name}() returns trigger language plpgsql as $$ begin
    if ${unless} then return OLD; end if;
    raise exception '${refusal}' using errcode = 'PL001'; end $$`);
  await run(`create trigger ${name} before ${event} on ${table}
    for each row execute function ${name}()`);
}

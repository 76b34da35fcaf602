import { sql, type Kysely } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import type { Tables } from './tables.ts';
import { text } from '../../core/text.ts';

/** The two kinds of database that hold a ledger. */
export type DatabaseKind = 'sqlite' | 'postgres';

type Migration = (db: Kysely<Tables>, kind: DatabaseKind) => Promise<void>;

const refusal = 'the ledger is append-only: nothing is changed, and old entries go with a prune';

const guarded = [
  { table: 'plimsoll_entry', may: 'OLD.seq <= through' },
  { table: 'plimsoll_body', may: 'OLD.seq <= through' },
  { table: 'plimsoll_standing', may: 'true' },
] as const;

/** A trigger of PostgreSQL, which runs a function of its own name. */
export interface PostgresGuard {
  readonly table: string;
  readonly event: 'update' | 'delete' | 'truncate';
  readonly name: string;
  readonly level: 'row' | 'statement';
  /** The text of its function. */
  readonly body: string;
}

/** The triggers of a ledger in PostgreSQL. */
export const postgresGuards: readonly PostgresGuard[] = [
  ...guarded.flatMap(({ table, may }) => [
    postgresGuard(table, 'update', 'false'),
    postgresGuard(table, 'delete', `exists (select 1 from plimsoll_pruning where ${may})`),
    postgresGuard(table, 'truncate', 'false'),
  ]),
  postgresGuard('plimsoll_head', 'update', 'NEW.seq = OLD.seq + 1'),
  postgresGuard('plimsoll_head', 'delete', 'false'),
  postgresGuard('plimsoll_head', 'truncate', 'false'),
];

function postgresGuard(
  table: string,
  event: PostgresGuard['event'],
  unless: string,
): PostgresGuard {
  return {
    table,
    event,
    name: `${table}_no_${event}`,
    level: event === 'truncate' ? 'statement' : 'row',
    body: ` begin
      if ${unless} then if TG_OP = 'DELETE' then return OLD; end if; return NEW; end if;
      raise exception '${refusal}' using errcode = 'PL001'; end `,
  };
}

/** Triggers that let nothing be changed, and let rows go only while a prune has said up to which entry. */
async function refuseChanges(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  if (kind === 'sqlite') {
    const guard = (table: string, event: string, when: string) =>
      run(`create trigger ${table}_no_${event} before ${event} on ${table} ${when}
        begin select raise(abort, '${refusal}'); end`);
    for (const { table, may } of guarded) {
      await guard(table, 'update', '');
      await guard(table, 'delete', `when not exists (select 1 from plimsoll_pruning where ${may})`);
    }
    await guard('plimsoll_head', 'update', 'when NEW.seq <> OLD.seq + 1');
    await guard('plimsoll_head', 'delete', '');
    return;
  }
  for (const { table, event, name, level, body } of postgresGuards) {
    await run(`create function ${name}() returns trigger language plpgsql as $$${body}$$`);
    await run(`create trigger ${name} before ${event} on ${table}
      for each ${level} execute function ${name}()`);
  }
}

const counts = [
  'findings',
  'pass',
  'fail',
  'waived',
  'unknown',
  'error',
  'not_applicable',
  'manual',
  'critical',
  'high',
  'medium',
  'low',
] as const;

const texts = [
  'kind',
  'appended_at',
  'collected_at',
  'series',
  'label',
  'content_hash',
  'stored_hash',
  'standing_hash',
  'previous',
  'hash',
] as const;

/** In the order in which they are made; one that was released is never edited. */
const migrations: readonly Migration[] = [
  async (db, kind) => {
    const { schema } = db;
    let entry = schema
      .createTable('plimsoll_entry')
      .addColumn('seq', 'integer', (column) => column.primaryKey());
    for (const name of texts) entry = entry.addColumn(name, 'text', (each) => each.notNull());
    for (const name of counts) entry = entry.addColumn(name, 'integer', (each) => each.notNull());
    await entry.execute();
    await schema
      .createIndex('plimsoll_entry_by_series')
      .on('plimsoll_entry')
      .columns(['series', 'collected_at'])
      .execute();
    await schema
      .createTable('plimsoll_body')
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      .addColumn('content', kind === 'sqlite' ? 'blob' : 'bytea', (column) => column.notNull())
      .execute();
    await schema
      .createTable('plimsoll_standing')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('standing', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('plimsoll_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('plimsoll_pruning')
      .addColumn('through', 'integer', (column) => column.notNull())
      .execute();
    await refuseChanges(db, kind);
  },
];

/** How far a ledger was migrated; 0 where there is none yet. */
export async function schemaVersion(db: Kysely<Tables>, kind: DatabaseKind): Promise<number> {
  if (!(await hasSchema(db, kind))) return 0;
  const { version } = await db
    .selectFrom('plimsoll_schema')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .executeTakeFirstOrThrow();
  // A table without a version, or with one that no release wrote: something else than a release was here.
  return version === null || version < 1 ? -1 : version;
}

async function hasSchema(db: Kysely<Tables>, kind: DatabaseKind): Promise<boolean> {
  if (kind === 'postgres') {
    const tables = await db.introspection.getTables();
    return tables.some(({ name }) => name === 'plimsoll_schema');
  }
  // The names alone that are asked for: in a damaged file another one may be no text.
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name in ('plimsoll_schema', 'plimsoll_entry')`.execute(
    db,
  );
  return rows.length > 0;
}

/** Whether nothing is left to migrate. @throws PlimsollError `ledger-invalid` when a newer release made it */
export function isCurrent(version: number, place: string): boolean {
  if (version < 0 || !Number.isInteger(version)) {
    throw new PlimsollError(
      'ledger-invalid',
      text(
        `The ledger ${place} is damaged: it has no version.`,
        `账本 ${place} 已损坏：没有版本。`,
      ),
      {
        hint: text('Restore it from a backup.', '请从备份恢复。'),
      },
    );
  }
  if (version > migrations.length) {
    throw new PlimsollError(
      'ledger-invalid',
      text(
        `The ledger ${place} has version ${version}; this release reads up to ${migrations.length}.`,
        `账本 ${place} 的版本为 ${version}；本版本至多读取到 ${migrations.length}。`,
      ),
      {
        hint: text(
          'Use the release that wrote it, or a newer one: npm install plimsoll@latest',
          '请用写入它的版本或更新的版本：npm install plimsoll@latest',
        ),
      },
    );
  }
  return version === migrations.length;
}

/** Makes the migrations that are missing; the caller holds the only writing transaction. */
export async function migrate(
  db: Kysely<Tables>,
  kind: DatabaseKind,
  now: Date,
  place: string,
): Promise<void> {
  const version = await schemaVersion(db, kind);
  if (isCurrent(version, place)) return;
  if (version === 0) {
    await db.schema
      .createTable('plimsoll_schema')
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('migrated_at', 'text', (column) => column.notNull())
      .execute();
  }
  for (const [at, up] of migrations.entries()) {
    if (at < version) continue;
    await up(db, kind);
    await db
      .insertInto('plimsoll_schema')
      .values({ version: at + 1, migrated_at: now.toISOString() })
      .execute();
  }
}

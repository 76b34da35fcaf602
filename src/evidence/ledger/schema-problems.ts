import { sql, Kysely } from 'kysely';
import { attempt } from './file-problems.ts';
import { sqliteDialect } from './drivers.ts';
import { problems, type LedgerProblem } from './ledger-problems.ts';
import { migrate, postgresGuards, type DatabaseKind } from './migrations.ts';
import { entryColumns, type Tables } from './tables.ts';

/** What a ledger is made of beside its rows, by name, each with its definition. */
type Objects = ReadonlyMap<string, string>;

/**
 * What is missing, altered or added among the tables, indexes and triggers of a ledger: they refuse every change, and
 * who takes them away, or has them do nothing, can change the rest.
 */
export async function schemaProblems(
  db: Kysely<Tables>,
  kind: DatabaseKind,
): Promise<readonly LedgerProblem[]> {
  const read = await attempt(
    async () => (kind === 'sqlite' ? sqliteObjects(db) : postgresObjects(db)),
    problems.file,
  );
  if ('damage' in read) return [{ seq: null, problem: read.damage }];
  const expected = kind === 'sqlite' ? await freshSqliteObjects() : expectedInPostgres();
  const names = [...new Set([...expected.keys(), ...read.value.keys()])].sort();
  return names.flatMap((name) => {
    const [made, is] = [expected.get(name), read.value.get(name)];
    if (made === is) return [];
    const say =
      is === undefined
        ? problems.objectMissing
        : made === undefined
          ? problems.objectAdded
          : problems.objectAltered;
    return [{ seq: null, problem: say(name) }];
  });
}

const oneLine = (definition: string): string => definition.replaceAll(/\s+/g, ' ').trim();

async function sqliteObjects(db: Kysely<Tables>): Promise<Objects> {
  const { rows } = await sql<{ type: string; name: string; tbl_name: string; sql: string | null }>`
    select type, name, tbl_name, sql from sqlite_master`.execute(db);
  // Those of SQLite itself: tables in which it takes notes, and indexes that stand for a key. It makes no trigger.
  const own = rows.filter(
    ({ type, name }) => !(/^sqlite_/i.test(name) && (type === 'table' || type === 'index')),
  );
  return new Map(
    own.map(({ type, name, tbl_name, sql: text }) => [
      `${type} ${name}`,
      `${tbl_name}: ${oneLine(text ?? '')}`,
    ]),
  );
}

/** Those of a ledger that was just made. */
async function freshSqliteObjects(): Promise<Objects> {
  const fresh = new Kysely<Tables>({ dialect: await sqliteDialect(':memory:') });
  try {
    await migrate(fresh, 'sqlite', new Date(0), ':memory:');
    return await sqliteObjects(fresh);
  } finally {
    await fresh.destroy();
  }
}

/** One row for each thing that PostgreSQL knows of the tables. */
async function postgresObjects(db: Kysely<Tables>): Promise<Objects> {
  const { rows } = await sql<{ name: string; definition: string }>`
    with ours as (
      select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relpersistence from pg_class c
      where c.relname in (${sql.join(Object.keys(tables))}) and pg_table_is_visible(c.oid))
    select 'table ' || relname as name, concat_ws(' ', relkind, relpersistence, relrowsecurity,
      (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull, ', ' order by a.attname)
       from pg_attribute a where a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped)) as definition
    from ours
    union all
    select 'trigger ' || t.tgname || ' on ' || ours.relname,
      concat_ws(' ', t.tgenabled, t.tgtype, t.tgqual is null, p.proname, l.lanname, p.prosrc)
    from pg_trigger t join ours on ours.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
      join pg_language l on l.oid = p.prolang where not t.tgisinternal
    union all
    select 'rule ' || r.rulename || ' on ' || ours.relname, pg_get_ruledef(r.oid)
    from pg_rewrite r join ours on ours.oid = r.ev_class where ours.relkind = 'r'
    union all
    select 'constraint ' || k.conname || ' on ' || ours.relname, pg_get_constraintdef(k.oid)
    from pg_constraint k join ours on ours.oid = k.conrelid where k.contype <> 'n'
    union all
    select 'index ' || c.relname || ' on ' || ours.relname,
      concat_ws(' ', i.indisunique, i.indisvalid, (select string_agg(a.attname, ', ' order by a.attnum)
       from pg_attribute a where a.attrelid = i.indexrelid))
    from pg_index i join ours on ours.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
    where not i.indisprimary
    union all
    select 'table ' || h.inhrelid::regclass || ' within ' || ours.relname, ''
    from pg_inherits h join ours on ours.oid = h.inhparent`.execute(db);
  return new Map(rows.map(({ name, definition }) => [name, oneLine(definition)]));
}

const integer = 'integer true';
const text = 'text true';

/** The tables with the types of their columns, and the column that is the key. */
const tables = {
  plimsoll_entry: {
    key: 'seq',
    columns: Object.fromEntries(
      entryColumns.map((name) => [
        name,
        /^(?:kind|\w+_at|series|label|\w*hash|previous)$/.test(name) ? text : integer,
      ]),
    ),
  },
  plimsoll_body: { key: 'seq', columns: { seq: integer, content: 'bytea true' } },
  plimsoll_standing: { key: 'hash', columns: { hash: text, standing: text } },
  plimsoll_head: { key: 'id', columns: { id: integer, seq: integer, hash: text } },
  plimsoll_pruning: { key: undefined, columns: { through: integer } },
  plimsoll_schema: { key: 'version', columns: { version: integer, migrated_at: text } },
} as const satisfies Record<
  keyof Tables,
  { readonly key: string | undefined; readonly columns: Readonly<Record<string, string>> }
>;

/** As `pg_trigger` has it: 1 for each row, 2 before, 8 delete, 16 update, 32 truncate. */
const triggerTypes = { update: 19, delete: 11, truncate: 34 } as const;

function expectedInPostgres(): Objects {
  const objects = new Map<string, string>();
  for (const [name, { key, columns }] of Object.entries(tables)) {
    const typed = Object.entries(columns)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([column, type]) => `${column} ${type}`);
    objects.set(`table ${name}`, `r p f ${typed.join(', ')}`);
    if (key !== undefined) {
      objects.set(`constraint ${name}_pkey on ${name}`, `PRIMARY KEY (${key})`);
    }
  }
  objects.set('index plimsoll_entry_by_series on plimsoll_entry', 'f t series, collected_at');
  for (const { name, table, event, body } of postgresGuards) {
    objects.set(
      `trigger ${name} on ${table}`,
      oneLine(`O ${triggerTypes[event]} t ${name} plpgsql ${body}`),
    );
  }
  return objects;
}

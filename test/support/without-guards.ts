import { sql, type Kysely } from 'kysely';
import type { Ledger } from '../../src/evidence/ledger/open-ledger.ts';
import type { Tables } from '../../src/evidence/ledger/tables.ts';

/** Changes a ledger of SQLite as somebody would who wants not to be seen: the triggers go, and are put back. */
export const withoutGuards = (
  ledger: Ledger,
  work: (db: Kysely<Tables>) => Promise<unknown>,
): Promise<void> =>
  ledger.write(async (db) => {
    const { rows } = await sql<{ name: string; sql: string }>`
      select name, sql from sqlite_master where type = 'trigger'`.execute(db);
    for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
    await work(db);
    for (const { sql: text } of rows) await sql.raw(text).execute(db);
  });

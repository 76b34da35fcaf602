import type { Dialect } from 'kysely';
import type LibsqlDatabase from 'libsql';
import type Postgres from 'pg';
import { PlimsollError } from '../../core/errors.ts';
import { guardTexts } from './checked-text-sqlite.ts';
import { applicationId } from './location.ts';
import { text } from '../../core/text.ts';

/** How long a writer waits for another one; milliseconds. */
const patience = 30_000;

/** Loads an optional driver, and says what to install where it is missing. */
async function load<T>(name: string, what: string, driver: () => Promise<T>): Promise<T> {
  try {
    return await driver();
  } catch (cause) {
    throw new PlimsollError(
      'ledger-driver-missing',
      text(
        `A ledger in ${what} needs the optional package ${name}, which is not installed or has no build for this machine.`,
        `${what} 账本需要可选包 ${name}，它尚未安装，或没有适用于本机的构建。`,
      ),
      { hint: text(`Install it with: npm install ${name}`, `安装：npm install ${name}`), cause },
    );
  }
}

/** An SQLite file in WAL mode; a transaction is on the disk before it counts as done. */
export async function sqliteDialect(
  path: string,
  driver: () => Promise<{ readonly default: typeof LibsqlDatabase }> = () => import('libsql'),
): Promise<Dialect> {
  const { default: Database } = await load('libsql', 'SQLite', driver);
  const { SqliteDialect } = await import('kysely');
  const database = new Database(path);
  try {
    database.exec(`pragma busy_timeout = ${patience}`);
    // Reading it first tells a file of another program before anything is written into it.
    const pages: unknown = database.prepare('pragma page_count').get();
    const empty = typeof pages === 'object' && pages !== null && Object.values(pages)[0] === 0;
    if (empty) database.exec(`pragma application_id = ${applicationId}`);
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteDialect({ database: guardTexts(database) });
}

/** A PostgreSQL server, with one connection. */
export async function postgresDialect(
  url: string,
  driver: () => Promise<{ readonly default: typeof Postgres }> = () => import('pg'),
): Promise<Dialect> {
  const { default: pg } = await load('pg', 'PostgreSQL', driver);
  const { PostgresDialect } = await import('kysely');
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: patience,
    application_name: 'plimsoll',
  });
  // The next query reports a connection that was lost while unused.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

import { stat } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { postgresDialect, sqliteDialect } from './drivers.ts';
import { ledgerError } from './ledger-error.ts';
import { isPostgresUrl, sayLocation } from './location.ts';
import type { DatabaseKind } from './migrations.ts';

/** An open database; close it when it is no longer used. */
export interface Database<Tables> {
  /** Where it is, as it may be printed. */
  readonly place: string;
  readonly kind: DatabaseKind;
  /** Runs queries; what the driver throws comes out as a `PlimsollError` where it has a meaning. */
  readonly read: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Runs one transaction while nobody else writes; it is kept whole or not at all. */
  readonly write: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Lets go of the file or of the connection. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the database in a file, or at a `postgres://` URL.
 *
 * @param options with a `lockKey`, writers at PostgreSQL wait for each other by this advisory lock; in a file they always do
 * @throws PlimsollError `ledger-driver-missing`, `ledger-denied`, `ledger-unreachable`, `ledger-invalid`
 */
export async function openDatabase<Tables>(
  location: string,
  { lockKey }: { readonly lockKey?: number } = {},
): Promise<Database<Tables>> {
  const kind: DatabaseKind = isPostgresUrl(location) ? 'postgres' : 'sqlite';
  const place = sayLocation(location);
  const there = kind === 'sqlite' ? await stat(location).catch(() => undefined) : undefined;
  if (there?.isFile() === false) {
    throw new PlimsollError(
      'ledger-invalid',
      text(`${location} is not a regular file.`, `${location} 不是普通文件。`),
      {
        hint: text(
          'Name a file, or one that does not exist yet.',
          '请指明一个文件，或尚不存在的文件。',
        ),
      },
    );
  }
  const db = await connect<Tables>(location, kind, place);
  const { sql } = await import('kysely');
  const read: Database<Tables>['read'] = async (work) => {
    try {
      return await work(db);
    } catch (error) {
      throw ledgerError(error, place);
    }
  };
  return {
    place,
    kind,
    read,
    write: (work) =>
      read(() =>
        db.connection().execute(async (connection) => {
          // SQLite's plain begin would let two readers both wish to become the writer, and fail one of them.
          await sql.raw(kind === 'sqlite' ? 'begin immediate' : 'begin').execute(connection);
          try {
            if (kind === 'postgres' && lockKey !== undefined) {
              await sql`select pg_advisory_xact_lock(${lockKey})`.execute(connection);
            }
            const result = await work(connection);
            await sql`commit`.execute(connection);
            return result;
          } catch (error) {
            // A full disk may have ended the transaction already; the first error is the one to report.
            await sql`rollback`.execute(connection).catch(() => {});
            throw error;
          }
        }),
      ),
    close: () => db.destroy(),
  };
}

// The query layer takes 0.1 s to load, and most runs open no ledger.
async function connect<Tables>(location: string, kind: DatabaseKind, place: string) {
  try {
    const dialect =
      kind === 'sqlite' ? await sqliteDialect(location) : await postgresDialect(location);
    const { Kysely } = await import('kysely');
    return new Kysely<Tables>({ dialect });
  } catch (error) {
    throw ledgerError(error, place);
  }
}

import { stat } from 'node:fs/promises';
import type { Kysely, sql as Sql } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import { postgresDialect, sqliteDialect } from './drivers.ts';
import { ledgerError } from './ledger-error.ts';
import { isPostgresUrl, sayLocation } from './location.ts';
import type { DatabaseKind } from './migrations.ts';
import type { Tables } from './tables.ts';

/** An open ledger; close it when it is no longer used. */
export interface Ledger {
  /** Where it is, as it may be printed. */
  readonly place: string;
  readonly kind: DatabaseKind;
  /** Runs queries; what the driver throws comes out as a {@link PlimsollError} where it has a meaning. */
  readonly read: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Runs one transaction while nobody else writes; it is kept whole or not at all. */
  readonly write: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Lets go of the file or of the connection. */
  readonly close: () => Promise<void>;
}

/** The key of PostgreSQL's advisory lock that stands for the ledger: `plms` in ASCII. */
const lockKey = 0x70_6c_6d_73;

/**
 * Opens the ledger in a file, or at a `postgres://` URL.
 *
 * @param location a path, or a URL of PostgreSQL
 * @param options with `create`, a ledger is made where there is none; `now` is when
 * @throws PlimsollError `ledger-not-found`, `ledger-driver-missing`, `ledger-invalid`, `ledger-denied`, `ledger-busy`,
 * `ledger-full`, `ledger-unreachable`
 */
export async function openLedger(
  location: string,
  options: { readonly create?: boolean; readonly now: Date },
): Promise<Ledger> {
  const kind: DatabaseKind = isPostgresUrl(location) ? 'postgres' : 'sqlite';
  const place = sayLocation(location);
  const missing = (): PlimsollError =>
    new PlimsollError('ledger-not-found', `There is no ledger ${place}.`, {
      hint: `Make one with: plimsoll scan --ledger ${place}`,
    });
  if (kind === 'sqlite') {
    const there = await stat(location).catch(() => undefined);
    if (there?.isDirectory() === true) {
      throw new PlimsollError('ledger-invalid', `${place} is a folder, not a ledger.`, {
        hint: `Name the file of the ledger in it, or make one with: plimsoll scan --ledger ${place}/plimsoll.db`,
      });
    }
    // To be opened would make a database of an empty file.
    if (options.create !== true && (there === undefined || there.size === 0)) throw missing();
  }
  const { isCurrent, migrate, schemaVersion } = await import('./migrations.ts');
  const { sql } = await import('kysely');
  const db = await connect(location, kind, place);
  const ledger = ledgerOver(db, sql, kind, place);
  try {
    const version = await ledger.read((each) => schemaVersion(each, kind));
    if (version === 0 && options.create !== true) throw missing();
    if (!isCurrent(version, place)) {
      await ledger.write((tx) => migrate(tx, kind, options.now, place));
    }
  } catch (error) {
    await ledger.close();
    throw error;
  }
  return ledger;
}

// The query layer takes 0.1 s to load, and most runs open no ledger.
async function connect(location: string, kind: DatabaseKind, place: string) {
  try {
    const dialect =
      kind === 'sqlite' ? await sqliteDialect(location) : await postgresDialect(location);
    const { Kysely } = await import('kysely');
    return new Kysely<Tables>({ dialect });
  } catch (error) {
    throw ledgerError(error, place);
  }
}

function ledgerOver(
  db: Kysely<Tables>,
  sql: typeof Sql,
  kind: DatabaseKind,
  place: string,
): Ledger {
  const read: Ledger['read'] = async (work) => {
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
            if (kind === 'postgres') {
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

import { text } from '../../core/text.ts';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { PlimsollError } from '../../core/errors.ts';
import { isPostgresUrl } from '../ledger/location.ts';
import { openDatabase, type Database } from '../ledger/open-database.ts';
import { openLedger, type Ledger } from '../ledger/open-ledger.ts';
import { groupWrites } from './group-writes.ts';
import type { FleetTables } from './tables.ts';

/** What questions are put to: who has nothing else of a store writes nothing. */
export type FleetReader = Pick<Database<FleetTables>, 'read'>;

/** Where the evidence of a fleet is kept; close it when it is no longer used. */
export interface FleetStore
  extends FleetReader, Pick<Database<FleetTables>, 'place' | 'kind' | 'close'> {
  /** Runs work inside a transaction, which it may share with other work; it is on the disk when this returns. */
  readonly write: <T>(work: (db: Kysely<FleetTables>) => Promise<T>) => Promise<T>;
  /** Opens the ledger in which checkpoints are kept. */
  readonly openLedger: () => Promise<Ledger>;
}

/**
 * Opens the store of a fleet: two files in a folder, or tables at a `postgres://` URL.
 *
 * @param location a folder, or a URL of PostgreSQL
 * @param options with `create`, a store is made where there is none; `now` is when
 * @throws PlimsollError `ledger-not-found`, `ledger-driver-missing`, `ledger-invalid`, `ledger-denied`, `ledger-busy`,
 * `ledger-full`, `ledger-unreachable`
 */
export async function openFleetStore(
  location: string,
  options: { readonly create?: boolean; readonly now?: Date } = {},
): Promise<FleetStore> {
  const { create = false, now = new Date() } = options;
  const isServer = isPostgresUrl(location);
  const file = join(location, 'fleet.db');
  if (!isServer && create) await mkdir(location, { recursive: true, mode: 0o700 });
  if (!isServer && !create && !(await stat(file).catch(() => undefined))) {
    throw new PlimsollError(
      'ledger-not-found',
      text(`There is no fleet in ${location}.`, `${location} 中没有主机群。`),
      {
        hint: text(
          `Make one with: plimsoll hub run --data ${location}`,
          `新建：plimsoll hub run --data ${location}`,
        ),
      },
    );
  }
  const { migrateFleet } = await import('./migrations.ts');
  const database = await openDatabase<FleetTables>(isServer ? location : file);
  try {
    await database.write((db) => migrateFleet(db, database.kind, now));
  } catch (error) {
    await database.close();
    throw error;
  }
  const { place, kind, read, close } = database;
  return {
    place,
    kind,
    read,
    write: groupWrites(database.write),
    openLedger: () =>
      openLedger(isServer ? location : join(location, 'ledger.db'), { create: true, now }),
    close,
  };
}

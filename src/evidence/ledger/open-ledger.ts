import { stat } from 'node:fs/promises';
import { PlimsollError } from '../../core/errors.ts';
import { isPostgresUrl, sayLocation } from './location.ts';
import type { DatabaseKind } from './migrations.ts';
import { openDatabase, type Database } from './open-database.ts';
import type { Tables } from './tables.ts';
import { text } from '../../core/text.ts';

/** An open ledger; close it when it is no longer used. */
export type Ledger = Database<Tables>;

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
    new PlimsollError(
      'ledger-not-found',
      text(`There is no ledger ${place}.`, `不存在账本 ${place}。`),
      {
        hint: text(
          `Make one with: plimsoll scan --ledger ${place}`,
          `创建方法：plimsoll scan --ledger ${place}`,
        ),
      },
    );
  if (kind === 'sqlite') {
    const there = await stat(location).catch(() => undefined);
    if (there?.isDirectory() === true) {
      throw new PlimsollError(
        'ledger-invalid',
        text(`${place} is a folder, not a ledger.`, `${place} 是文件夹，不是账本。`),
        {
          hint: text(
            `Name the file of the ledger in it, or make one with: plimsoll scan --ledger ${place}/plimsoll.db`,
            `请指明其中的账本文件，或创建：plimsoll scan --ledger ${place}/plimsoll.db`,
          ),
        },
      );
    }
    // To be opened would make a database of an empty file.
    if (options.create !== true && (there === undefined || there.size === 0)) throw missing();
  }
  const { isCurrent, migrate, schemaVersion } = await import('./migrations.ts');
  const ledger = await openDatabase<Tables>(location, { lockKey });
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

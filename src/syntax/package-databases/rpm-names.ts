import type SqliteInit from '@sqlite.org/sqlite-wasm';
import { said, type Said } from '../problem.ts';

type Sqlite = Awaited<ReturnType<typeof SqliteInit>>;

let loaded: Promise<Sqlite | null> | undefined;

/** SQLite in WebAssembly, which reads a database from memory; an optional package, `null` where it is not installed. */
const load = async (): Promise<Sqlite | null> => {
  try {
    const { default: init } = await import('@sqlite.org/sqlite-wasm');
    return await init({ print: silent, printErr: silent });
  } catch {
    // If anything keeps it from loading, the database is not read, and that is reported.
    return null;
  }
};

const silent = (): void => {};

/** Steps of SQLite's machine; a database of ten thousand packages takes some hundred thousand. */
const stepsAtMost = 20_000_000;
const stepsAtOnce = 100_000;
const packagesAtMost = 20_000;

/** 32 MiB: no package's header comes near it. */
const headerBytes = 32 << 20;

/** RPM describes each of its tables in some hundred. */
const schemaBytes = 1 << 12;

/**
 * The names of the packages in a database that RPM keeps in SQLite; or why it could not be read. Nothing is
 * written, and a database that would keep SQLite busy without end is given up.
 *
 * @see https://rpm.org/docs/latest/manual/
 */
export async function rpmNames(
  database: Buffer,
): Promise<{ readonly names: readonly string[] } | { readonly unread: Said }> {
  const sqlite = await (loaded ??= load());
  if (sqlite === null) {
    return {
      unread: said(
        'the optional package @sqlite.org/sqlite-wasm is not installed',
        '未安装可选软件包 @sqlite.org/sqlite-wasm',
      ),
    };
  }
  const { capi, oo1, wasm } = sqlite;
  const bytes = Uint8Array.from(database);
  // It says that there may be a log beside it, which a database in memory cannot have.
  if (bytes[18] === 2) bytes.fill(1, 18, 20);
  const names: string[] = [];
  let steps = 0;
  // Broken rows may share what they hold, and to copy it for each would take time without end.
  let left = bytes.length;
  let db: InstanceType<typeof oo1.DB> | undefined;
  try {
    const place = wasm.allocFromTypedArray(bytes);
    db = new oo1.DB();
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, schemaBytes);
    db.checkRc(capi.sqlite3_deserialize(db, 'main', place, bytes.length, bytes.length, flags));
    capi.sqlite3_progress_handler(
      db,
      stepsAtOnce,
      () => ((steps += stepsAtOnce) > stepsAtMost ? 1 : 0),
      0,
    );
    db.exec('pragma trusted_schema = off');
    // What only looks like the table could be anything, a query without end among it.
    const isTable = db.selectValue(
      "select count(*) from sqlite_schema where name = 'Packages' and type = 'table' and rootpage > 0",
    );
    if (isTable !== 1) {
      return { unread: said('it has no table of packages', '其中没有软件包表') };
    }
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, headerBytes);
    db.exec({
      sql: `select blob from Packages where typeof(blob) = 'blob' limit ${packagesAtMost}`,
      rowMode: 'array',
      callback: ([blob]: readonly unknown[]): false | undefined => {
        if (!(blob instanceof Uint8Array)) return undefined;
        const name = nameOf(blob);
        // A key that vouches for packages stands among them, and is none.
        if (name !== undefined && name !== 'gpg-pubkey') names.push(name);
        return (left -= blob.length) < 0 ? false : undefined;
      },
    });
    if (left < 0) {
      return { unread: said('its rows are longer than the file', '各行总长超过文件大小') };
    }
    return { names };
  } catch (error) {
    return {
      unread:
        error instanceof Error
          ? said('SQLite cannot read it', 'SQLite 无法读取')
          : said('it cannot be read', '无法读取'),
    };
  } finally {
    db?.close();
  }
}

/** The tag of a package's name in RPM's header, and its type: a text. */
const nameTag = 1000;
const textType = 6;
const nameBytes = 256;

/** The name in a header of RPM: counts of entries and bytes, the entries, and then what they point to. */
function nameOf(header: Uint8Array): string | undefined {
  if (header.length < 8) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const count = view.getUint32(0);
  const data = 8 + 16 * count;
  if (data > header.length) return undefined;
  for (let at = 8; at < data; at += 16) {
    if (view.getUint32(at) !== nameTag || view.getUint32(at + 4) !== textType) continue;
    const start = data + view.getUint32(at + 8);
    const name = header.subarray(start, start + nameBytes);
    const end = name.indexOf(0);
    return end < 1 ? undefined : Buffer.from(name.subarray(0, end)).toString('latin1');
  }
  return undefined;
}

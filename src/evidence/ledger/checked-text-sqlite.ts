import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type LibsqlDatabase from 'libsql';

/** Bytes, as libsql answers with them. */
type Value = ArrayBuffer | string | number | null;
type Row = Readonly<Record<string, Value>>;

/** The column of a guarded query that has the first letter of each other column's type. */
const typesColumn = 'plimsoll types';

/**
 * A database of libsql as kysely uses it, in which no text can end the process: libsql aborts where a text is not
 * UTF-8, as in a damaged file. Every select that names its columns gets its texts as bytes, which are decoded here.
 *
 * A text that is not UTF-8 throws an error with the code `SQLITE_CORRUPT` that names the column.
 */
export function guardTexts(database: InstanceType<typeof LibsqlDatabase>): SqliteDatabase {
  return {
    close: () => void database.close(),
    prepare(query) {
      const names = namesOf(query);
      if (names.length === 0) return database.prepare(query);
      return guarded(database.prepare(asBytes(query, names)), names);
    },
  };
}

/**
 * The names of the columns that a query names one by one, or none. The driver is not asked for them, since it
 * would ask the file.
 */
function namesOf(query: string): readonly string[] {
  const list = /^\s*select (?<list>.+?) from /is.exec(query)?.groups?.['list'];
  const names = (list?.split(', ') ?? []).map(
    (each) => /(?<name>\w+)"?$/.exec(each)?.groups?.['name'],
  );
  return names.flatMap((name) => (name === undefined || names.includes(undefined) ? [] : [name]));
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function asBytes(query: string, names: readonly string[]): string {
  const quoted = names.map(quote);
  const values = quoted.map(
    (name) =>
      `case typeof(${name}) when 'text' then cast(${name} as blob) else ${name} end as ${name}`,
  );
  const types = quoted.map((name) => `substr(typeof(${name}), 1, 1)`).join(' || ');
  return `select ${values.join(', ')}, ${types} as ${quote(typesColumn)} from (${query})`;
}

function guarded(statement: SqliteStatement, names: readonly string[]): SqliteStatement {
  // A select without rows answers with none.
  const read = (row: unknown): Row => decode(row as Row, names);
  return {
    reader: true,
    run: (parameters) => statement.run(parameters),
    all: (parameters) => statement.all(parameters).map(read),
    *iterate(parameters) {
      for (const row of statement.iterate(parameters)) yield read(row);
    },
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(row: Row, names: readonly string[]): Row {
  const types = row[typesColumn];
  return Object.fromEntries(
    names.map((name, at) => {
      const value = row[name] ?? null;
      const isText = typeof types === 'string' && types[at] === 't';
      return [name, isText && value instanceof ArrayBuffer ? decodeText(value, name) : value];
    }),
  );
}

function decodeText(bytes: ArrayBuffer, column: string): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    const error = new Error(`the text of its column ${column} is not UTF-8`, { cause });
    throw Object.assign(error, { code: 'SQLITE_CORRUPT' });
  }
}

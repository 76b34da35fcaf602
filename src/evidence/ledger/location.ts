import { openRegular } from '../../files/regular-file.ts';

/** The application id in the header of a ledger's SQLite file: `PLMS`. */
export const applicationId = 0x50_4c_4d_53;

const magic = 'SQLite format 3\0';
const headerBytes = 72;
const applicationIdAt = 68;

/** Whether a location is a PostgreSQL server's rather than a file. */
export const isPostgresUrl = (location: string): boolean => /^postgres(?:ql)?:\/\//.test(location);

/**
 * Whether a location is a ledger, by its content: an SQLite file that carries this package's mark, or a URL of PostgreSQL.
 * Needs no database driver; a file that cannot be read is none.
 */
export async function isLedger(location: string): Promise<boolean> {
  if (isPostgresUrl(location)) return true;
  const header = await readHeader(location);
  if (header === undefined || header.length < headerBytes) return false;
  return (
    header.toString('latin1', 0, magic.length) === magic &&
    header.readUInt32BE(applicationIdAt) === applicationId
  );
}

async function readHeader(path: string): Promise<Buffer | undefined> {
  try {
    const file = await openRegular(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // Not there, not ours to read, a folder: whatever it is, nobody can open a ledger there.
    return undefined;
  }
}

/** A location as it may be printed: of a URL, without user, password and options. */
export function sayLocation(location: string): string {
  if (!isPostgresUrl(location)) return location;
  if (!URL.canParse(location)) return 'postgres://…';
  const { protocol, host, pathname } = new URL(location);
  return `${protocol}//${host}${pathname}`;
}

import { PlimsollError, type ErrorCode } from '../../core/errors.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly says: string;
  readonly hint: string;
}

const full: Meaning = {
  code: 'ledger-full',
  says: 'has no space left: the disk is full. Nothing of this entry was kept',
  hint: 'Free some space, or move the ledger; its earlier entries are intact.',
};
const busy: Meaning = {
  code: 'ledger-busy',
  says: 'is locked by another run, and did not become free',
  hint: 'Run it again when the other run has ended.',
};
const denied: Meaning = {
  code: 'ledger-denied',
  says: 'cannot be opened or written by this user',
  hint: 'Check its permissions with: ls -l FILE, or the GRANTs of the database; its folder must be writable too.',
};
const invalid: Meaning = {
  code: 'ledger-invalid',
  says: 'is not a ledger of this program, or is damaged',
  hint: 'See what it is with: file FILE. Restore a damaged one from a backup.',
};
const damaged: Meaning = {
  code: 'ledger-invalid',
  says: 'cannot be read: the file itself is damaged',
  hint: 'See what is left with: plimsoll ledger verify --ledger FILE. Restore it from a backup.',
};
const unreachable: Meaning = {
  code: 'ledger-unreachable',
  says: 'cannot be reached',
  hint: 'Check the URL and that the server runs: pg_isready -d URL',
};
const refused: Meaning = {
  code: 'ledger-append-only',
  says: 'refuses to change what was written',
  hint: 'Old entries are removed with: plimsoll ledger prune --keep-days DAYS',
};

/** What drivers say, by the beginning of SQLite's code, PostgreSQL's SQLSTATE or Node's code. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|53100)/, full],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40001|40P01|53300)/, busy],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|28|42501)/, denied],
  [/^(SQLITE_CORRUPT|SQLITE_IOERR_SHORT_READ|SQLITE_IOERR_CORRUPTFS|SQLITE_TOOBIG)/, damaged],
  [/^(SQLITE_NOTADB|42P01)/, invalid],
  [/^(SQLITE_CONSTRAINT_TRIGGER|PL001)/, refused],
  [/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08|57P|3D000)/, unreachable],
];

/** Explains a driver's error to the user of the ledger at `place`; our own errors pass. */
export function ledgerError(error: unknown, place: string): unknown {
  if (error instanceof PlimsollError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found =
    meanings.find(([pattern]) => pattern.test(code))?.[1] ?? meaningOfWords(error.message);
  if (found === undefined) return error;
  return new PlimsollError(
    found.code,
    `The ledger ${place} ${found.says}: ${error.message || code}.`,
    { hint: found.hint, cause: error },
  );
}

/** libsql gives some errors a general code, and tells what happened in words alone. */
function meaningOfWords(message: string): Meaning | undefined {
  if (/disk is full|No space left/i.test(message)) return full;
  if (/database is locked/i.test(message)) return busy;
  if (/unable to open|readonly database/i.test(message)) return denied;
  if (/malformed|short read/i.test(message)) return damaged;
  if (/not a database|file format|no such (table|column)/i.test(message)) return invalid;
  if (/append-only/.test(message)) return refused;
  if (/timeout|terminated unexpectedly|Connection terminated/i.test(message)) return unreachable;
  return undefined;
}

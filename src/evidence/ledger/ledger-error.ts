import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly says: Text;
  readonly hint: Text;
}

const full: Meaning = {
  code: 'ledger-full',
  says: text(
    'has no space left: the disk is full. Nothing of this entry was kept',
    '空间不足：磁盘已满。该条目未保留任何内容',
  ),
  hint: text(
    'Free some space, or move the ledger; its earlier entries are intact.',
    '请腾出空间，或移动账本；此前的条目完好。',
  ),
};
const busy: Meaning = {
  code: 'ledger-busy',
  says: text('is locked by another run, and did not become free', '被另一次运行锁定，未能释放'),
  hint: text('Run it again when the other run has ended.', '请待另一次运行结束后重试。'),
};
const denied: Meaning = {
  code: 'ledger-denied',
  says: text('cannot be opened or written by this user', '当前用户无法打开或写入'),
  hint: text(
    'Check its permissions with: ls -l FILE, or the GRANTs of the database; its folder must be writable too.',
    '请检查其权限：ls -l FILE，或数据库的 GRANT；其文件夹也须可写。',
  ),
};
const invalid: Meaning = {
  code: 'ledger-invalid',
  says: text('is not a ledger of this program, or is damaged', '不是本程序的账本，或已损坏'),
  hint: text(
    'See what it is with: file FILE. Restore a damaged one from a backup.',
    '查看它是什么：file FILE。损坏的账本请从备份恢复。',
  ),
};
const damaged: Meaning = {
  code: 'ledger-invalid',
  says: text('cannot be read: the file itself is damaged', '无法读取：文件本身已损坏'),
  hint: text(
    'See what is left with: plimsoll ledger verify --ledger FILE. Restore it from a backup.',
    '查看剩余内容：plimsoll ledger verify --ledger FILE。请从备份恢复。',
  ),
};
const unreachable: Meaning = {
  code: 'ledger-unreachable',
  says: text('cannot be reached', '无法连接'),
  hint: text(
    'Check the URL and that the server runs: pg_isready -d URL',
    '请检查 URL 以及服务器是否运行：pg_isready -d URL',
  ),
};
const refused: Meaning = {
  code: 'ledger-append-only',
  says: text('refuses to change what was written', '拒绝更改已写入的内容'),
  hint: text(
    'Old entries are removed with: plimsoll ledger prune --keep-days DAYS',
    '删除旧条目：plimsoll ledger prune --keep-days DAYS',
  ),
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
    text(
      `The ledger ${place} ${found.says.en}: ${error.message || code}.`,
      `账本 ${place} ${found.says.zh}：${error.message || code}。`,
    ),
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

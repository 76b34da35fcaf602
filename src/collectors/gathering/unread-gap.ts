import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import type { Gap, GapReason } from '../../core/facts/gap.ts';
import { text, type Wording } from '../../core/text.ts';
import type { Source } from '../../core/facts/source.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';

/** Why something could not be read: a gap that does not know yet which fact it covers. */
export type Unread = Omit<Gap, 'path'>;

/** A value with the place it was read from; or why there is none. */
export type Reading<T> =
  | { readonly value: T; readonly source: Source }
  | { readonly unread: Unread };

const codesByErrno: Partial<Record<string, ErrorCode>> = {
  EACCES: 'file-denied',
  EPERM: 'file-denied',
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  // A process that ended while its directory in /proc was read.
  ESRCH: 'file-not-found',
};

const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const asReader = text('Run it as a user who may read it.', '请以有权读取它的用户运行。');

const sentences = (path: string) => ({
  'file-denied': text(`${path} may not be read by this user.`, `当前用户无权读取 ${path}。`),
  'file-not-found': text(`There is no ${path}.`, `不存在 ${path}。`),
});

/**
 * Says what an error of the file system means: `file-denied`, `file-not-found`, or `file-unreadable` for
 * anything else, loops of symbolic links among them. What is no error of the file system is thrown on.
 */
export function fileError(path: string, error: unknown): PlimsollError {
  if (error instanceof PlimsollError) return error;
  if (error instanceof SyntaxProblem) throw error;
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  const code = codesByErrno[errno] ?? 'file-unreadable';
  const known = code === 'file-denied' || code === 'file-not-found';
  const said = known
    ? sentences(path)[code]
    : text(`${path} could not be read: ${errno}.`, `无法读取 ${path}：${errno}。`);
  const hint = code === 'file-denied' ? { hint: asReader } : {};
  return new PlimsollError(code, said, { ...hint, cause: error });
}

/** The reason of a gap and its words, for an error that reading a file ended in. */
export function unreadFile(path: string, error: unknown): Unread {
  const failure = fileError(path, error);
  return unread(reasonOf(failure), failure.said, { kind: 'file', path });
}

/** A file whose content could not be used is malformed; one that the system would not give is not. */
function reasonOf({ code, cause }: PlimsollError): GapReason {
  if (code === 'file-denied') return 'denied';
  return code === 'file-unreadable' && errnoOf(cause) === undefined ? 'malformed' : 'unavailable';
}

/** Makes an {@link Unread}; the detail is one sentence without a secret. */
export const unread = (reason: GapReason, detail: Wording, source?: Source): Unread => ({
  reason,
  detail,
  ...(source ? { source } : {}),
});

/** Whether an error says that the file is not there, as opposed to out of reach. */
export const absent = (error: unknown): boolean =>
  error instanceof PlimsollError && error.code === 'file-not-found';

/**
 * Reads something of one file: what came of it, or why nothing did. Errors that are not of the file
 * system are thrown on.
 */
export async function attempt<T>(path: string, read: () => Promise<T> | T): Promise<Reading<T>> {
  try {
    return { value: await read(), source: { kind: 'file', path } };
  } catch (error) {
    return { unread: unreadFile(path, error) };
  }
}

import { PlimsollError, type ErrorCode } from '../core/errors.ts';
import { text } from '../core/text.ts';
import { SyntaxProblem } from '../syntax/problem.ts';

const codesByErrno: Partial<Record<string, ErrorCode>> = {
  EACCES: 'file-denied',
  EPERM: 'file-denied',
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  // A process that ended while its directory in /proc was read.
  ESRCH: 'file-not-found',
};

/** The code of the system of an error; `undefined` of one that is not of the system. */
export const errnoOf = (error: unknown): string | undefined =>
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

/** Whether an error says that the file is not there, as opposed to out of reach. */
export const absent = (error: unknown): boolean =>
  error instanceof PlimsollError && error.code === 'file-not-found';

/** That something is a folder, a FIFO, a socket or a device. */
export const notRegular = (path: string): PlimsollError =>
  new PlimsollError(
    'file-unreadable',
    text(`${path} is not a regular file.`, `${path} 不是普通文件。`),
    { hint: text(`See what it is with: ls -ld ${path}`, `查看它是什么：ls -ld ${path}`) },
  );

/** That a file is longer than anything of its kind. */
export const tooLong = (path: string, most: number): PlimsollError =>
  new PlimsollError(
    'file-unreadable',
    text(`${path} is longer than ${most} bytes.`, `${path} 超过 ${most} 字节。`),
    {
      hint: text(
        'No file that is read here is so large: check that it is the right file.',
        '此处读取的文件不会这么大：请检查文件是否正确。',
      ),
    },
  );

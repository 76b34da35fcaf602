import { text, type Text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { whyNotJson } from '../../syntax/json/parse-json-text.ts';
import { show } from './print-text.ts';

/** How messages call it. */
export const standardOutput = 'the standard output';

/** The code of an error of the system; `undefined` of any other. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** The error for a file that is not JSON. */
export function notJson(path: string, cause: unknown): PlimsollError {
  const why = whyNotJson(cause);
  const said = text(`${path} is not JSON: ${why.en}`, `${path} 不是 JSON：${why.zh}`);
  return new PlimsollError('file-unreadable', said, { cause });
}

/** What a failed read or write means for the person at the command line. */
export function fileError(named: string, action: 'read' | 'write', cause: unknown): PlimsollError {
  const path = show(named);
  const verb = action === 'read' ? '读取' : '写入';
  const code = codeOf(cause);
  if (code === 'ENOENT' && action === 'read') {
    return new PlimsollError(
      'file-not-found',
      text(`There is no file ${path}.`, `不存在文件 ${path}。`),
      {
        hint: text('Check the path.', '请检查路径。'),
        cause,
      },
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlimsollError(
      'file-denied',
      text(`Permission denied: could not ${action} ${path}.`, `权限不足：无法${verb} ${path}。`),
      {
        hint: text(`Check its permissions with: ls -l ${path}`, `请检查其权限：ls -l ${path}`),
        cause,
      },
    );
  }
  if (code === 'EISDIR') {
    return new PlimsollError(
      'file-unreadable',
      text(`${path} is a folder, not a file.`, `${path} 是文件夹，不是文件。`),
      {
        hint: text(
          `Name a file; see what is in the folder with: ls ${path}`,
          `请指明文件；查看文件夹的内容：ls ${path}`,
        ),
        cause,
      },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PlimsollError(
    'file-unreadable',
    text(`Could not ${action} ${path}: ${why}`, `无法${verb} ${path}：${why}`),
    {
      hint:
        action === 'read'
          ? text(`See what it is with: ls -l ${path}`, `查看它是什么：ls -l ${path}`)
          : hintToWrite(code, path),
      cause,
    },
  );
}

const hintToWrite = (code: unknown, path: string): Text =>
  code === 'ENOSPC'
    ? text(
        'Free some space, or name another place to write to. Nothing of the incomplete output was kept.',
        '请腾出空间，或指明另一处来写入。未完成的输出未保留任何内容。',
      )
    : text(
        `Name another place to write to; see what is there with: ls -ld ${path}`,
        `请指明另一处来写入；查看该处的内容：ls -ld ${path}`,
      );

import { PlimsollError, text } from '../../index.ts';
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
  const code = codeOf(cause);
  if (code === 'ENOENT' && action === 'read') {
    return new PlimsollError('file-not-found', `There is no file ${path}.`, {
      hint: 'Check the path.',
      cause,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlimsollError('file-denied', `Permission denied: could not ${action} ${path}.`, {
      hint: `Check its permissions with: ls -l ${path}`,
      cause,
    });
  }
  if (code === 'EISDIR') {
    return new PlimsollError('file-unreadable', `${path} is a folder, not a file.`, {
      hint: `Name a file; see what is in the folder with: ls ${path}`,
      cause,
    });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PlimsollError('file-unreadable', `Could not ${action} ${path}: ${why}`, {
    hint: action === 'read' ? `See what it is with: ls -l ${path}` : hintToWrite(code, path),
    cause,
  });
}

const hintToWrite = (code: unknown, path: string): string =>
  code === 'ENOSPC'
    ? 'Free some space, or name another place to write to. Nothing of the incomplete output was kept.'
    : `Name another place to write to; see what is there with: ls -ld ${path}`;

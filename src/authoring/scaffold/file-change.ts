import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { readRegular } from '../../files/regular-file.ts';
import { absent } from '../../files/file-error.ts';

/** A file of a project as it is to be. */
export interface FileChange {
  /** Absolute. */
  readonly path: string;
  /** What it holds now; `undefined` of a file that is not there. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What is to be done to a project so that it has one thing more. */
export interface ProjectPlan {
  /** Where that thing is written. */
  readonly file: string;
  /** Nothing, where it is all there. */
  readonly changes: readonly FileChange[];
}

/** What a file holds; `undefined` where there is none. */
export async function textAt(path: string): Promise<string | undefined> {
  try {
    return (await readRegular(path)).toString();
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}

/** Those of some files that are not there yet. */
export async function absentFiles(
  files: readonly (readonly [path: string, text: string])[],
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const [path, after] of files) {
    const before = await textAt(path);
    if (before === undefined) changes.push({ path, before, after });
  }
  return changes;
}

/**
 * Writes files, all of them or none: when one cannot be written, those before it are as they were.
 *
 * @returns what takes everything back again
 * @throws PlimsollError `file-denied`
 */
export async function writeChanges(changes: readonly FileChange[]): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  const takeBack = async (): Promise<void> => {
    for (const each of undo.toReversed()) await each();
  };
  for (const { path, before, after } of changes) {
    try {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) undo.push(() => removeFolders(dirname(path), made));
      // What appeared since it was looked for is somebody's.
      await writeFile(path, after, { flag: before === undefined ? 'wx' : 'w' });
      undo.push(() => (before === undefined ? rm(path) : writeFile(path, before)));
    } catch (cause) {
      await takeBack();
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new PlimsollError(
        'file-denied',
        text(`${path} could not be written: ${why}`, `无法写入 ${path}：${why}`),
        {
          hint: text('Nothing was changed.', '未作任何更改。'),
          cause,
        },
      );
    }
  }
  return takeBack;
}

/** Removes folders that were made, from the innermost up to the first, as long as they are empty. */
async function removeFolders(innermost: string, first: string): Promise<void> {
  for (let at = innermost; at.length >= first.length; at = dirname(at)) {
    await rmdir(at).catch(() => {});
  }
}

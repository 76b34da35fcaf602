import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import ignore from 'ignore';
import { PlimsollError } from '../../core/errors.ts';
import { folderEntries } from '../files/folder-entries.ts';
import { absent, fileError } from '../gathering/unread-gap.ts';
import { mapConcurrently } from '../gathering/map-concurrently.ts';
import { partsOf, runGit } from './run-git.ts';
import { text } from '../../core/text.ts';

/** Never somebody's own work, no matter what is ignored. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Entries that a walk without git looks at; a folder with more is no source of one project. */
const entriesAtMost = 500_000;

/**
 * Names the regular files below a folder that git does not ignore and of whose names `isWanted` holds. Where there is no
 * git, or no repository, the folder is walked: without `node_modules`, and without what the folder's own `.gitignore`
 * names. A link is not followed: what it leads to below the folder is found by itself.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `scan-aborted`
 */
export async function listFiles(
  folder: string,
  isWanted: (path: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '.'];
  const listed = await runGit(folder, args, signal).catch(() => undefined);
  if (signal?.aborted) {
    throw new PlimsollError(
      'scan-aborted',
      text(
        `The collection was ended before ${folder} was read.`,
        `${folder} 尚未读取，采集即已结束。`,
      ),
    );
  }
  if (listed === undefined) return (await walk(folder)).filter(isWanted);
  const named = [...new Set(partsOf(listed))].filter(
    (path) => isWanted(path) && !path.split('/').some((part) => skipped.has(part)),
  );
  // What git names may be a link, or gone.
  return named.filter((path) => mayBeFile(join(folder, path)));
}

/** What may not be looked at is named, and fails where it is read. */
function mayBeFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch (error) {
    return !absent(fileError(path, error));
  }
}

async function walk(root: string): Promise<readonly string[]> {
  const patterns = await readFile(join(root, '.gitignore'), 'utf8').catch(() => '');
  const ignored = ignore({ allowRelativePaths: false }).add(patterns);
  const files: string[] = [];
  let seen = 0;
  const look = (folder: string): readonly string[] => {
    const entries = folderEntries(join(root, folder));
    seen += entries.length;
    if (seen > entriesAtMost) {
      throw new PlimsollError(
        'file-unreadable',
        text(
          `${root} holds more than ${entriesAtMost} files.`,
          `${root} 中的文件超过 ${entriesAtMost} 个。`,
        ),
        {
          hint: text('Name a folder further down.', '请指明更下层的文件夹。'),
        },
      );
    }
    const below: string[] = [];
    for (const entry of entries) {
      if (skipped.has(entry.name)) continue;
      const path = posix.join(folder, entry.name);
      if (ignored.ignores(entry.isDirectory() ? `${path}/` : path)) continue;
      if (entry.isDirectory()) below.push(path);
      else if (entry.isFile()) files.push(path);
    }
    return below;
  };
  for (let folders: readonly string[] = ['']; folders.length > 0;) {
    folders = (await mapConcurrently(folders, 1, look)).flat();
  }
  return files;
}

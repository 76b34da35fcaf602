import type { Dirent } from 'node:fs';
import { join, posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { folderEntries } from '../files/folder-entries.ts';
import { mapConcurrently } from '../gathering/map-concurrently.ts';
import { lookAt, unreadFolder, type Looked } from './look-at.ts';
import { partsOf, runGit } from './run-git.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { text } from '../../core/text.ts';

/** A file, or what could not be read. */
type Found = Exclude<Looked, { readonly is: 'nothing' }>;

/** Never somebody's own work, no matter what is ignored. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Entries that a walk without git looks at; a folder with more is no source of one project. */
const entriesAtMost = 500_000;

/**
 * Names the files below a folder that git does not ignore and of whose names `isWanted` holds, links to such files among them,
 * and what cannot be read as one. Where git
 * gives no list, because there is none, no repository, or it refuses that of another user, the folder is walked, and nothing is
 * ignored: a tracked file may have a name that `.gitignore` holds, and git alone knows. A link to a folder is not followed: what it leads to below the folder is found by itself.
 *
 * @param cwd the working folder, from which messages name files
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `scan-aborted`
 */
export async function listFiles(
  folder: string,
  cwd: string,
  isWanted: (path: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly Found[]> {
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
  const nameOf = (path: string): string => relativeName(cwd, join(folder, path));
  const { all, unread } =
    listed === undefined
      ? await walk(folder, nameOf)
      : { all: [...new Set(partsOf(listed))], unread: [] };
  const named = all.filter(
    (path) => isWanted(path) && !path.split('/').some((part) => skipped.has(part)),
  );
  // What git names may be a link, or gone.
  const found = named.map((path) => lookAt(folder, path, nameOf(path)));
  return [...unread, ...found].flatMap((each) => (each.is === 'nothing' ? [] : [each]));
}

/** The names of all files, and the folders whose files are not known. */
async function walk(
  root: string,
  nameOf: (path: string) => string,
): Promise<{ readonly all: readonly string[]; readonly unread: readonly Found[] }> {
  const files: string[] = [];
  const unread: Found[] = [];
  let seen = 0;
  const entriesOf = (folder: string): readonly Dirent[] => {
    try {
      return folderEntries(join(root, folder));
    } catch (error) {
      // Without the folder itself there is nothing; without one below it there is the rest.
      if (folder === '' || !(error instanceof PlimsollError)) throw error;
      unread.push(unreadFolder(folder, nameOf(folder), error));
      return [];
    }
  };
  const look = (folder: string): readonly string[] => {
    const entries = entriesOf(folder);
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
      if (entry.isDirectory()) below.push(path);
      else files.push(path);
    }
    return below;
  };
  for (let folders: readonly string[] = ['']; folders.length > 0;) {
    folders = (await mapConcurrently(folders, 1, look)).flat();
  }
  return { all: files, unread };
}

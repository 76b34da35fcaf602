import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { partsOf, runGit } from './run-git.ts';

/** Never somebody's own work. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** A system lets a process follow only so many. */
const foldersAtMost = 20_000;

/**
 * Names a folder and those below it that git does not ignore, absolute: where a file to scan may be made. One that may not
 * be read stands alone; links are not followed.
 */
export async function listFolders(root: string): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  const listed = await runGit(root, args).catch(() => '');
  const ignored = new Set(partsOf(listed).map((path) => join(root, path.replace(/\/$/, ''))));
  const found = lstatSync(root, { throwIfNoEntry: false }) ? [root] : [];
  for (const folder of found) {
    if (found.length > foldersAtMost) break;
    for (const entry of entriesIn(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name) && !ignored.has(path)) found.push(path);
    }
  }
  return found;
}

/** What a folder holds; nothing where it may not be read. */
export function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

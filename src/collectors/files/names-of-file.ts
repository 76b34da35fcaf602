import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { fileError } from '../../files/file-error.ts';
import { listFolder } from './list-folder.ts';

/** Far more than lie beside the sockets of any engine; a file system of everything has more. */
const entriesAtMost = 20_000;

/**
 * Every name that a file has in the file system that holds it. Hard links are names like the first one: who reaches one
 * of them reaches the file. Only a file whose count of links is above one is looked for.
 *
 * @param path without symbolic links, as `resolveUnder` gives it
 * @throws PlimsollError `file-denied`, or `file-unreadable` also where not all names are found among many files
 */
export async function namesOfFile(root: string, path: string): Promise<readonly string[]> {
  const { dev, ino, nlink } = await look(root, path);
  const found = new Set([path]);
  // From where it lies outwards: its names are most often near.
  const rings = nlink > 1 ? await foldersAbove(root, path, dev) : [];
  let seen = 0;
  const isDone = (): boolean => found.size >= nlink || seen > entriesAtMost;
  for (const ring of rings) {
    const folders = [ring];
    for (const folder of folders) {
      if (isDone()) break;
      for (const entry of await listFolder(root, folder)) {
        if (isDone()) break;
        seen += 1;
        const name = posix.join(folder, entry.name);
        if (!entry.isSocket() && (!entry.isDirectory() || rings.includes(name))) continue;
        const is = await lookIfThere(root, name);
        if (is?.dev !== dev) continue;
        if (entry.isDirectory()) folders.push(name);
        else if (is.ino === ino) found.add(name);
      }
    }
  }
  if (found.size >= nlink) return [...found].toSorted();
  throw new PlimsollError(
    'file-unreadable',
    text(
      `${path} has ${nlink} names, and only ${found.size} of them were found: ${[...found].join(', ')}.`,
      `${path} 有 ${nlink} 个名称，仅找到其中 ${found.size} 个：${[...found].join('、')}。`,
    ),
  );
}

/** The folders above a path in the file system that holds it, the nearest first. */
async function foldersAbove(root: string, path: string, dev: number): Promise<string[]> {
  const parent = posix.dirname(path);
  if (parent === path || (await look(root, parent)).dev !== dev) return [];
  return [parent, ...(await foldersAbove(root, parent, dev))];
}

async function look(root: string, path: string) {
  try {
    return await lstat(join(root, path));
  } catch (error) {
    throw fileError(path, error);
  }
}

/** What was removed since its folder was listed is no name of anything. */
const lookIfThere = (root: string, path: string) => lstat(join(root, path)).catch(() => undefined);

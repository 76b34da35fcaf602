import { posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { listFolder } from '../files/list-folder.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { text } from '../../core/text.ts';

/** Far more than any host has; reached only by a mistake, or by somebody who wants to be a nuisance. */
const entriesAtMost = 10_000;

/**
 * Owner and mode of everything below a directory, in the order of their paths. Links are shown as what
 * they lead to, and not walked into.
 *
 * @throws PlimsollError `file-denied`, or `file-unreadable` also when there is too much
 */
export async function walkFolder(
  root: string,
  folder: string,
  names: Names,
): Promise<readonly FileFact[]> {
  const facts: FileFact[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of await listFolder(root, at)) {
      if (facts.length >= entriesAtMost) {
        throw new PlimsollError(
          'file-unreadable',
          text(
            `${folder} holds more than ${entriesAtMost} files.`,
            `${folder} 中的文件超过 ${entriesAtMost} 个。`,
          ),
        );
      }
      const path = posix.join(at, entry.name);
      const fact = await statFile(root, path, names);
      if (fact) facts.push(fact);
      if (entry.isDirectory()) folders.push(path);
    }
  }
  return facts.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

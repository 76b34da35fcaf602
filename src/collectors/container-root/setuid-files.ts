import { givesRights } from '../../syntax/file-mode/file-mode.ts';
import { setImmediate as others } from 'node:timers/promises';
import { closeFolder, enter, inFolder, list, statIn, type Folder } from './folder.ts';
import { programFolders } from '../../knowledge/image-places.ts';

/** A file that runs as its owner or its group, no matter who starts it. */
export interface SetuidFile {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Folders below folders; where packages put such programs, two are enough. */
const deepest = 3;

/** What one image may have there; a large Debian has ten thousand. */
const entriesAtMost = 30_000;

/** Entries that are looked at without a break: a few milliseconds. */
const atOnce = 500;

/**
 * Finds the setuid and setgid files below the usual directories of programs.
 *
 * @param late whether there is no more time
 * @returns `null` when there was not enough time, or too much to look at
 * @throws PlimsollError `file-denied`, `file-unreadable`
 */
export async function findSetuidFiles(
  root: Folder,
  late: () => boolean,
): Promise<readonly SetuidFile[] | null> {
  const found: SetuidFile[] = [];
  let seen = 0;
  /** Whether everything below a folder was looked at; lets go of the folder. */
  const walk = async (folder: Folder, path: string, depth: number): Promise<boolean> => {
    try {
      for (const entry of list(folder)) {
        seen += 1;
        if (seen > entriesAtMost || late()) return false;
        if (seen % atOnce === 0) await others();
        const here = `${path}/${entry.name}`;
        const below = entry.isDirectory() && depth < deepest ? enter(folder, entry.name) : null;
        if (below !== null && !(await walk(below, here, depth + 1))) return false;
        const stats = entry.isFile() ? statIn(folder, entry.name) : null;
        if (stats?.isFile() === true && givesRights(stats.mode)) {
          const { uid, gid, mode } = stats;
          found.push({ path: here, mode: mode & 0o7777, uid, gid });
        }
      }
      return true;
    } finally {
      closeFolder(folder);
    }
  };
  for (const path of programFolders) {
    const folder = inFolder(root, parentOf(path), (parent) => enter(parent, nameOf(path)));
    if (folder !== null && !(await walk(folder, `/${path}`, 0))) return null;
  }
  return found;
}

const parentOf = (path: string): string => {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { join, parse, sep } from 'node:path';
import { isBelow } from '../../../syntax/paths/system-paths.ts';

/** As many links as the kernel itself follows for one path. */
const linksAtMost = 40;

/** Characters; Linux opens nothing that is longer. */
const longestPath = 4096;

/** A folder that is there. */
export interface Folder {
  /** Its absolute path, as it is spelled. */
  readonly folder: string;
  /** The same without a link in it. */
  readonly realFolder: string;
}

/** The path of a folder without a link in it; as it is spelled where it is gone, and with it what was in it. */
export function realFolderOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Where a path ends. */
export interface End {
  readonly path: string;
  /** Whether a link led out of the folder on the way: of what is there nothing was looked at, and the path is as it is named. */
  readonly outside: boolean;
}

/**
 * Where a path below a folder leads, its symbolic links followed. What is not on this machine is kept as it is spelled: a
 * link may well lead to what only the host has that will run it. `undefined` where links go in a circle or may not be
 * read, and for what is too long for a path.
 */
export function whereItLeads(path: string, { folder, realFolder }: Folder): End | undefined {
  if (path.length > longestPath) return undefined;
  const { root } = parse(realFolder);
  const above = namesOf(realFolder.slice(root.length));
  const walked = [...above];
  const ahead = namesOf(path.slice(folder.length)).toReversed();
  /** Deeper than so many names there is nothing, and so no link: nobody has to look. */
  let deepest = Number.POSITIVE_INFINITY;
  let links = 0;
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (name === '..') {
      walked.pop();
      if (walked.length < deepest) deepest = Number.POSITIVE_INFINITY;
      continue;
    }
    const ours = above[walked.length];
    if (ours !== undefined && name !== ours) {
      const rest = [name, ...ahead.toReversed()];
      return { path: join(root, ...walked, ...rest), outside: true };
    }
    walked.push(name);
    // The folder itself has no link in it.
    if (ours !== undefined || walked.length > deepest) continue;
    const found = lookAt(join(root, ...walked));
    if (found === 'hidden') return undefined;
    if (found === 'folder') continue;
    if (found === 'end') {
      deepest = walked.length;
      continue;
    }
    links += 1;
    if (links > linksAtMost) return undefined;
    walked.pop();
    const to = isBelow(found.to, folder) ? realFolder + found.to.slice(folder.length) : found.to;
    const from = parse(to).root;
    // Another drive.
    if (from !== '' && from !== root) {
      return { path: join(to, ...ahead.toReversed()), outside: true };
    }
    if (from !== '') walked.length = 0;
    ahead.push(...namesOf(to.slice(from.length)).toReversed());
  }
  return { path: join(root, ...walked), outside: walked.length < above.length };
}

const namesOf = (path: string): string[] =>
  path.split(sep).filter((name) => name !== '' && name !== '.');

/**
 * What stands at a path: a link, a folder, `end` for what nothing can lie below, be it a file or not there at all, or
 * `hidden` where nobody can tell.
 */
function lookAt(path: string): { readonly to: string } | 'folder' | 'end' | 'hidden' {
  try {
    // To throw costs more than to look; most of what is asked for is not here, or no link.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) return { to: readlinkSync(path) };
    return found?.isDirectory() ? 'folder' : 'end';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'EINVAL' || code === 'ENOENT' || code === 'ENOTDIR' ? 'end' : 'hidden';
  }
}

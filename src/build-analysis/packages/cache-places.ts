/** Tells whether a path that is removed, or over which something is mounted, is that of a cache. */
export interface CachePlace {
  readonly removes: (path: string) => boolean;
  readonly mounts: (path: string) => boolean;
}

/** Folders of users, as a script names them. */
const home = String.raw`(?:/root|~\w*|\$\{?\w*HOME\}?|/home/[^/]+)`;

/** What stands behind a folder all of which is meant. */
const end = String.raw`(?:/?\*?|/\.)$`;

const literal = (path: string): string => path.replaceAll(/[.$]/g, String.raw`\$&`);

/**
 * A cache that lies in some folders, `~` for a home wherever that is. What removes a folder above one has to lie where it does;
 * what is mounted there may be anywhere, since a user’s home may be.
 */
export function inFolders(...folders: readonly string[]): CachePlace {
  const removed: string[] = [];
  const mounted: string[] = [];
  for (const folder of folders) {
    const parts = folder.split('/').slice(1);
    const isOfUser = folder.startsWith('~');
    const root = isOfUser ? home : '';
    for (let length = 1; length <= parts.length; length += 1) {
      const path = literal(`/${parts.slice(0, length).join('/')}`);
      const isWhole = length === parts.length;
      // Below it, a cache has parts of its own.
      const behind = isWhole ? String.raw`(?:/|$)` : end;
      // What is above all of a system is no folder of a cache, but for one that nothing is kept in.
      if (!isOfUser && length === 1 && !isWhole && parts[0] !== 'tmp') continue;
      removed.push(isOfUser && isWhole ? path + behind : `^${root}${path}${behind}`);
      if (isOfUser) removed.push(`^(?:\\./)?${path.slice(1)}${behind}`);
      mounted.push(isOfUser ? path + behind : `^${path}${behind}`);
    }
  }
  return matching(new RegExp(removed.join('|')), new RegExp(`${mounted.join('|')}|^${home}/?$`));
}

/** A cache whose places some expressions tell. */
export const matching = (removed: RegExp, mounted: RegExp = removed): CachePlace => ({
  removes: (path) => removed.test(path),
  mounts: (path) => mounted.test(path),
});

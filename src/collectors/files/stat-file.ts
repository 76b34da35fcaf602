import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { fileFact } from '../../core/facts/shared-facts.ts';
import type { Account, Group } from './accounts.ts';
import { resolveUnder } from './resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';

/** One file as controls see it. */
export type FileFact = Readonly<z.output<typeof fileFact>>;

/** Names for numbers, as one root's own files give them; the first entry of a number wins. */
export interface Names {
  readonly users: ReadonlyMap<number, string>;
  readonly groups: ReadonlyMap<number, string>;
}

/** Turns the entries of passwd and group around. */
export function namesOf(accounts: readonly Account[], groups: readonly Group[]): Names {
  return {
    users: new Map(accounts.toReversed().map(({ uid, name }) => [uid, name])),
    groups: new Map(groups.toReversed().map(({ gid, name }) => [gid, name])),
  };
}

/**
 * Owner, mode and type of what a path leads to inside a root; `null` when there is nothing, a dangling
 * link included. The fact's `path` is where the links end: its mode is the one that counts.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function statFile(root: string, path: string, names: Names): Promise<FileFact | null> {
  try {
    const real = await resolveUnder(root, path);
    const stats = await lstat(join(root, real));
    return {
      path: real,
      type: typeOf(stats),
      mode: stats.mode & 0o7777,
      uid: stats.uid,
      gid: stats.gid,
      owner: names.users.get(stats.uid) ?? null,
      group: names.groups.get(stats.gid) ?? null,
    };
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return null;
    throw failure;
  }
}

function typeOf(stats: Stats): FileFact['type'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSocket()) return 'socket';
  return stats.isSymbolicLink() ? 'symlink' : 'other';
}

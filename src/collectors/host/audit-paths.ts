import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import type { AuditWatch } from '../../syntax/parse-audit-rules.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';

/**
 * The path that a rule really watches. The kernel follows links up to a directory that is watched, and up
 * to the directory in which a watched file lies; a file that is a link is watched as the link.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
async function watchedPath(root: string, path: string): Promise<string> {
  if (!path.startsWith('/')) return path;
  const whole = await resolveUnder(root, path);
  if (await isDirectory(root, whole)) return whole;
  return posix.join(await resolveUnder(root, posix.dirname(path)), posix.basename(path));
}

async function isDirectory(root: string, path: string): Promise<boolean> {
  try {
    return (await lstat(join(root, path))).isDirectory();
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return false;
    throw failure;
  }
}

/**
 * What a rule watches, by its paths on this host: one that names a folder by `path=` sees that folder alone, and so less than any
 * change to what lies in it.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function settleWatch(
  root: string,
  { path, permissions, single, except }: AuditWatch,
): Promise<Pick<HostFacts['audit']['watches'][number], 'path' | 'permissions' | 'except'>> {
  const watched = await watchedPath(root, path);
  const silent = await Promise.all(except.map((each) => watchedPath(root, each)));
  return {
    path: watched,
    permissions: single && (await isDirectory(root, watched)) ? '' : permissions,
    ...(silent.length === 0 ? {} : { except: silent }),
  };
}

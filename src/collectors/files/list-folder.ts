import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUnder } from './resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';

/**
 * What is in a directory inside a root, sorted by code unit; empty when there is no such directory.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function listFolder(root: string, path: string): Promise<readonly Dirent[]> {
  try {
    const real = await resolveUnder(root, path);
    const entries = await readdir(join(root, real), { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return [];
    throw failure;
  }
}

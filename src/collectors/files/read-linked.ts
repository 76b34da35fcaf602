import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileError } from '../../files/file-error.ts';
import { readText } from './read-text.ts';

/**
 * Reads a file of a project as the programs that use it do: where its name is a symbolic link, the file that the link leads
 * to, wherever that is. Whether it may lead there is decided before.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function readLinked(path: string): Promise<string> {
  let real = path;
  try {
    if (lstatSync(path).isSymbolicLink()) real = realpathSync.native(path);
  } catch (error) {
    throw fileError(basename(path), error);
  }
  return await readText(dirname(real), basename(real));
}

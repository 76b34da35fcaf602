import { readdirSync, type Dirent } from 'node:fs';
import { fileError } from '../../files/file-error.ts';

/**
 * What is in a folder of a project, in the order of the file system. To wait for the answer would take ten times as
 * long as to ask for it.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export function folderEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileError(folder, error);
  }
}

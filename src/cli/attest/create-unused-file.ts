import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../index.ts';
import { makeFolders } from '../output/files.ts';

/** Names that are tried when one is taken, by an id that is spelled alike or by a statement that has ended. */
const tries = 1000;

/**
 * Writes a `.yaml` file that does not exist yet, with a number behind its name where that is taken, and
 * answers with its path.
 *
 * @throws PlimsollError `file-denied`
 */
export async function createFree(path: string, text: string): Promise<string> {
  await makeFolders(dirname(path));
  for (let next = 1; next <= tries; next += 1) {
    const free = next === 1 ? path : path.replace(/\.yaml$/, `-${next}.yaml`);
    try {
      await writeFile(free, text, { flag: 'wx' });
      return free;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EEXIST') {
        throw new PlimsollError('file-denied', `Could not write ${free}.`, {
          hint: `See who may with: ls -ld ${dirname(free)}`,
          cause: error,
        });
      }
    }
  }
  throw new PlimsollError('file-denied', `There are too many files like ${path}.`);
}

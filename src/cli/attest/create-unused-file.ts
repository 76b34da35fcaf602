import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { makeFolders } from '../output/files.ts';
import { text } from '../../index.ts';

/** Names that are tried when one is taken, by an id that is spelled alike or by a statement that has ended. */
const tries = 1000;

/**
 * Writes a `.yaml` file that does not exist yet, with a number behind its name where that is taken, and
 * answers with its path.
 *
 * @throws PlimsollError `file-denied`
 */
export async function createFree(path: string, content: string): Promise<string> {
  await makeFolders(dirname(path));
  for (let next = 1; next <= tries; next += 1) {
    const free = next === 1 ? path : path.replace(/\.yaml$/, `-${next}.yaml`);
    try {
      await writeFile(free, content, { flag: 'wx' });
      return free;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EEXIST') {
        throw new PlimsollError(
          'file-denied',
          text(`Could not write ${free}.`, `无法写入 ${free}。`),
          {
            hint: text(
              `See who may with: ls -ld ${dirname(free)}`,
              `查看谁可以写入：ls -ld ${dirname(free)}`,
            ),
            cause: error,
          },
        );
      }
    }
  }
  throw new PlimsollError(
    'file-denied',
    text(`There are too many files like ${path}.`, `与 ${path} 同名的文件过多。`),
  );
}

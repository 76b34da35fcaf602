import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';

const isSource = (name: string): boolean =>
  /\.(?:[cm]?ts|[cm]?js|tsx)$/.test(name) &&
  !/\.d\.[cm]?ts$|\.(?:test|spec|test-d)\.\w+$/.test(name);

/** Folders of what others wrote or what was built. */
const left: ReadonlySet<string> = new Set(['node_modules', 'dist', 'build', 'coverage']);

/**
 * The sources that paths name: a file is itself, and a folder all TypeScript and JavaScript below it but tests and what
 * was installed or built.
 *
 * @param folder from which paths are understood
 * @throws PlimsollError `file-not-found`, `file-unreadable`
 */
export async function findSources(
  paths: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => sourcesAt(resolve(folder, path), path)));
  return [...new Set(found.flat())].sort();
}

async function sourcesAt(path: string, named: string): Promise<readonly string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new PlimsollError(
      'file-not-found',
      text(`There is no file or folder ${named}.`, `不存在文件或文件夹 ${named}。`),
      {
        hint: text(
          'Name files with controls, or leave them out for those of plimsoll.config.ts.',
          '请指明含控制项的文件，或省略以检查 plimsoll.config.ts 中的控制项。',
        ),
        cause,
      },
    );
  });
  if (found.isDirectory()) return below(path);
  if (found.isFile()) return [path];
  throw new PlimsollError(
    'file-unreadable',
    text(`${named} is not a regular file.`, `${named} 不是普通文件。`),
    { hint: text('Name files with controls.', '请指明含控制项的文件。') },
  );
}

async function below(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return left.has(entry.name) || entry.name.startsWith('.') ? [] : below(path);
      }
      return entry.isFile() && isSource(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

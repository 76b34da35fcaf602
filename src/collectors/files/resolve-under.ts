import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { fileError } from '../../files/file-error.ts';
import { text } from '../../core/text.ts';

/** As many as the kernel itself follows for one path. */
const linksAtMost = 40;

const namesOf = (path: string): readonly string[] =>
  path.split('/').filter((name) => name !== '' && name !== '.');

/**
 * Follows every symbolic link of `path` as a process would whose root directory is `root`: absolute
 * links begin at that root, and `..` never leaves it. The answer is in that root's own terms, so that it
 * is opened at `join(root, answer)`. What does not exist is kept as it is spelled.
 *
 * @throws PlimsollError `file-denied` or `file-unreadable`, the latter also for a loop of links
 * @example
 * await resolveUnder('/host', '/var/run/docker.sock'); // '/run/docker.sock'
 */
export async function resolveUnder(root: string, path: string): Promise<string> {
  const ahead = namesOf(path).toReversed();
  const walked: string[] = [];
  let links = 0;
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (name === '..') {
      walked.pop();
      continue;
    }
    const here = `/${[...walked, name].join('/')}`;
    const target = await linkTarget(root, here);
    if (target === undefined) {
      walked.push(name);
      continue;
    }
    if (++links > linksAtMost) {
      throw new PlimsollError(
        'file-unreadable',
        text(`${path} leads through too many symbolic links.`, `${path} 经过的符号链接过多。`),
      );
    }
    if (target.startsWith('/')) walked.length = 0;
    ahead.push(...namesOf(target).toReversed());
  }
  return `/${walked.join('/')}`;
}

/** Where a link points; `undefined` for what is no link, or is not there. */
async function linkTarget(root: string, path: string): Promise<string | undefined> {
  try {
    return await readlink(join(root, path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EINVAL' || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw fileError(path, error);
  }
}

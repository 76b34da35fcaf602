import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { text, type Text } from '../../core/text.ts';
import { absent, fileError } from '../../files/file-error.ts';

/** What has the name of a file to scan: that file, a link to one, what cannot be read as one, or nothing. */
export type Looked =
  | { readonly is: 'file'; readonly path: string; /** From the root. */ readonly leadsTo?: string }
  | {
      readonly is: 'unread';
      readonly path: string;
      readonly error: PlimsollError;
      /** Whether it is a folder, in which there may be anything. */
      readonly folder?: true;
    }
  | { readonly is: 'nothing' };

/**
 * Looks at what a name below a folder is. A link to a file that stays below the folder is that file, since the programs
 * that use it follow it; a folder is nothing, since what is in it is found by itself.
 *
 * @param path from the root
 * @param name how messages call it
 */
export function lookAt(root: string, path: string, name: string): Looked {
  const unread = (what: Text): Looked => ({
    is: 'unread',
    path,
    error: new PlimsollError('file-unreadable', what),
  });
  const whole = join(root, path);
  try {
    const own = lstatSync(whole);
    if (own.isDirectory()) return { is: 'nothing' };
    if (own.isFile()) return { is: 'file', path };
    if (!own.isSymbolicLink()) return unread(notRegular(name));
  } catch (error) {
    const failure = fileError(name, error);
    // What may not be looked at is named, and fails where it is read.
    if (!absent(failure)) return { is: 'file', path };
    return path.includes('\uFFFD') ? unread(notUtf8(name)) : { is: 'nothing' };
  }
  try {
    const real = realpathSync.native(whole);
    const leadsTo = relativeName(realpathSync.native(root), real);
    if (/^\.\.(?:\/|$)/.test(leadsTo) || isAbsolute(leadsTo)) return unread(leadsOut(name));
    const found = statSync(real);
    if (found.isFile()) return { is: 'file', path, leadsTo };
    if (found.isDirectory() && basename(path) === '.devcontainer') {
      const inside = lookAt(root, posix.join(leadsTo, 'devcontainer.json'), name);
      return inside.is === 'file'
        ? { ...inside, path: posix.join(path, 'devcontainer.json'), leadsTo: inside.path }
        : inside;
    }
    return unread(notRegular(name));
  } catch (error) {
    const failure = fileError(name, error);
    return absent(failure) ? unread(leadsNowhere(name)) : { is: 'unread', path, error: failure };
  }
}

/** A folder of which nobody knows what is in it; one that cannot be found again has a name that is not UTF-8. */
export const unreadFolder = (
  path: string,
  name: string,
  error: PlimsollError,
): Extract<Looked, { readonly is: 'unread' }> => ({
  is: 'unread',
  path,
  folder: true,
  error:
    absent(error) && path.includes('\uFFFD')
      ? new PlimsollError('file-unreadable', notUtf8(name))
      : error,
});

/** Nothing can be opened by such a name. */
const notUtf8 = (name: string): Text =>
  text(`The name ${name} is not UTF-8.`, `名称 ${name} 不是 UTF-8 编码。`);

const notRegular = (name: string): Text =>
  text(`${name} is not a regular file.`, `${name} 不是普通文件。`);

const leadsOut = (name: string): Text =>
  text(
    `${name} is a symbolic link that leads out of the scanned folder.`,
    `${name} 是指向被扫描文件夹之外的符号链接。`,
  );

const leadsNowhere = (name: string): Text =>
  text(`${name} is a symbolic link to nothing.`, `${name} 是指向不存在目标的符号链接。`);

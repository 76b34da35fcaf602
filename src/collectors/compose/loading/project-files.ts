import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import systemPath, { basename, dirname, isAbsolute, posix, resolve } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { text, type Text } from '../../../core/text.ts';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import {
  isBelow,
  relativeName,
  slashed,
  type PathRules,
} from '../../../syntax/paths/system-paths.ts';
import { readText } from '../../files/read-text.ts';
import { fileError } from '../../../files/file-error.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';
import { readRegularSync } from '../../../files/regular-file.ts';

/** Reads the files of one project; none may be outside its root. */
export interface ProjectFiles {
  /** The folder that the files are named from in messages. */
  readonly cwd: string;
  /** Nothing outside of it is read. */
  readonly root: string;
  /** @param asked where the file is named; absent for one that a person named */
  readonly read: (path: string, asked?: Place) => Promise<string>;
  /** Whether a path lies outside of the root, by its name or by where its links lead, and so is not read. */
  readonly isOutside: (path: string) => boolean;
  /** Whether a path is there and lies in the root, its links followed. */
  readonly holds: (path: string) => boolean;
  /** How a file is called in messages and in evidence: from the working folder, and one of elsewhere in full. */
  readonly nameOf: (path: string) => string;
}

/** How many files a project may have, with all that it includes. */
const mostFiles = 200;

/**
 * Opens the files of a project. Its root is the working folder where the project lies below that, else the
 * project's own folder.
 */
export function openProjectFiles(cwd: string, projectFolder: string): ProjectFiles {
  const root = isBelow(resolve(projectFolder), resolve(cwd))
    ? resolve(cwd)
    : resolve(projectFolder);
  let count = 0;
  const nameOf = (path: string): string => {
    const near = relativeName(cwd, path);
    return isAbsolute(near) || !(isBelow(path, root) || isBelow(path, resolve(cwd)))
      ? slashed(path)
      : near || '.';
  };
  return {
    cwd,
    root,
    nameOf,
    isOutside: (path) => {
      if (!isBelow(resolve(path), root)) return true;
      try {
        return !isBelow(realpathSync.native(path), realpathSync.native(root));
      } catch {
        return false;
      }
    },
    holds: (path) => {
      try {
        return isBelow(realpathSync.native(path), realpathSync.native(root));
      } catch {
        return false;
      }
    },
    read: async (path, asked) => {
      count += 1;
      const fail = (what: Text, hint: string) =>
        asked ? invalidAt(asked, what, hint) : new SyntaxProblem('invalid', what, { hint });
      if (count > mostFiles) {
        throw fail(
          text(`more than ${mostFiles} files are asked for`, `所需文件超过 ${mostFiles} 个`),
          '',
        );
      }
      const outside = () =>
        fail(
          text(
            `${nameOf(path)} is outside the project, ${root}`,
            `${nameOf(path)} 位于项目目录 ${root} 之外`,
          ),
          'Run plimsoll in a folder that holds both.',
        );
      if (asked && !isBelow(resolve(path), root)) throw outside();
      try {
        const real = realpathSync.native(path);
        if (asked && !isBelow(real, realpathSync.native(root))) throw outside();
        // Its links were followed.
        const said = await readText(dirname(real), basename(real));
        // The mark stands for bytes that are none, and may be written as well.
        if (said.includes('\uFFFD') && !isUtf8(readRegularSync(real))) {
          throw new PlimsollError(
            'file-unreadable',
            text(`${nameOf(path)} is not UTF-8.`, `${nameOf(path)} 不是 UTF-8 编码。`),
            { hint: text('Save it as UTF-8.', '请另存为 UTF-8 编码。') },
          );
        }
        return said;
      } catch (error) {
        const cause = fileError(path, error);
        throw asked ? invalidAt(asked, cause.said, '', cause) : cause;
      }
    },
  };
}

/**
 * A path of a Compose file from the folder that it is written for; `~` is the home of who runs Compose. One that begins
 * with `/` is the engine's on every system, and gets no drive on Windows.
 */
export function resolvePath(
  folder: string,
  path: string,
  home: string,
  rules: PathRules = systemPath,
): string {
  if (path === '~' || path.startsWith('~/') || path.startsWith(`~${rules.sep}`)) {
    return rules.join(home, path.slice(1));
  }
  return path.startsWith('/') && !path.startsWith('//')
    ? posix.resolve(path)
    : rules.resolve(folder, path);
}

import { text, type Text } from '../../../core/text.ts';
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import { readText } from '../../files/read-text.ts';
import { fileError } from '../../gathering/unread-gap.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';

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

const isInside = (root: string, path: string): boolean =>
  path === root || path.startsWith(root === sep ? sep : `${root}${sep}`);

/**
 * Opens the files of a project. Its root is the working folder where the project lies below that, else the
 * project's own folder.
 */
export function openProjectFiles(cwd: string, projectFolder: string): ProjectFiles {
  const root = isInside(resolve(cwd), resolve(projectFolder))
    ? resolve(cwd)
    : resolve(projectFolder);
  let count = 0;
  const nameOf = (path: string): string => {
    const near = relative(cwd, path);
    return isAbsolute(near) || !(isInside(root, path) || isInside(resolve(cwd), path))
      ? path
      : near || '.';
  };
  return {
    cwd,
    root,
    nameOf,
    isOutside: (path) => {
      if (!isInside(root, resolve(path))) return true;
      try {
        return !isInside(realpathSync.native(root), realpathSync.native(path));
      } catch {
        return false;
      }
    },
    holds: (path) => {
      try {
        return isInside(realpathSync.native(root), realpathSync.native(path));
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
      if (asked && !isInside(root, resolve(path))) throw outside();
      try {
        const real = realpathSync.native(path);
        if (asked && !isInside(realpathSync.native(root), real)) throw outside();
        // Its links were followed.
        return await readText(dirname(real), basename(real));
      } catch (error) {
        const cause = fileError(path, error);
        throw asked ? invalidAt(asked, cause.said, '', cause) : cause;
      }
    },
  };
}

/** A path of a Compose file from the folder that it is written for; `~` is the home of who runs Compose. */
export function resolvePath(folder: string, path: string, home: string): string {
  if (path === '~' || path.startsWith('~/')) return join(home, path.slice(1));
  return resolve(folder, path);
}

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groupBy } from '../../syntax/group-by.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';

/** Where build files are, and which of them are meant. */
export interface BuildNames {
  readonly root: string;
  readonly cwd: string;
  /** @param path from the root */
  readonly isMeant: (path: string) => boolean;
}

/**
 * The targets of build files. A file and links to it in the same folder are one, since they are built alike, named by the
 * file itself where that is among them; a link in another folder is built with what is there, and is one of its own.
 *
 * @param paths from the root
 */
export function buildTargets(
  paths: readonly string[],
  { root, cwd, isMeant }: BuildNames,
): readonly TargetSpec[] {
  const top = realOf(root);
  const files = [...new Set(paths)].toSorted().map((path) => {
    const file = join(root, path);
    const real = realOf(file);
    const isItself = relativeName(top, real) === path;
    return {
      path,
      name: relativeName(cwd, file),
      file,
      folder: realOf(dirname(file)),
      real,
      isItself,
    };
  });
  const alike = groupBy(files, ({ file, folder, real }) =>
    // What leaves files out of a build may be named for one of them alone.
    JSON.stringify(existsSync(`${file}.dockerignore`) ? file : [folder, real]),
  );
  return [...alike.values()].flatMap((same): readonly TargetSpec[] => {
    const own = same.find(({ isItself }) => isItself) ?? same[0];
    if (own === undefined || !same.some(({ path }) => isMeant(path))) return [];
    const also = same.flatMap((each) => (each === own ? [] : [each.name]));
    return [{ kind: 'dockerfile', path: own.name, ...(also.length > 0 ? { also } : {}) }];
  });
}

/** Where the links of a path lead; it itself where that is not known. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

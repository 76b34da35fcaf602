import { dirname, join, resolve } from 'node:path';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { referencesOf } from '../devcontainer/referenced-files.ts';
import type { NamedBuild } from '../gathering/build.ts';

/** A dev container of a folder. */
export interface FoundDevContainer {
  /** Its file, as it is named from the working folder. */
  readonly path: string;
  /** What it is read from, as named from the working folder. */
  readonly reads: readonly string[];
  /** The files of the Compose project that it is a service of. */
  readonly project?: readonly string[];
  /** The file that it builds. */
  readonly build?: NamedBuild;
}

/**
 * The dev containers of a folder, and what they name.
 *
 * @param paths of their files, from the root
 */
export async function devContainersIn(
  paths: readonly string[],
  root: string,
  cwd: string,
): Promise<readonly FoundDevContainer[]> {
  const found: FoundDevContainer[] = [];
  for (const each of paths) {
    const path = relativeName(cwd, join(root, each));
    const { compose = [], build } = (await referencesOf(path, cwd)) ?? {};
    const project = compose.map((file) => relativeName(cwd, file));
    const built = build?.file.at === 'path' ? [relativeName(cwd, build.file.path)] : [];
    found.push({
      path,
      reads: [path, ...project, ...built],
      ...(project.length > 0 ? { project } : {}),
      ...(build ? { build } : {}),
    });
  }
  return found;
}

/** Compose files, absolute, that are written for a dev container, and are no project without it. */
export const heldBy = ({ path, project = [] }: FoundDevContainer, cwd: string): readonly string[] =>
  project
    .map((file) => resolve(cwd, file))
    .filter((file) => dirname(file) === dirname(resolve(cwd, path)));

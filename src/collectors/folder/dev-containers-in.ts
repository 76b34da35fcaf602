import { dirname, join, resolve } from 'node:path';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { referencedTargets } from '../devcontainer/referenced-files.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';

/** The dev containers of a folder. */
export interface FoundDevContainers {
  /** They themselves, and the Dockerfiles and Compose projects that they name. */
  readonly targets: readonly TargetSpec[];
  /** Compose files, absolute, that are written for a dev container, and are no project without it. */
  readonly held: readonly string[];
}

/** Where dev containers are looked for, and which files of there are meant. */
export interface DevContainerSearch {
  readonly root: string;
  readonly cwd: string;
  /** @param path from the root */
  readonly isMeant: (path: string) => boolean;
}

/**
 * The targets that dev containers come to.
 *
 * @param paths of their files, from the root
 */
export async function devContainersIn(
  paths: readonly string[],
  { root, cwd, isMeant }: DevContainerSearch,
): Promise<FoundDevContainers> {
  const targets: TargetSpec[] = [];
  const held: string[] = [];
  for (const path of paths) {
    const file = join(root, path);
    const named = await referencedTargets(relativeName(cwd, file), cwd);
    const files = named.flatMap(filesOf).map((each) => resolve(cwd, each));
    if (named.some(({ kind }) => kind === 'compose')) {
      held.push(...files.filter((each) => dirname(each) === dirname(file)));
    }
    if (![file, ...files].some((each) => isMeant(relativeName(root, each)))) continue;
    targets.push({ kind: 'devcontainer', path: relativeName(cwd, file) }, ...named);
  }
  return { targets, held };
}

const filesOf = (target: TargetSpec): readonly string[] =>
  target.kind === 'compose' ? target.files : target.kind === 'dockerfile' ? [target.path] : [];

import { resolve } from 'node:path';
import { fieldOf, itemsOf, spell, textOf } from '../../syntax/compose/tree/nodes.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { openProjectFiles } from '../compose/loading/project-files.ts';
import { isRefusal } from '../compose/loading/elsewhere.ts';
import type { NamedBuild } from '../gathering/build.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { readDevContainer, type DevContainerFile } from './read-devcontainer.ts';
import { fill } from './variables.ts';

/** The Dockerfile that is built, absolute; nothing where there is none, or where nobody can say which. */
export function dockerfileOf({ whole, folder, workspace }: DevContainerFile): string | undefined {
  const named = textOf(fieldOf(whole, 'build', 'dockerfile') ?? fieldOf(whole, 'dockerFile'));
  return pathFrom(named, folder, workspace);
}

/** The Compose files that the container is a service of, absolute; `undefined` where it is of none. */
export function composeFilesOf(file: DevContainerFile): readonly string[] | undefined {
  const { whole, folder, workspace } = file;
  const node = fieldOf(whole, 'dockerComposeFile');
  if (!node) return undefined;
  const named = node.kind === 'list' ? itemsOf(node) : [node];
  return named.flatMap((each) => pathFrom(textOf(each), folder, workspace) ?? []);
}

function pathFrom(
  named: string | undefined,
  folder: string,
  workspace: string,
): string | undefined {
  if (named === undefined) return undefined;
  const filled = fill(named.replace(/^\$\{localWorkspaceFolder\}/, workspace), workspace);
  return 'value' in filled ? resolve(folder, filled.value) : undefined;
}

/** What a `devcontainer.json` names of what is built and started. */
export interface References {
  /** The files of its Compose project, absolute; none where one of them is not to be read. */
  readonly compose: readonly string[];
  readonly build?: NamedBuild;
  /** Nothing outside of it is read because a file asks for it. */
  readonly isOutside: (path: string) => boolean;
}

/** What a `devcontainer.json` names; `undefined` where it cannot be read, which its own collector says. */
export async function referencesOf(path: string, cwd: string): Promise<References | undefined> {
  let file: DevContainerFile;
  try {
    file = await readDevContainer(resolve(cwd, path), path);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
  const { isOutside } = openProjectFiles(cwd, file.workspace);
  const compose = composeFilesOf(file);
  if (compose && compose.length > 0) {
    return { compose: compose.some(isOutside) ? [] : compose, isOutside };
  }
  const build = namedBuild(file, path);
  return { compose: [], isOutside, ...(build ? { build } : {}) };
}

function namedBuild(file: DevContainerFile, path: string): NamedBuild | undefined {
  const named = fieldOf(file.whole, 'build', 'dockerfile') ?? fieldOf(file.whole, 'dockerFile');
  if (named === undefined) return undefined;
  const found = dockerfileOf(file);
  return {
    by: spell(named.place),
    in: path,
    file: found === undefined ? { at: 'unknown' } : { at: 'path', path: found, isUsual: false },
  };
}

/**
 * The targets that a `devcontainer.json` brings along: the Dockerfile that it builds, or its Compose project. None where
 * it cannot be read, which its own collector says.
 */
export async function referencedTargets(path: string, cwd: string): Promise<readonly TargetSpec[]> {
  const found = await referencesOf(path, cwd);
  if (!found) return [];
  const named = (each: string): string => relativeName(cwd, each);
  if (found.compose.length > 0) {
    return [{ kind: 'compose', files: found.compose.map(named) }];
  }
  const file = found.build?.file;
  return file?.at === 'path' && !found.isOutside(file.path)
    ? [{ kind: 'dockerfile', path: named(file.path) }]
    : [];
}

import { resolve } from 'node:path';
import { fieldOf, itemsOf, textOf } from '../../syntax/compose/tree/nodes.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { openProjectFiles } from '../compose/loading/project-files.ts';
import { isRefusal } from '../compose/loading/elsewhere.ts';
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

/**
 * The targets that a `devcontainer.json` brings along: the Dockerfile that it builds, or its Compose project. None where
 * it cannot be read, which its own collector says.
 */
export async function referencedTargets(path: string, cwd: string): Promise<readonly TargetSpec[]> {
  let file: DevContainerFile;
  try {
    file = await readDevContainer(resolve(cwd, path), path);
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
  // What lies elsewhere is not read because a file asks for it.
  const { isOutside } = openProjectFiles(cwd, file.workspace);
  const named = (each: string): string => relativeName(cwd, each);
  const compose = composeFilesOf(file);
  if (compose && compose.length > 0) {
    return compose.some(isOutside) ? [] : [{ kind: 'compose', files: compose.map(named) }];
  }
  const dockerfile = dockerfileOf(file);
  return dockerfile === undefined || isOutside(dockerfile)
    ? []
    : [{ kind: 'dockerfile', path: named(dockerfile) }];
}

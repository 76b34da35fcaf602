import { dirname, join } from 'node:path';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { isRefusal } from '../compose/loading/elsewhere.ts';
import { checkFiles, namedFiles } from '../compose/loading/find-files.ts';
import type { ProjectInput } from '../compose/loading/load-project.ts';

/** A project whose files `COMPOSE_FILE` names. */
export interface NamedProject {
  /** The folder that Compose is started in, from the root. */
  readonly folder: string;
  /** The files that it is made of, by their absolute paths; none where one of them is refused. */
  readonly files: readonly string[];
  /** How it is named as a target. */
  readonly spelled: readonly string[];
}

/**
 * The projects of folders for which `COMPOSE_FILE` is set, there or in the environment.
 *
 * @param folders from the root
 */
export async function namedProjects(
  root: string,
  folders: Iterable<string>,
  options: Omit<ProjectInput, 'files'>,
): Promise<readonly NamedProject[]> {
  const found: NamedProject[] = [];
  for (const folder of folders) {
    const project = await projectOf(root, folder, options);
    if (project) found.push(project);
  }
  return found;
}

async function projectOf(
  root: string,
  folder: string,
  options: Omit<ProjectInput, 'files'>,
): Promise<NamedProject | undefined> {
  const { cwd } = options;
  const path = join(root, folder);
  const named = await unlessRefused(() => namedFiles(path, options));
  if (!named) return undefined;
  const files = await unlessRefused(async () => {
    await checkFiles(named, path, cwd);
    return named.files;
  });
  const [first = ''] = files ?? [];
  // Named by its files it would be read as if a person had named them, with the variables beside the first alone.
  const whole = !files || (named.asked !== undefined && dirname(first) !== path);
  const spelled = whole ? [path] : files;
  return {
    folder,
    files: files ?? [],
    spelled: spelled.map((each) => relativeName(cwd, each) || '.'),
  };
}

/** Nothing where a file is refused: the reader of the target says why. */
async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

import { basename, join, posix, relative, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { groupBy } from '../../core/group.ts';
import { faultsIn } from '../compose/check-project.ts';
import { loadProject, type ProjectInput } from '../compose/load-project.ts';
import type { TargetSpec } from '../target-spec.ts';
import { changedFiles } from './changed-files.ts';
import { composeNames, isBuildFileName, isComposeName, overrideNames } from './file-names.ts';
import { listFiles } from './list-files.ts';
import { namedProjects } from './named-projects.ts';

const isVariables = (path: string): boolean => basename(path) === '.env';

const isWanted = (path: string): boolean =>
  isBuildFileName(path) || isComposeName(path) || isVariables(path);

/** More than these are no longer one project. */
const targetsAtMost = 2000;

/** What may be told to {@link findTargets}. */
export interface FindOptions extends Omit<ProjectInput, 'files' | 'startedIn'> {
  /** A revision of git; only what changed since it left this history is found. */
  readonly changedSince?: string;
  readonly signal?: AbortSignal;
}

/**
 * Finds the build files and Compose files below a folder, less what git ignores; links are not followed. A Compose file
 * and its override are one project; a further one is a project of its own, or, where it does not stand alone, is laid
 * over the one beside it. What `COMPOSE_FILE` names for a folder is one project as well, wherever those files are.
 *
 * @returns the targets in order of their names, named from the working folder; none when none changed
 * @throws PlimsollError `file-not-found` when there is nothing to scan in the folder; `git-failed`, `file-denied`,
 * `file-unreadable`, `scan-aborted`
 * @example
 * const targets = await findTargets('.', { cwd: process.cwd(), env: process.env, home: homedir() });
 */
export async function findTargets(
  folder: string,
  options: FindOptions,
): Promise<readonly TargetSpec[]> {
  const { cwd, changedSince, signal } = options;
  const root = resolve(cwd, folder);
  const listed = (await listFiles(root, isWanted, signal)).toSorted();
  if (listed.length > targetsAtMost) {
    throw new PlimsollError(
      'file-unreadable',
      `There are ${listed.length} Dockerfiles, Compose files and files of variables below ${folder}; at most ${targetsAtMost} are scanned at once.`,
      { hint: 'Name a folder further down.' },
    );
  }
  const paths = listed.filter((path) => !isVariables(path));
  const started = listed
    .filter((path) => !isBuildFileName(path))
    .map((path) => posix.dirname(path));
  const told = await namedProjects(root, new Set(['.', ...started]), options);
  if (paths.length + told.length === 0) {
    throw new PlimsollError(
      'file-not-found',
      `There is no Dockerfile and no Compose file below ${folder}.`,
      { hint: 'One with a name of its own is scanned by its path.' },
    );
  }
  const changed =
    changedSince === undefined ? null : await changedFiles(root, changedSince, signal);
  const isMeant = (path: string): boolean => changed === null || hasChanged(path, changed);
  const named = (path: string): string => relative(cwd, join(root, path));
  const wanted = paths.filter(isMeant);
  const builds = wanted
    .filter((path) => isBuildFileName(path))
    .map((path): TargetSpec => ({ kind: 'dockerfile', path: named(path) }));
  const projects = told
    .filter((each) =>
      [posix.join(each.folder, '.env'), ...each.files.map((file) => relative(root, file))].some(
        isMeant,
      ),
    )
    .map((each): TargetSpec => ({ kind: 'compose', files: each.spelled }));
  const held = new Set(told.flatMap(({ files }) => files));
  for (const files of groupBy(wanted.filter(isComposeName), (path) =>
    posix.dirname(path),
  ).values()) {
    projects.push(...(await projectsIn(files.map(named), held, options)));
  }
  return [...builds, ...projects];
}

/** Of a build file, it or its ignore file; of a Compose file, any file of its kind or of variables beside it as well. */
function hasChanged(path: string, changed: ReadonlySet<string>): boolean {
  if (changed.has(path)) return true;
  const folder = posix.dirname(path);
  if (isBuildFileName(path)) {
    return changed.has(posix.join(folder, '.dockerignore')) || changed.has(`${path}.dockerignore`);
  }
  return [...changed].some(
    (each) => posix.dirname(each) === folder && /\.(?:ya?ml|env)$|(?:^|\/)\.env/.test(each),
  );
}

/**
 * The projects that the Compose files of one folder make.
 *
 * @param held the files that are in a project already, by their absolute paths
 */
async function projectsIn(
  files: readonly string[],
  held: ReadonlySet<string>,
  options: FindOptions,
): Promise<readonly TargetSpec[]> {
  const isHeld = (file: string): boolean => held.has(resolve(options.cwd, file));
  const first = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => files.filter((file) => basename(file) === name))[0];
  const base = first(composeNames);
  const own = base !== undefined && !isHeld(base) ? [base] : [];
  const over = own.length === 0 ? undefined : first(overrideNames);
  if (over !== undefined && !isHeld(over)) own.push(over);
  const projects: (readonly string[])[] = own.length === 0 ? [] : [own];
  for (const file of files) {
    if (own.includes(file) || isHeld(file)) continue;
    const alone = base === undefined || (await standsAlone(file, options));
    projects.push(alone ? [file] : [base, file]);
  }
  return projects.map((each): TargetSpec => ({ kind: 'compose', files: each }));
}

async function standsAlone(file: string, options: FindOptions): Promise<boolean> {
  try {
    return faultsIn(await loadProject({ ...options, files: [file] })).length === 0;
  } catch (error) {
    if (error instanceof PlimsollError) return false;
    throw error;
  }
}

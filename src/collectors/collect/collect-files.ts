import { resolve } from 'node:path';
import { groupBy } from '../../syntax/group-by.ts';
import type { Build } from '../gathering/build.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import { mapConcurrently } from '../gathering/map-concurrently.ts';
import type { OwnTarget } from '../gathering/parse-target.ts';

/** A project has thousands of files; of those that are read, only so many are held at once. */
export const filesAtOnce = 16;

/** Reads one target; a Dockerfile as other targets build it. */
export type CollectOne = (target: OwnTarget, builds?: readonly Build[]) => Promise<Outcome>;

/**
 * Reads Compose projects, and then Dockerfiles as those build them, which tell of the services what their images decide.
 *
 * @param cwd the working folder, from which files are named
 * @returns what came of them, in the order of the targets
 */
export async function collectFiles(
  targets: readonly OwnTarget[],
  cwd: string,
  collectOne: CollectOne,
): Promise<readonly Outcome[]> {
  const isBuilt = ({ kind }: OwnTarget): boolean => kind === 'dockerfile';
  const pathsOf = (target: OwnTarget): readonly string[] =>
    target.kind === 'dockerfile'
      ? [target.path, ...(target.also ?? [])].map((path) => resolve(cwd, path))
      : [];
  const projects = await mapConcurrently(
    targets.filter((target) => !isBuilt(target)),
    filesAtOnce,
    (target) => collectOne(target),
  );
  const builds = groupBy(
    projects.flatMap(({ harvest }) => harvest.builds ?? []),
    ({ path }) => path,
  );
  const buildsOf = (target: OwnTarget): readonly Build[] | undefined => {
    const found = pathsOf(target).flatMap((path) => builds.get(path) ?? []);
    return found.length > 0 ? found : undefined;
  };
  const files = await mapConcurrently(targets.filter(isBuilt), filesAtOnce, (target) =>
    collectOne(target, buildsOf(target)),
  );
  if (files.length === 0) return projects;
  const { fillFromBuilds } = await import('./fill-from-builds.ts');
  const built = new Map(
    targets
      .filter(isBuilt)
      .flatMap((target, at) =>
        pathsOf(target).map((path) => [path, files[at]?.harvest.subjects] as const),
      ),
  );
  const filled = projects.map((project) => ({
    ...project,
    harvest: fillFromBuilds(project.harvest, built),
  }));
  const [nextFile, nextProject] = [files.values(), filled.values()];
  return targets.flatMap((target) => (isBuilt(target) ? nextFile : nextProject).next().value ?? []);
}

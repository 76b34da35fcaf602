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
  const pathOf = (target: OwnTarget): string =>
    target.kind === 'dockerfile' ? resolve(cwd, target.path) : '';
  const projects = await mapConcurrently(
    targets.filter((target) => !isBuilt(target)),
    filesAtOnce,
    (target) => collectOne(target),
  );
  const builds = groupBy(
    projects.flatMap(({ harvest }) => harvest.builds ?? []),
    ({ path }) => path,
  );
  const files = await mapConcurrently(targets.filter(isBuilt), filesAtOnce, (target) =>
    collectOne(target, builds.get(pathOf(target))),
  );
  if (files.length === 0) return projects;
  const { fillFromBuilds } = await import('./fill-from-builds.ts');
  const built = new Map(
    targets.filter(isBuilt).map((target, at) => [pathOf(target), files[at]?.harvest.subjects]),
  );
  const filled = projects.map((project) => ({
    ...project,
    harvest: fillFromBuilds(project.harvest, built),
  }));
  const [nextFile, nextProject] = [files.values(), filled.values()];
  return targets.flatMap((target) => (isBuilt(target) ? nextFile : nextProject).next().value ?? []);
}

import { resolve } from 'node:path';
import { groupBy } from '../core/group.ts';
import type { Build, BuildArguments, Outcome } from './harvest.ts';
import { inLanes } from './in-lanes.ts';
import type { OwnTarget } from './target-spec.ts';

/** A project has thousands of files; of those that are read, only so many are held at once. */
export const filesAtOnce = 16;

/** Reads one target; a Dockerfile with the build arguments that another target gives it. */
export type CollectOne = (target: OwnTarget, given?: BuildArguments) => Promise<Outcome>;

/** Whether a target is a file of a project. */
export const isFile = ({ kind }: OwnTarget): boolean => kind === 'dockerfile' || kind === 'compose';

/**
 * Reads Compose projects, and then Dockerfiles as those build them.
 *
 * @param cwd the working folder, from which files are named; that of the process when absent
 * @returns what came of them, in the order of the targets
 */
export async function collectFiles(
  targets: readonly OwnTarget[],
  cwd: string | undefined,
  collectOne: CollectOne,
): Promise<readonly Outcome[]> {
  const isBuilt = ({ kind }: OwnTarget): boolean => kind === 'dockerfile';
  const projects = await inLanes(
    targets.filter((target) => !isBuilt(target)),
    filesAtOnce,
    (target) => collectOne(target),
  );
  const given = givenByFile(projects.flatMap(({ harvest }) => harvest.builds ?? []));
  const files = await inLanes(targets.filter(isBuilt), filesAtOnce, (target) =>
    collectOne(
      target,
      target.kind === 'dockerfile' ? given.get(resolve(cwd ?? '', target.path)) : undefined,
    ),
  );
  const [nextFile, nextProject] = [files.values(), projects.values()];
  return targets.flatMap((target) => (isBuilt(target) ? nextFile : nextProject).next().value ?? []);
}

/** What each Dockerfile is given; nothing where it is not given the same in every build. */
function givenByFile(builds: readonly Build[]): ReadonlyMap<string, BuildArguments> {
  const found = new Map<string, BuildArguments>();
  for (const [path, all] of groupBy(builds, (build) => build.path)) {
    const [first, ...others] = all.map(({ given }) => given);
    if (first && others.every((other) => isSame(first, other))) found.set(path, first);
  }
  return found;
}

const isSame = (one: BuildArguments, other: BuildArguments): boolean =>
  one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);

import { basename, join, posix, resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { type Text, text } from '../../core/text.ts';
import type { ProjectInput } from '../compose/loading/load-project.ts';
import type { NamedBuild } from '../gathering/build.ts';
import type { TargetSpec, UnreadTarget } from '../gathering/parse-target.ts';
import { changedFiles } from './changed-files.ts';
import {
  isBuildFileName,
  isComposeName,
  isDevContainerPath,
} from '../../knowledge/build-file-names.ts';
import { devContainersIn, heldBy } from './dev-containers-in.ts';
import { listFiles } from './list-files.ts';
import type { Looked } from './look-at.ts';
import { namedProjects, type NamedProject } from './named-projects.ts';
import { somethingElse } from './something-else.ts';
import { buildTargets } from './build-targets.ts';
import { buildsNamedBy, placeBuilds } from './composed-builds.ts';
import { mayBring, projectOf, projectsIn, type FoundProject } from './projects-in.ts';

const isVariables = (path: string): boolean => basename(path) === '.env';

/** Where git lists it, it is a link. */
const isDevContainerFolder = (path: string): boolean => basename(path) === '.devcontainer';

const isWanted = (path: string): boolean =>
  isBuildFileName(path) ||
  isComposeName(path) ||
  isDevContainerPath(path) ||
  isVariables(path) ||
  isDevContainerFolder(path);

/** More than these are no longer one project. */
const targetsAtMost = 2000;

/** Options of {@link findTargets}. */
export interface FindOptions extends Omit<ProjectInput, 'files' | 'startedIn'> {
  /** A revision of git; only what changed since it left this history is found. */
  readonly changedSince?: string;
  /** Whether a folder may hold nothing to scan. */
  readonly allowEmpty?: boolean;
  /** What else is scanned, absolute. */
  readonly beside?: readonly string[];
  /** Takes each file that has the name of what is scanned and is something else. */
  readonly onLeftOut?: (path: string, what: Text) => void;
  /** What files were found to be before, by their absolute paths; what is not in it is read, and added. */
  readonly recognised?: Map<string, Text | undefined>;
  readonly signal?: AbortSignal;
}

/**
 * Finds the build files, Compose files and dev containers below a folder, less what git ignores. What cannot be
 * read is a target as well, which says why. A Compose file and its override are one project; a further one is a project of its own, or, where it does not stand alone, is laid
 * over the one beside it; where another extends or includes it, it is judged there alone. What `COMPOSE_FILE` names for
 * a folder is one project as well, wherever those files are.
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
  const looked = await listFiles(root, cwd, isWanted, signal);
  const links = new Map<string, string>();
  const unread: UnreadTarget[] = [];
  for (const each of looked) {
    if (each.is === 'file') {
      if (each.leadsTo !== undefined) links.set(each.path, each.leadsTo);
    } else if (each.folder || !isVariables(each.path)) {
      unread.push(unreadTarget(each, relativeName(cwd, join(root, each.path))));
    }
  }
  const listed = looked
    .flatMap((each) => (each.is === 'file' && !isDevContainerFolder(each.path) ? [each.path] : []))
    .toSorted();
  if (listed.length > targetsAtMost) {
    throw new PlimsollError(
      'file-unreadable',
      text(
        `There are ${listed.length} Dockerfiles, Compose files, dev containers and files of variables below ${folder}; at most ${targetsAtMost} are scanned at once.`,
        `${folder} 下有 ${listed.length} 个 Dockerfile、Compose 文件、开发容器和变量文件；一次至多扫描 ${targetsAtMost} 个。`,
      ),
      { hint: text('Name a folder further down.', '请指明更下层的文件夹。') },
    );
  }
  const paths: string[] = [];
  for (const path of listed.filter((each) => !isVariables(each))) {
    if (isDevContainerPath(path)) {
      paths.push(path);
      continue;
    }
    const what = await recognise(join(root, path), options);
    if (what === undefined) paths.push(path);
    else options.onLeftOut?.(relativeName(cwd, join(root, path)), what);
  }
  const started = listed
    .filter((path) => isComposeName(path) || isVariables(path))
    .map((path) => posix.dirname(path));
  const namedHere = await namedProjects(root, new Set(['.', ...started]), options);
  if (paths.length + namedHere.length + unread.length === 0) {
    if (options.allowEmpty === true) return [];
    throw new PlimsollError(
      'file-not-found',
      text(
        `There is no Dockerfile, no Compose file and no dev container below ${folder}.`,
        `${folder} 下没有 Dockerfile、Compose 文件或开发容器。`,
      ),
      {
        hint: text(
          'A file with another name is scanned by its path.',
          '其他名称的文件请用路径扫描。',
        ),
      },
    );
  }
  const changed =
    changedSince === undefined ? null : await changedFiles(root, changedSince, signal);
  const isMeant = (path: string, isBuilt = isBuildFileName(path)): boolean =>
    changed === null || hasChanged(path, changed, isBuilt) || changed.has(links.get(path) ?? '');
  const isMeantFile = (file: string): boolean => isMeant(relativeName(root, resolve(cwd, file)));
  const named = (path: string): string => relativeName(cwd, join(root, path));
  const opened = await devContainersIn(paths.filter(isDevContainerPath), root, cwd);
  const held = new Set([
    ...namedHere.flatMap(({ files }) => files),
    ...opened.flatMap((each) => heldBy(each, cwd)),
  ]);
  const composed = onceEach(paths.filter(isComposeName), links);
  const bringing = await mayBring([...held, ...composed.map((path) => join(root, path))]);
  const found: FoundProject[] = [];
  for (const here of groupBy(composed, (path) => posix.dirname(path)).values()) {
    found.push(...(await projectsIn(here.map(named), { ...options, held, bringing })));
  }
  const brought = await broughtIn(found, namedHere, options);
  const isPart = ({ files, part }: FoundProject): boolean =>
    part && brought.has(resolve(cwd, files.at(-1) ?? ''));
  const projects: readonly Meant[] = [
    ...namedHere.map(({ folder: at, files, spelled }) => ({
      files: spelled,
      reads: [join(root, at, '.env'), ...files],
    })),
    ...found.flatMap((each) =>
      isPart(each) ? [] : [{ files: each.files, reads: [...each.files, ...each.brings] }],
    ),
    ...opened.flatMap(({ project, reads }) => (project ? [{ files: project, reads }] : [])),
  ];
  const builds = opened.flatMap(({ build }) => build ?? []);
  // A file of variables, or one laid over another, may have pointed a project to what did not change itself.
  const pointed = new Set<NamedBuild>();
  for (const { files, reads } of projects) {
    const theirs = await buildsNamedBy(files, options);
    builds.push(...theirs);
    if (reads.some(isMeantFile)) for (const build of theirs) pointed.add(build);
  }
  const isPointed = (build: NamedBuild): boolean => pointed.has(build) || isMeantFile(build.in);
  const placed = placeBuilds(builds, { ...options, root, isMeant: isPointed });
  const mayMatter = ({ as, path }: UnreadTarget): boolean => as === 'folder' || isMeantFile(path);
  const buildFiles = [...paths.filter(isBuildFileName), ...placed.paths.keys()];
  const isMeantBuild = (path: string): boolean =>
    isMeant(path, true) || placed.paths.get(path) === true;
  const all: readonly TargetSpec[] = [
    ...buildTargets(buildFiles, { root, cwd, isMeant: isMeantBuild }),
    ...projects.flatMap(({ files, reads }): readonly TargetSpec[] =>
      reads.some(isMeantFile) ? [{ kind: 'compose', files }] : [],
    ),
    ...opened.flatMap(({ path, reads }): readonly TargetSpec[] =>
      reads.some(isMeantFile) ? [{ kind: 'devcontainer', path }] : [],
    ),
    ...unread.filter(mayMatter),
    ...placed.unread,
  ];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** Files, less links to one of them in its folder; of links there to one file elsewhere, the first. */
const onceEach = (
  paths: readonly string[],
  links: ReadonlyMap<string, string>,
): readonly string[] =>
  [
    ...groupBy(paths, (path) =>
      JSON.stringify([posix.dirname(path), links.get(path) ?? path]),
    ).values(),
  ].flatMap((same) => same.find((path) => !links.has(path)) ?? same[0] ?? []);

/** A project, and what it is read from, as named from the working folder or absolute. */
interface Meant {
  readonly files: readonly string[];
  readonly reads: readonly string[];
}

/** The target that says why a file could not be read. */
const unreadTarget = (
  { path, error, folder }: Extract<Looked, { readonly is: 'unread' }>,
  named: string,
): UnreadTarget => ({
  kind: 'unread',
  as: folder
    ? 'folder'
    : isBuildFileName(path)
      ? 'dockerfile'
      : isComposeName(path)
        ? 'compose'
        : 'devcontainer',
  path: named,
  error,
});

/** What a file is that is something else than its name says, unless that is known. */
async function recognise(path: string, options: FindOptions): Promise<Text | undefined> {
  const { recognised } = options;
  if (recognised?.has(path)) return recognised.get(path);
  const what = await somethingElse(path, options);
  recognised?.set(path, what);
  return what;
}

/** Of a build file, it or its ignore file; of a Compose file, any file of its kind or of variables beside it as well. */
function hasChanged(path: string, changed: ReadonlySet<string>, isBuilt: boolean): boolean {
  if (changed.has(path)) return true;
  const folder = posix.dirname(path);
  if (isBuilt) {
    return changed.has(posix.join(folder, '.dockerignore')) || changed.has(`${path}.dockerignore`);
  }
  return [...changed].some(
    (each) => posix.dirname(each) === folder && /\.(?:ya?ml|env)$|(?:^|\/)\.env/.test(each),
  );
}

/** The files that projects extend or include, by their absolute paths; nobody asks for them where all are whole. */
async function broughtIn(
  found: readonly FoundProject[],
  namedHere: readonly NamedProject[],
  options: FindOptions,
): Promise<ReadonlySet<string>> {
  if (!found.some(({ part }) => part)) return new Set();
  const named = await Promise.all(namedHere.map(({ files }) => projectOf(files, options)));
  const whole = [...found.filter(({ part }) => !part), ...named];
  return new Set(whole.flatMap(({ brings }) => brings));
}

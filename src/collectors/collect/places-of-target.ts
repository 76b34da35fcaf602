import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  isBuildFileName,
  isComposeName,
  isDevContainerName,
} from '../../knowledge/build-file-names.ts';
import { isSecretFile } from '../../knowledge/secret-files.ts';
import { isBelow } from '../../syntax/paths/system-paths.ts';
import { readOwnText } from '../files/read-text.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import type { OwnTarget, TargetSpec } from '../gathering/parse-target.ts';

/** Where the files are that make a target. */
export interface TargetPlaces {
  /** Absolute paths of the files that it was read from, or would be. */
  readonly files: ReadonlySet<string>;
  /** The folders that they are in. */
  readonly folders: ReadonlySet<string>;
  /** Whether a further file is a part of it, or may be. */
  readonly mayHold: (path: string) => boolean;
}

/** The files that a target of files names. */
export const filesOf = (target: TargetSpec): readonly string[] =>
  target.kind === 'compose'
    ? target.files
    : target.kind === 'dockerfile'
      ? [target.path, ...(target.also ?? [])]
      : target.kind === 'devcontainer' || target.kind === 'unread'
        ? [target.path]
        : [];

/** Whether a file may be something to scan, or decides what is, by its name alone. */
export const isCandidate = (path: string): boolean =>
  isBuildFileName(path) ||
  isComposeName(path) ||
  isDevContainerName(path) ||
  /^(?:\.env.*|.*\.env|\.gitignore|.*\.?dockerignore)$/.test(basename(path));

/** @param cwd the working folder, from which files are named */
export async function placesOf(
  target: OwnTarget,
  { harvest, error }: Outcome,
  cwd: string,
): Promise<TargetPlaces> {
  const own = filesOf(target).map((file) => resolve(cwd, file));
  const isBuilt = target.kind === 'dockerfile';
  const sources = harvest.subjects.flatMap((subject) =>
    Object.values(subject.sources ?? {}).flatMap((source) =>
      source.kind === 'file' ? [source.path] : [],
    ),
  );
  const read = [...(harvest.quotes ?? []).map(({ path }) => path), ...new Set(sources)];
  const built = (harvest.builds ?? []).map(({ path }) => path);
  const files = new Set([...own, ...built]);
  const contexts = new Set(own.map(folderOf));
  // A folder of which the names alone were read is no file.
  for (const path of read.map((each) => resolve(cwd, each))) {
    if (!contexts.has(path)) files.add(path);
  }
  for (const file of isBuilt ? own : []) {
    files.add(resolve(dirname(file), '.dockerignore')).add(`${file}.dockerignore`);
  }
  // A set that grows is walked to its end: what a link leads to may be one as well.
  for (const path of files) for (const next of leadsTo(path)) files.add(next);
  const isHere = (path: string): boolean => [...contexts].some((folder) => isBelow(path, folder));
  const folders = new Set(Array.from(files, folderOf));
  if (isBuilt) return { files, folders, mayHold: (path) => isSecretFile(path) && isHere(path) };
  const isBroken = error !== undefined || (harvest.failures ?? []).length > 0;
  const texts = await Promise.all(Array.from(files, (path) => readOwnText(path).catch(() => '')));
  // A name that is made of variables may be any.
  const isAny = isBroken || texts.some((each) => each.includes('$'));
  const isNamed = (path: string): boolean => texts.some((each) => each.includes(basename(path)));
  return {
    files,
    folders,
    mayHold: (path) => isHere(path) && !isBuildFileName(path) && (isAny || isNamed(path)),
  };
}

/** Where a link leads, be there something or not; the same with no link among its folders. */
function leadsTo(path: string): readonly string[] {
  try {
    const folder = realpathSync(dirname(path));
    const here = join(folder, basename(path));
    return lstatSync(here).isSymbolicLink() ? [here, resolve(folder, readlinkSync(here))] : [here];
  } catch {
    return [];
  }
}

/** A project may be named by its folder. */
const folderOf = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);

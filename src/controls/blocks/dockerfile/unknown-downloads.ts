import { isDataName } from '../../../knowledge/data-file-names.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import { searched } from '../../../build-analysis/downloads/run-fetched-files.ts';
import { folderOf } from '../../../build-analysis/downloads/file-account.ts';
import type { RunFiles } from '../../../build-analysis/downloads/follow-files.ts';
import type { Programs } from '../../../build-analysis/downloads/taken-programs.ts';
import { givesExecute } from '../../../build-analysis/files/file-modes.ts';
import { fileIn } from './download-steps.ts';
import { isFetched } from './fetched-source.ts';
import type { Copy } from './fail-on-line.ts';

/** What becomes of a download: it is run, made a program, or what the image starts with. */
export type Use = 'run' | 'made' | 'started';

/** What a stage does with files besides those that a step fetches from a known address. */
export interface Others {
  readonly files: RunFiles;
  /** The folders of those that it runs. */
  readonly runFolders: () => ReadonlySet<string>;
  readonly programs: Programs;
  /** Whether the stage makes the image, and what that starts with was followed. */
  readonly isImage: boolean;
}

/** What becomes of what an ADD fetches from an address which nobody knows, or to a place. */
export function useOf(
  copy: Copy,
  { files, runFolders, programs, isImage }: Others,
): Use | undefined {
  const to = placedBy(copy);
  if (to === undefined) return undefined;
  const { folder, paths } = to;
  const ranAt = (path: string): number | undefined =>
    (
      files.others.get(path) ??
      (isSearched(folderOf(path)) ? files.others.get(basename(path)) : undefined)
    )?.step;
  const runsOne = (atStart: boolean): boolean =>
    (folder === undefined || isSearched(folder) || runFolders().has(folder)) &&
    paths().some((path) => {
      const step = ranAt(path);
      return step !== undefined && (step === files.startStep()) === atStart;
    });
  if (runsOne(false)) return 'run';
  const allowed = copy.mode !== null && givesExecute(copy.mode) !== false;
  const isMade = (path: string): boolean =>
    allowed ? !isDataName(path) && !files.isVerified(path) : programs.isOther(path);
  if ((allowed || folder === undefined || programs.reaches(folder)) && paths().some(isMade)) {
    return 'made';
  }
  return isImage && runsOne(true) ? 'started' : undefined;
}

/** Where an ADD puts what it fetches: its files by path, and the folder that they come to where it is one. */
function placedBy(
  copy: Copy,
): { readonly folder: string | undefined; readonly paths: () => readonly string[] } | undefined {
  const { destination, folder = null, sources } = copy;
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  const to = paths.of(destination);
  if (to === undefined) return undefined;
  if (!/(?:^|\/)\.{0,2}$/.test(destination)) return { folder: undefined, paths: () => [to] };
  const inside = to === '/' ? '' : to;
  return {
    folder: inside,
    paths: () =>
      sources.flatMap((source) => (isFetched(source) ? `${inside}/${fileIn(source)}` : [])),
  };
}

/** Tells the folders of files, and again where there are more of them. */
export function foldersOf(files: RunFiles['others']): () => ReadonlySet<string> {
  let folders: ReadonlySet<string> = new Set();
  let size = -1;
  return () => {
    if (files.size !== size) folders = new Set([...files.keys()].map(folderOf));
    size = files.size;
    return folders;
  };
}

const isSearched = (folder: string): boolean => searched.some((each) => each === folder);

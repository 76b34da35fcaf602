import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import {
  folderWords,
  foldersMade,
  sharedWords,
  type IsFolder,
  type Placed,
} from '../../../build-analysis/files/made-folders.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import type { ImageRun } from './image-steps.ts';
import { scriptOf } from './run-script.ts';

type Run = DockerfileFacts['runs'][number];

/**
 * Each of some steps, with what tells of its words whether they name folders, and folders for everybody's files; looked
 * up when it is asked for.
 */
export function folderTellers(
  d: DockerfileFacts,
  steps: readonly ImageRun[],
): readonly {
  readonly step: ImageRun;
  readonly isFolder: () => IsFolder;
  readonly isShared: () => IsFolder;
}[] {
  const runs = steps.map(({ run }) => run);
  const placed = (run: Run): Placed => ({
    script: scriptOf(run),
    folder: run.folder,
  });
  let folders: ReadonlySet<string> | undefined;
  const made = (): ReadonlySet<string> =>
    (folders ??= foldersMade(runs.map(placed), foldersBeside(d)));
  return steps.map((step) => {
    let known: IsFolder | undefined;
    let shared: IsFolder | undefined;
    return {
      step,
      isFolder: () => (known ??= folderWords(placed(step.run), made())),
      isShared: () => (shared ??= sharedWords(placed(step.run), made())),
    };
  });
}

/** Folders that a `WORKDIR` or a `COPY` makes. */
function foldersBeside(d: DockerfileFacts): readonly string[] {
  const paths = createPaths(() => undefined);
  return [
    ...(d.workingDirectories ?? []).map(({ path }) => path),
    ...d.copies.flatMap(({ destination, folder = null, sources }) => {
      paths.begin(folder);
      const to = paths.of(destination);
      if (to === undefined) return [];
      const isFolder = destination.endsWith('/') || sources.length > 1;
      return isFolder ? to : to.slice(0, to.lastIndexOf('/'));
    }),
  ];
}

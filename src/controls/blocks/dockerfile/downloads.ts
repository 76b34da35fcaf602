import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { isDataName } from '../../../knowledge/data-file-names.ts';
import { givesExecute } from '../../../build-analysis/files/file-modes.ts';
import {
  folderOf,
  searched,
  type Programs,
} from '../../../build-analysis/downloads/fetched-files.ts';
import { runFiles, type RunFiles } from '../../../build-analysis/downloads/follow-files.ts';
import { mayFetch } from '../../../build-analysis/downloads/may-fetch.ts';
import { nameIn } from '../../../build-analysis/files/fetcher.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import { isFetched } from './fetched-source.ts';
import type { Copy } from './fail-on-line.ts';
import { scriptOf } from './run-script.ts';
import { placeOf, valuesOf } from './variable-values.ts';

/** What becomes of a download: it is run, made a program, or what the image starts with. */
type Use = 'run' | 'made' | 'started';

/** Files that a RUN fetches and a RUN, the same or a later one, uses without anything having verified them. */
interface Fetched {
  readonly by: 'RUN';
  readonly use: Exclude<Use, 'started'>;
  /** The one that uses them. */
  readonly run: Run;
  /** The words there that name them. */
  readonly words: readonly string[];
}

/** Files that a RUN fetches, which are not used so far and were not verified, in a stage that makes the image. */
interface Started {
  readonly by: 'CMD';
  /** Entrypoint and command, where the image starts with one of them. */
  readonly command: () => readonly string[] | undefined;
}

/** An ADD without a checksum, whatever it brings. */
interface Added {
  readonly by: 'ADD';
  readonly copy: Copy;
  /** What becomes of what it brings, if that comes from an address, without anything having verified it. */
  readonly use: () => Use | undefined;
}

/** What a stage fetches, and what may become of it. */
export type Download = Fetched | Started | Added;

type Run = DockerfileFacts['runs'][number];

/** The files that are fetched and used in each stage, once for each RUN, and what ADD may bring. */
export function downloadsOf(d: DockerfileFacts): readonly Download[] {
  const adds = d.copies.filter(
    ({ instruction, checksum, from }) =>
      instruction === 'ADD' && checksum === null && from === null,
  );
  if (adds.length === 0 && !d.runs.some(({ script }) => mayFetch(script))) return [];
  const wanted = new Set(adds.map(placeOf));
  const stages = new Map<number, Run[]>();
  for (const run of d.runs) {
    const place = placeOf(run);
    if (mayFetch(run.script)) wanted.add(place);
    const runs = stages.get(place);
    if (runs) runs.push(run);
    else stages.set(place, [run]);
  }
  const found: Download[] = [];
  const others = new Map<number, Others>();
  const values = valuesOf(d);
  /** The place of what makes the image. */
  const last = placeOf({ stage: d.stages.length - 1, trigger: false });
  for (const place of [...wanted].toSorted((one, other) => one - other)) {
    const runs = stages.get(place) ?? [];
    const steps = runs.map((run) => ({
      script: scriptOf(run),
      folder: run.folder ?? null,
      added: [],
    }));
    const files = runFiles(steps, (name) => values(place, name));
    let reportedStep = -1;
    for (const { step, word } of files.unverified) {
      const run = runs[step];
      if (step === reportedStep || run === undefined) continue;
      reportedStep = step;
      found.push({ by: 'RUN', use: 'run', run, words: [word] });
    }
    const programs = files.takePrograms();
    const made = new Map<Run, string[]>();
    for (const { step, word } of programs.fetched) {
      const run = runs[step];
      if (run) made.set(run, [...(made.get(run) ?? []), word]);
    }
    for (const [run, words] of made) found.push({ by: 'RUN', use: 'made', run, words });
    const start =
      place === last ? oncePerCall(() => files.start(d.command, folderAtEnd(d))) : undefined;
    if (start && files.hasUnverified()) {
      const before = files.unverified.length;
      found.push({
        by: 'CMD',
        command() {
          start();
          return files.unverified.length > before ? d.command : undefined;
        },
      });
    }
    others.set(place, { files, runFolders: foldersOf(files.others), programs, start });
  }
  for (const copy of adds) {
    const stage = others.get(placeOf(copy));
    if (stage) found.push({ by: 'ADD', copy, use: () => useOf(copy, stage) });
  }
  return found;
}

/** What a stage does with files besides those that a RUN fetches. */
interface Others {
  readonly files: RunFiles;
  /** The folders of those that it runs. */
  readonly runFolders: () => ReadonlySet<string>;
  readonly programs: Programs;
  /** Follows them through what the image starts with, where the stage makes the image. */
  readonly start: (() => void) | undefined;
}

/** Tells the folders of files, and again where there are more of them. */
function foldersOf(files: RunFiles['others']): () => ReadonlySet<string> {
  let folders: ReadonlySet<string> = new Set();
  let size = -1;
  return () => {
    if (files.size !== size) folders = new Set([...files.keys()].map(folderOf));
    size = files.size;
    return folders;
  };
}

/** What becomes of what an ADD fetches. */
function useOf(copy: Copy, { files, runFolders, programs, start }: Others): Use | undefined {
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
      return step !== undefined && (step === files.startStep) === atStart;
    });
  if (runsOne(false)) return 'run';
  const allowed = copy.mode !== null && givesExecute(copy.mode) !== false;
  const isMade = (path: string): boolean =>
    allowed ? !isDataName(path) && !files.isVerified(path) : programs.isOther(path);
  if ((allowed || folder === undefined || programs.reaches(folder)) && paths().some(isMade)) {
    return 'made';
  }
  start?.();
  return start !== undefined && runsOne(true) ? 'started' : undefined;
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

/** The folder that a container starts in; `null` where no `WORKDIR` says. */
const folderAtEnd = ({ workingDirectories = [] }: DockerfileFacts): string | null =>
  workingDirectories.findLast(({ final, trigger }) => final && !trigger)?.path ?? null;

function oncePerCall(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

const isSearched = (folder: string): boolean => searched.some((each) => each === folder);

/** What a builder calls the file of an address. */
const fileIn = (source: string): string => nameIn(source.replace(/[?#].*$/s, ''));

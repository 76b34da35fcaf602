import type { DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { basename } from '../knowledge/base-name.ts';
import { searched } from '../build/fetched-files.ts';
import { mayFetch, runFiles, type RunFiles } from '../build/follow-files.ts';
import { nameIn } from '../build/saved-files.ts';
import { withSlashes } from '../build/windows-files.ts';
import { createPaths } from '../build/script-paths.ts';
import { isFetched } from './fetched-source.ts';
import type { Copy } from './lines.ts';
import { placeOf, valuesOf } from './variable-values.ts';

/** A file that a RUN fetches and a RUN, the same or a later one, runs without anything having verified it. */
interface Fetched {
  readonly by: 'RUN';
  /** The one that runs it. */
  readonly run: Run;
  /** The word there that names it. */
  readonly word: string;
}

/** An ADD without a checksum, whatever it brings. */
interface Added {
  readonly by: 'ADD';
  readonly copy: Copy;
  /** Whether a RUN runs what it brings, if that comes from an address, without anything having verified it. */
  readonly isRun: () => boolean;
}

type Run = DockerfileFacts['runs'][number];

/** The files that are fetched and run in each stage, at most one for each RUN, and what ADD may bring. */
export function downloadsOf(d: DockerfileFacts): readonly (Fetched | Added)[] {
  const adds = d.copies.filter(
    ({ instruction, checksum, from }) =>
      instruction === 'ADD' && checksum === null && from === null,
  );
  const wanted = new Set(adds.map(placeOf));
  const stages = new Map<number, Run[]>();
  for (const run of d.runs) {
    const place = placeOf(run);
    if (mayFetch(run.script)) wanted.add(place);
    const runs = stages.get(place);
    if (runs) runs.push(run);
    else stages.set(place, [run]);
  }
  const found: (Fetched | Added)[] = [];
  const others = new Map<number, Others>();
  const values = valuesOf(d);
  for (const [place, runs] of stages) {
    if (!wanted.has(place)) continue;
    const steps = runs.map((run) => ({
      script: withSlashes(run.script, run.shell),
      folder: run.folder ?? null,
      added: [],
    }));
    const files = runFiles(steps, (name) => values(place, name));
    let last = -1;
    for (const { step, word } of files.unverified) {
      const run = runs[step];
      if (step === last || run === undefined) continue;
      last = step;
      found.push({ by: 'RUN', run, word });
    }
    others.set(place, { files: files.others, folders: foldersOf(files.others) });
  }
  for (const copy of adds) {
    const run = others.get(placeOf(copy));
    if (run) found.push({ by: 'ADD', copy, isRun: () => isRunOf(copy, run) });
  }
  return found;
}

/** The files that a stage runs besides those that a RUN fetches. */
interface Others {
  /** By path, or by name where a program is named without one. */
  readonly files: RunFiles['others'];
  /** The folders that they are in. */
  readonly folders: ReadonlySet<string>;
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

const foldersOf = (files: Others['files']): ReadonlySet<string> =>
  new Set([...files.keys()].map(folderOf));

/** Whether a stage runs what an ADD fetches. */
function isRunOf(
  { destination, folder = null, sources }: Copy,
  { files, folders }: Others,
): boolean {
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  const to = paths.of(destination);
  if (to === undefined) return false;
  const isRun = (path: string): boolean =>
    files.has(path) || (isSearched(folderOf(path)) && files.has(basename(path)));
  if (!/(?:^|\/)\.{0,2}$/.test(destination)) return isRun(to);
  const inside = to === '/' ? '' : to;
  if (!folders.has(inside) && !isSearched(inside)) return false;
  return sources.some((source) => isFetched(source) && isRun(`${inside}/${fileIn(source)}`));
}

const isSearched = (folder: string): boolean => searched.some((each) => each === folder);

/** What a builder calls the file of an address. */
const fileIn = (source: string): string => nameIn(source.replace(/[?#].*$/s, ''));

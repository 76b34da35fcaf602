import { onceForFacts, wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import type { Said } from '../../../build-analysis/accounts/account-lines.ts';
import type { ValueOf } from '../../../build-analysis/scripts/once-with-values.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';
import { isKnownFolder } from '../../../knowledge/known-folders.ts';
import { commandsOf } from '../../../build-analysis/scripts/steps.ts';
import { writtenByCopy, type Copied } from './copied-files.ts';
import { installsInto } from './install-roots.ts';
import type { Copy } from './fail-on-line.ts';
import { partsOf, type Parts } from './part-of-script.ts';
import { scriptOf, understood } from './run-script.ts';
import { placeOf, valuesOf } from './variable-values.ts';
import {
  anywhere,
  holdsPrograms,
  isBelow,
  isBuiltWhole,
  takenFrom,
  type Brought,
  type Stages,
} from './taken-paths.ts';

type Run = DockerfileFacts['runs'][number];

/** A RUN as far as the image has what it does. */
export interface ImageRun {
  readonly run: Run;
  /** Whether the image has it for certain; else it may. */
  readonly certain: boolean;
  /** What of its script counts for the image. */
  readonly script: () => ReadScript;
}

/** The same, with what tells of the variables that it has from the build. */
export interface ProgramRun extends ImageRun {
  readonly valueOf: ValueOf;
}

/** Each of a list made when it is first asked for, by its place. */
function onceEach<Made>(make: (at: number) => Made): (at: number) => Made {
  const made = new Map<number, Made>();
  return (at) => {
    if (!made.has(at)) made.set(at, make(at));
    return made.get(at) as Made;
  };
}

const isWhole = (taken: readonly string[]): boolean => taken.includes('/');

/** The steps of the image, and of every stage that it takes as a whole. */
export function ofImage<T extends Pick<Run, 'stage' | 'trigger'>>(
  all: readonly T[],
  d: DockerfileFacts,
): readonly T[] {
  if (isBuiltWhole(d)) return all;
  const taken = takenFrom(d, 'files');
  return all.filter(({ stage, trigger }) => trigger || isWhole(taken[stage] ?? []));
}

/** Every RUN that gives modes to files which are in the image, with those of its commands that do. */
export function modeRuns(d: DockerfileFacts): readonly ImageRun[] {
  if (isBuiltWhole(d)) return d.runs.map(wholeRun);
  const taken = takenFrom(d, 'modes');
  return d.runs.flatMap((run, at): readonly ImageRun[] => {
    const places = taken[run.stage] ?? [];
    if (run.trigger || isWhole(places)) return [wholeRun(run)];
    if (places.length === 0) return [];
    const parts = (): Parts => partsOfRuns(d)(at);
    return [
      { run, certain: true, script: () => parts().certain },
      { run, certain: false, script: () => parts().open },
    ];
  });
}

/** What of each RUN touches the places that the image takes from its stage. */
const partsOfRuns = onceForFacts(['stages', 'copies', 'runs'], (d: Stages) => {
  const taken = takenFrom(d, 'modes');
  return onceEach((at) => {
    const run = d.runs[at];
    return run === undefined
      ? nothing
      : partsOf(scriptOf(run), run.folder ?? null, taken[run.stage] ?? []);
  });
});

/** Every RUN that may bring programs into the image, at whatever place. */
export function programRuns(d: DockerfileFacts): readonly ProgramRun[] {
  const values = valuesOf(d);
  const valueOfRun =
    (run: Run) =>
    (name: string): string | undefined =>
      values(placeOf(run), name);
  if (isBuiltWhole(d)) {
    return d.runs.map((run) => ({ ...wholeRun(run), valueOf: valueOfRun(run) }));
  }
  const taken = takenFrom(d, 'files');
  const held = taken.map(holdsPrograms);
  return d.runs.flatMap((run): readonly ProgramRun[] => {
    const holds = run.trigger || held[run.stage];
    const valueOf = valueOfRun(run);
    const whole = holds === false ? [] : [{ ...wholeRun(run), certain: holds === true, valueOf }];
    const places = taken[run.stage] ?? [];
    if (holds === true || places.length === 0) return whole;
    const rooted = installsInto(scriptOf(run), run.folder ?? null, places, valueOf);
    return [
      ...whole,
      ...rooted.map(({ certain, script }) => ({ run, certain, script: () => script, valueOf })),
    ];
  });
}

const nothing: Parts = { certain: { commands: [], text: '' }, open: { commands: [], text: '' } };

const wholeRun = (run: Run): ImageRun => ({ run, certain: true, script: () => scriptOf(run) });

/** An answer about a step, as far as the image has what the step does. */
export const asFar = <T>({ certain }: { readonly certain: boolean }, answer: T): T | undefined =>
  certain || answer === false ? answer : undefined;

/** The same, where `open` is what nobody knows. */
export const saidAsFar = (certain: boolean, said: Said): Said =>
  certain || said !== true ? said : 'open';

/** A COPY or an ADD with those of its sources that are in the image. */
export interface ImageCopy {
  readonly copy: Copy;
  readonly sources: () => readonly string[];
  /** What these write. */
  readonly written: () => readonly Copied[];
}

/** Every COPY and ADD whose files the image has, or has with the modes that they are given. */
export function copiesInImage(d: DockerfileFacts, brought: Brought): readonly ImageCopy[] {
  if (isBuiltWhole(d)) return d.copies.map(wholeCopy);
  const taken = takenFrom(d, brought);
  const { stages } = d;
  return d.copies.flatMap((copy, at): readonly ImageCopy[] => {
    if (copy.trigger || stages[copy.stage]?.final) return [wholeCopy(copy)];
    const places = taken[copy.stage] ?? [];
    if (places.length === 0) return [];
    const written = () => writtenByCopies[brought](d)(at);
    const sources = () => [...new Set(written().map(({ source }) => source))];
    return [{ copy, sources, written }];
  });
}

const wholeCopy = (copy: Copy): ImageCopy => ({
  copy,
  sources: () => copy.sources,
  written: () => writtenByCopy(copy),
});

const writtenByAll = (brought: Brought) =>
  onceForFacts(['stages', 'copies', 'runs'], (d: Stages) => {
    const taken = takenFrom(d, brought);
    return onceEach((at) => {
      const copy = d.copies[at];
      return copy === undefined ? [] : writtenIn(copy, taken[copy.stage] ?? [], d, brought);
    });
  });
const writtenByCopies = { files: writtenByAll('files'), modes: writtenByAll('modes') };

/** What a copy writes that is taken of its stage, or that holds such, and that the stage does not remove. */
function writtenIn(
  copy: Copy,
  places: readonly string[],
  d: Stages,
  brought: Brought,
): readonly Copied[] {
  const removed = removedBehind(copy, d);
  const isGone = ({ path }: Copied): boolean => removed.some((gone) => isBelow(path, gone));
  const written = writtenByCopy(copy);
  const files = new Set(written.flatMap(({ below, source }) => (below ? [] : source)));
  const gone = new Set(written.flatMap((each) => (isGone(each) ? each.source : [])));
  return written.filter(
    ({ path, below, source }) =>
      !gone.has(source) &&
      // What may be a file is taken for one where files count, and for a folder as well where modes do.
      !(brought === 'files' && below && files.has(source)) &&
      places.some(
        (place) => place === anywhere || isBelow(path, place) || (below && isBelow(place, path)),
      ),
  );
}

/** The copies that bring one of some programs into the image, as far as the names of their files are known. */
export function copiesOf(programs: readonly string[], d: DockerfileFacts): readonly Copy[] {
  const taken = takenFrom(d, 'files');
  const isProgram = (path: string): boolean =>
    /(?:^|\/)s?bin\/[^/]+$/.test(path) && programs.includes(basename(path));
  return d.copies.filter((copy) => {
    const places = copy.trigger ? ['/'] : (taken[copy.stage] ?? []);
    if (places.length === 0) return false;
    const to: unknown = wholeFact(copy, 'destination');
    const sources: readonly unknown[] = wholeFact(copy, 'sources');
    const files = sources.flatMap((source) => {
      if (typeof source !== 'string' || typeof to !== 'string') return [];
      const path =
        /(?:^|\/)\.{0,2}$/.test(to) || isKnownFolder(to) ? join(to, basename(source)) : to;
      return isProgram(source) || isProgram(path) ? [path] : [];
    });
    if (files.length === 0) return false;
    const removed = places.includes('/') ? [] : removedBehind(copy, d);
    return files.some(
      (path) =>
        places.some((place) => isBelow(path, place)) &&
        !removed.some((gone) => isBelow(path, gone)),
    );
  });
}

const join = (folder: string, name: string): string => `${folder.replace(/\/$/, '')}/${name}`;

/** What a stage removes behind a copy is not there any more when others copy out of it. */
function removedBehind({ stage, line = 0 }: Copy, d: Stages): readonly string[] {
  const paths = createPaths(() => undefined);
  return d.runs
    .filter((run) => run.stage === stage && !run.trigger && (wholeFact(run, 'line') ?? 0) > line)
    .flatMap((run) => {
      paths.begin(run.folder ?? null);
      return commandsOf(scriptOf(run)).flatMap(([first = '', ...words]) => {
        const program = basename(first);
        if (program === 'cd') paths.enter(words[0] ?? '~');
        if (program !== 'rm') return [];
        return words.flatMap((word) => (word.startsWith('-') ? [] : (paths.of(word) ?? [])));
      });
    });
}

/** Meets what was not understood of the scripts that make the image. */
export const understoodInImage = understood((d) => ofImage(d.runs, d));

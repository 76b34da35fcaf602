import { onceForFacts, wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import { isKnownFolder } from '../../../knowledge/known-folders.ts';
import { commandsOf } from '../../../build-analysis/scripts/steps.ts';
import { stageOf } from './copied-files.ts';
import type { Copy } from './fail-on-line.ts';
import { scriptOf } from './run-script.ts';
import { movesIn } from './stage-moves.ts';

type Run = DockerfileFacts['runs'][number];

/** The whole of a stage. */
const whole = '/';

/** Stands among paths for one that nobody knows. */
export const anywhere = '$';

/** What a copy is to bring: the files, or the modes that they have in their stage as well, which `--chmod` replaces. */
export type Brought = 'files' | 'modes';

/** One copy out of another stage. */
interface Transfer {
  readonly stage: number;
  readonly source: string;
  /** `undefined` where nobody knows the place. */
  readonly destination: () => string | undefined;
}

/**
 * The paths that the image takes from each stage, by its place; of those that it is built on the root. `*` and `?` in a path
 * stand for what they do in a pattern.
 */
export function takenFrom(d: Stages, brought: Brought): readonly (readonly string[])[] {
  return isBuiltWhole(d) ? d.stages.map(() => [whole]) : takenBetween[brought](d);
}

/** Whether the image has what every stage does: most builds have but one. */
export const isBuiltWhole = ({ stages }: Pick<DockerfileFacts, 'stages'>): boolean =>
  stages.every(({ final }) => final);

/** What tells of a build of several stages. */
export type Stages = Pick<DockerfileFacts, 'stages' | 'copies' | 'runs'>;

/** The same where there are several stages. */
const takenBetween = {
  files: onceForFacts(['stages', 'copies', 'runs'], (d: Stages) => follow(d, 'files')),
  modes: onceForFacts(['stages', 'copies', 'runs'], (d: Stages) => follow(d, 'modes')),
};

function follow(d: Stages, brought: Brought): readonly (readonly string[])[] {
  const { stages } = d;
  const taken = stages.map(({ final }): string[] => (final ? [whole] : []));
  const into = transfersOf(d, brought);
  const runs = groupBy(
    d.runs.filter(({ trigger }) => !trigger),
    ({ stage }) => stage,
  );
  // A stage takes from earlier ones alone.
  for (let at = stages.length - 1; at >= 0; at -= 1) {
    const own = taken[at] ?? [];
    if (own.length === 0) continue;
    if (!own.includes(whole)) addMoved(own, at, runs.get(at) ?? [], brought);
    if (at === 0) break;
    for (const parent of stages[at]?.parents ?? []) add(taken[parent], own);
    for (const transfer of into(at)) {
      if (transfer.stage >= at) continue;
      add(
        taken[transfer.stage],
        own.flatMap((each) => before(each, transfer)),
      );
    }
  }
  return taken;
}

/** What lay elsewhere in the stage before one of its commands put it where the image takes it from. */
function addMoved(own: string[], at: number, runs: readonly Run[], brought: Brought): void {
  for (const { source, destination, keepsMode } of runs.toReversed().flatMap(movesIn)) {
    if (brought === 'modes' && !keepsMode) continue;
    const move = { stage: at, source, destination: () => destination };
    add(
      own,
      own.flatMap((each) => (each === anywhere ? [] : before(each, move))),
    );
  }
}

/** More places are taken of no stage that a person wrote: then it is the whole. */
const most = 200;

function add(to: string[] | undefined, more: readonly string[]): void {
  if (to === undefined) return;
  for (const path of more) if (!to.includes(path)) to.push(path);
  if (to.length > most) to.splice(0, to.length, whole);
}

/** Where something that is taken of a stage lay before it was copied there. */
function before(taken: string, { source, destination }: Transfer): readonly string[] {
  if (taken === anywhere || source === anywhere) return [anywhere];
  if (taken === whole) return [source];
  const to = destination();
  if (!to?.startsWith('/') || isBelow(to, taken)) return [source];
  if (!isBelow(taken, to)) return [];
  const rest = to === '/' ? taken : taken.slice(to.length);
  const name = `/${basename(source)}`;
  // A file is put into a folder under its name, of a folder what it holds.
  const isFile = rest === name || rest.startsWith(`${name}/`);
  const below = isFile ? rest.slice(name.length) : rest;
  return [join(source, below)];
}

const join = (path: string, rest: string): string => (path === '/' && rest ? rest : path + rest);

/** What is copied into a stage out of others. */
function transfersOf(d: Stages, brought: Brought): (stage: number) => readonly Transfer[] {
  const copies = groupBy(
    d.copies.filter(({ trigger }) => !trigger),
    ({ stage }) => stage,
  );
  const mounting = groupBy(
    d.runs.filter(({ trigger, mounts }) => !trigger && mounts.length > 0),
    ({ stage }) => stage,
  );
  return (stage) => [
    ...(copies.get(stage) ?? []).flatMap((copy) => copiedBy(copy, d, brought)),
    ...(mounting.get(stage) ?? []).flatMap((run) => takenByMounts(run, d)),
  ];
}

function copiedBy(copy: Copy, d: Stages, brought: Brought): readonly Transfer[] {
  const stage = stageOf(copy, d);
  if (stage === undefined || (brought === 'modes' && copy.mode !== null)) return [];
  const destination = (): string | undefined => placeIn(copy.folder ?? null, copy.destination);
  return wholeFact(copy, 'sources').map((source: unknown) => ({
    stage,
    source: typeof source === 'string' ? rooted(source) : anywhere,
    destination,
  }));
}

/** A path as the builder takes it out of a stage; what the platform decides may be anything. */
export const rooted = (source: string): string =>
  placeIn(
    '/',
    source
      .replace(/\$\{\w+\}/g, '*')
      .replace(/^\/*/, '/')
      .replace(/\/\*$/, '/'),
  ) ?? '/';

function placeIn(folder: string | null, path: string): string | undefined {
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  return /[?[\]]/.test(path) ? path : paths.like(path);
}

/** Programs that copy, and those of them whose last word is where to. */
const copying = /^(?:cp|mv|rsync|install|tar|bsdtar|cpio)$/;
const toLast = /^(?:cp|mv|rsync|install)$/;

/** What the commands of a RUN copy out of stages that are mounted. */
function takenByMounts(run: Run, d: Stages): readonly Transfer[] {
  return run.mounts.flatMap((mount): readonly Transfer[] => {
    const { from = null, source = '/', target } = mount;
    const stage = stageOf({ from, stage: run.stage }, d);
    if (stage === undefined) return [];
    const shown = rooted(source);
    const place = placeIn(run.folder ?? null, target);
    return takenBy(run).flatMap(({ words, to }) =>
      words.flatMap((word): readonly Transfer[] => {
        if (place === undefined || (!isBelow(word, place) && !isBelow(place, word))) return [];
        const rest = isBelow(word, place) ? word.slice(place.length) : '';
        return [{ stage, source: join(shown, rest), destination: () => to }];
      }),
    );
  });
}

function takenBy(run: Run) {
  const paths = createPaths(() => undefined);
  paths.begin(run.folder ?? null);
  return commandsOf(scriptOf(run)).flatMap(([first = '', ...words]) => {
    const program = basename(first);
    if (program === 'cd') paths.enter(words[0] ?? '~');
    if (!copying.test(program)) return [];
    const operands = words.filter((word) => !word.startsWith('-'));
    const hasLast = toLast.test(program) && !words.some((word) => /^-\w*t|^--target/.test(word));
    const named = hasLast ? operands.slice(0, -1) : operands;
    const all = [...named, ...(toLast.test(program) ? [] : ['.'])];
    return {
      words: all.flatMap((word) => paths.like(word) ?? []),
      to: hasLast ? paths.like(operands.at(-1) ?? '') : undefined,
    };
  });
}

/** Whether a path is that of a place, or lies below it; either may hold `*`. */
export function isBelow(path: string, place: string): boolean {
  if (place === whole || path === place) return true;
  if (!/[*?[]/.test(place + path)) return path.startsWith(`${place}/`);
  const parts = path.split('/');
  const wanted = place.split('/');
  return wanted.length <= parts.length && wanted.every((part, at) => isLike(parts[at] ?? '', part));
}

const isLike = (part: string, wanted: string): boolean =>
  part === wanted || matches(part, wanted) || matches(wanted, part);

/** A pattern is cut at the first of its signs: what stands behind may be anything. */
function matches(part: string, pattern: string): boolean {
  const at = pattern.search(/[*?[]/);
  return at >= 0 && part.startsWith(pattern.slice(0, at));
}

/** Where package managers and archives of programs put what they bring. */
const system = /^\/(?:$|(?:s?bin|lib(?:32|64)?|etc|opt|usr)(?:\/|$))/;

/** Whether what is installed at places that are not said comes along; `undefined` where part of it may. */
export function holdsPrograms(taken: readonly string[]): boolean | undefined {
  if (taken.some((path) => path === whole || path === '/usr')) return true;
  if (taken.includes(anywhere)) return undefined;
  return taken.some((path) => system.test(path) && isKnownFolder(path)) ? undefined : false;
}

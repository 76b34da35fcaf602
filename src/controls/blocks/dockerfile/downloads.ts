import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import type { Programs } from '../../../build-analysis/downloads/taken-programs.ts';
import { followFiles, type RunFiles } from '../../../build-analysis/downloads/follow-files.ts';
import type { Place } from '../../../build-analysis/files/made-programs.ts';
import { mayFetch } from '../../../build-analysis/downloads/may-fetch.ts';
import {
  createBudget,
  type FollowBudget,
} from '../../../build-analysis/downloads/follow-budget.ts';
import { stageOf } from './copied-files.ts';
import { mayLink, stepsOf, type Followed, type Item } from './download-steps.ts';
import type { Copy } from './fail-on-line.ts';
import { isFetched } from './fetched-source.ts';
import { foldersOf, useOf, type Others, type Use } from './unknown-downloads.ts';
import { placeOf, valuesOf } from './variable-values.ts';

/** Files that a RUN, the same or a later one, uses without anything having verified them since they were fetched. */
interface Fetched {
  readonly by: 'RUN';
  readonly use: Exclude<Use, 'started'>;
  /** The one that uses them. */
  readonly run: Run;
  /** The words there that name them. */
  readonly words: readonly string[];
}

/** Files that a COPY makes programs which another stage fetched, and nothing verified. */
interface Copied {
  readonly by: 'COPY';
  readonly copy: Copy;
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

/** More files than are followed. */
interface Unfollowed {
  readonly by: 'more';
}

/** Files that are used which may be out of an archive that nothing verified, or from elsewhere. */
interface Guessed {
  readonly by: 'guess';
}

/** What a stage fetches, and what may become of it. */
export type Download = Fetched | Copied | Started | Added | Unfollowed | Guessed;

type Run = DockerfileFacts['runs'][number];

/** The files that are fetched and used in each stage, once for each RUN, and what ADD may bring. */
export function downloadsOf(d: DockerfileFacts): readonly Download[] {
  const adds = d.copies.filter(
    ({ instruction, checksum, from }) =>
      instruction === 'ADD' && checksum === null && from === null,
  );
  if (adds.length === 0 && !d.runs.some(({ script }) => mayFetch(script))) return [];
  const budget = createBudget();
  const first = followBuild(d, adds, new Map(), budget);
  const isLeft = [...first.left.values()].some((each) => each.hasUnverified());
  // A cache holds what an earlier build of the file left, for steps before the one that fetches it.
  const { found } = isLeft ? followBuild(d, adds, first.left, budget) : first;
  if (budget.isSpent()) return [...first.found, ...found, { by: 'more' }];
  const guessed = followBuild(d, adds, new Map(), createBudget(true)).found;
  return guessed.some(isUsed) ? [...found, { by: 'guess' }] : found;
}

/** Whether anything becomes of what is fetched; an ADD of an address that nobody knows is told by itself. */
function isUsed(one: Download): boolean {
  if (one.by === 'CMD') return one.command() !== undefined;
  if (one.by !== 'ADD') return true;
  const sources: readonly unknown[] = wholeFact(one.copy, 'sources');
  const isAddress = (source: unknown): boolean => typeof source === 'string' && isFetched(source);
  return sources.some(isAddress) && one.use() !== undefined;
}

/** What one build fetches, and leaves in its caches for the next one. */
function followBuild(
  d: DockerfileFacts,
  adds: readonly Copy[],
  caches: Map<string, RunFiles>,
  budget: FollowBudget,
): { readonly found: readonly Download[]; readonly left: Map<string, RunFiles> } {
  const wanted = new Set(adds.map(placeOf));
  for (const run of d.runs) {
    if (mayFetch(run.script) || mayLink(run.script)) wanted.add(placeOf(run));
  }
  const runs = groupBy(d.runs, placeOf);
  const copies = groupBy(d.copies, placeOf);
  const values = valuesOf(d);
  const found: Download[] = [];
  const stages = new Map<number, Others>();
  /** What became so far of what each ADD brings. */
  const uses = new Map<Copy, Use>();
  const followed: Followed = { stages: new Map(), caches, left: new Map(), adds, d, budget };
  /** The place of what makes the image. */
  const last = placeOf({ stage: d.stages.length - 1, trigger: false });
  for (let place = 0; place < d.stages.length * 2; place += 1) {
    const own = { runs: runs.get(place) ?? [], copies: copies.get(place) ?? [] };
    if (budget.isSpent()) break;
    // A stage without triggers leaves nothing but what it has itself.
    if (place % 2 === 1 && own.runs.length + own.copies.length === 0) continue;
    const parents = parentsOf(place, d).flatMap((each) => followed.stages.get(each) ?? []);
    if (!wanted.has(place) && !takesAny(own, parents, followed)) continue;
    const files = followFiles((name) => values(place, name), budget);
    followed.stages.set(place, files);
    for (const parent of parents) files.inherit(parent.held);
    const items = stepsOf(own, files, followed);
    files.load();
    const programs = files.takePrograms();
    found.push(...usesOf(files, programs, items, adds, uses));
    const others = { files, runFolders: foldersOf(files.others), programs };
    const start =
      place === last ? oncePerCall(() => files.start(d.command, folderAtEnd(d))) : undefined;
    if (start && files.hasUnverified()) {
      const before = files.unverified.length;
      const begin = oncePerCall(() => {
        start();
        for (const { origin } of files.unverified.slice(before)) {
          note(uses, adds, origin, 'started');
        }
      });
      found.push({
        by: 'CMD',
        command() {
          begin();
          const isOfRun = ({ origin }: Place): boolean => origin === undefined;
          return files.unverified.slice(before).some(isOfRun) ? d.command : undefined;
        },
      });
      stages.set(place, { ...others, start: begin });
    } else stages.set(place, { ...others, start });
  }
  for (const copy of adds) {
    const stage = stages.get(placeOf(copy));
    if (stage === undefined) continue;
    found.push({ by: 'ADD', copy, use: () => uses.get(copy) ?? lateUse(copy, stage, uses) });
  }
  return { found, left: followed.left };
}

/** The places whose files a stage begins with: those of what it is built on and its triggers, or of the stage that a trigger stands in. */
const parentsOf = (place: number, d: DockerfileFacts): readonly number[] =>
  place % 2 === 1
    ? [place - 1]
    : (d.stages[place / 2]?.parents ?? []).flatMap((stage) =>
        [false, true].map((trigger) => placeOf({ stage, trigger })),
      );

/** Whether a stage takes anything from those that hold what was fetched. */
function takesAny(
  { runs, copies }: { readonly runs: readonly Run[]; readonly copies: readonly Copy[] },
  parents: readonly RunFiles[],
  { stages, caches, d }: Followed,
): boolean {
  if (runs.length + copies.length === 0 && parents.length === 0) return false;
  const holds = (stage: number | undefined): boolean =>
    stage !== undefined && stages.get(placeOf({ stage, trigger: false }))?.hasUnverified() === true;
  return (
    parents.some((each) => each.hasUnverified()) ||
    copies.some((copy) => holds(stageOf(copy, d))) ||
    runs.some(({ mounts, stage }) =>
      mounts.some(
        ({ type, from = null }) =>
          holds(stageOf({ from, stage }, d)) || (type === 'cache' && caches.size > 0),
      ),
    )
  );
}

/** What becomes of files in a stage before anything starts. */
function usesOf(
  files: RunFiles,
  programs: Programs,
  items: readonly Item[],
  adds: readonly Copy[],
  uses: Map<Copy, Use>,
): readonly Download[] {
  const found: Download[] = [];
  let told = -1;
  for (const { step, word, origin } of files.unverified) {
    const { run } = items[step] ?? {};
    note(uses, adds, origin, 'run');
    if (step === told || run === undefined || origin !== undefined) continue;
    told = step;
    found.push({ by: 'RUN', use: 'run', run, words: [word] });
  }
  const made = new Map<Run, string[]>();
  const copied = new Set<Copy>();
  for (const { step, word, origin } of programs.fetched) {
    const { run, copy } = items[step] ?? {};
    note(uses, adds, origin, 'made');
    if (origin !== undefined) continue;
    if (run) made.set(run, [...(made.get(run) ?? []), word]);
    else if (copy) copied.add(copy);
  }
  for (const [run, words] of made) found.push({ by: 'RUN', use: 'made', run, words });
  for (const copy of copied) found.push({ by: 'COPY', copy });
  return found;
}

/** Notes what becomes of what an ADD brings; the first that is known is told. */
function note(
  uses: Map<Copy, Use>,
  adds: readonly Copy[],
  origin: number | undefined,
  use: Use,
): void {
  const copy = origin === undefined ? undefined : adds[origin];
  if (copy && !uses.has(copy)) uses.set(copy, use);
}

/** What becomes of what an ADD brings when the image starts, or that comes from an address which nobody knows. */
function lateUse(copy: Copy, stage: Others, uses: ReadonlyMap<Copy, Use>): Use | undefined {
  const sources: readonly unknown[] = wholeFact(copy, 'sources');
  const isKnown = sources.every((source) => typeof source === 'string') && isPlaced(copy);
  if (!isKnown) return useOf(copy, stage);
  stage.start?.();
  return uses.get(copy);
}

const isPlaced = (copy: Copy): boolean => typeof wholeFact(copy, 'destination') === 'string';

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

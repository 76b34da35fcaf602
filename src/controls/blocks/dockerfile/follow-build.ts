import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import { followFiles, type RunFiles } from '../../../build-analysis/downloads/follow-files.ts';
import type { FollowBudget } from '../../../build-analysis/downloads/follow-budget.ts';
import {
  installsByVariable,
  mayInstallRemote,
  reachesNetwork,
} from '../../../build-analysis/fetching/reaches-network.ts';
import type { Place } from '../../../build-analysis/files/made-programs.ts';
import { stageOf } from './copied-files.ts';
import type { Download } from './download.ts';
import { mayLink, stepsOf, type Followed } from './download-steps.ts';
import { lateUse, note, usesOf } from './download-uses.ts';
import type { Copy } from './fail-on-line.ts';
import { scriptOf } from './run-script.ts';
import { fetchesAtStart, startsOf, type Start } from './started-downloads.ts';
import { foldersOf, type Others, type Use } from './unknown-downloads.ts';
import { placeOf, valuesOf, withValues } from './variable-values.ts';

type Run = DockerfileFacts['runs'][number];

/** Whether a step, or what containers run by themselves, may bring anything from a network. */
export const fetchesAnything = (d: DockerfileFacts): boolean =>
  d.runs.some((run) => reachesNetwork(scriptOf(run))) ||
  fetchesAtStart(d) ||
  withValues(d, d.runs).some(({ run, valueOf }) => installsByVariable(scriptOf(run), valueOf));

/** What scripts fetch that stand in the file and are copied into a stage, which is not followed. */
export const writtenDoubts = (d: DockerfileFacts): readonly Download[] =>
  d.copies.flatMap((copy) =>
    copy.heredocs?.some(({ fetches }) => fetches === true) === true
      ? [
          {
            by: 'doubt' as const,
            doubt: {
              about: 'written' as const,
              what: copy.destination,
              line: wholeFact(copy, 'line'),
            },
          },
        ]
      : [],
  );

/** What one build came to. */
interface Build {
  readonly found: readonly Download[];
  /** What it leaves in its caches. */
  readonly left: Map<string, RunFiles>;
  /** Whether a file in it may have come from an archive, or from elsewhere. */
  readonly mayBeOpen: boolean;
}

/** What one build fetches, and leaves in its caches for the next one. */
export function followBuild(
  d: DockerfileFacts,
  adds: readonly Copy[],
  caches: Map<string, RunFiles>,
  budget: FollowBudget,
): Build {
  const wanted = new Set(adds.map(placeOf));
  for (const run of d.runs) {
    const script = scriptOf(run);
    if (reachesNetwork(script) || mayInstallRemote(script) || mayLink(run.script)) {
      wanted.add(placeOf(run));
    }
  }
  const last = placeOf({ stage: d.stages.length - 1, trigger: false });
  if (fetchesAtStart(d)) wanted.add(last);
  const runs = groupBy(d.runs, placeOf);
  const copies = groupBy(d.copies, placeOf);
  const values = valuesOf(d);
  const found: Download[] = [];
  const stages = new Map<number, Others>();
  /** What became so far of what each ADD brings. */
  const uses = new Map<Copy, Use>();
  const followed: Followed = { stages: new Map(), caches, left: new Map(), adds, d, budget };
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
    if (place !== last) {
      stages.set(place, { ...others, isImage: false });
      files.end(false);
    } else {
      const started = startAll(d, files);
      stages.set(place, { ...others, isImage: true });
      for (const { start, places } of started) {
        for (const { origin } of places) note(uses, adds, origin, 'started');
        if (places.some(isOfRun)) found.push({ by: 'CMD', start });
      }
      files.end(true);
    }
    found.push(...files.doubts.map((doubt) => ({ by: 'doubt' as const, doubt })));
  }
  for (const copy of adds) {
    const stage = stages.get(placeOf(copy));
    if (stage === undefined) continue;
    found.push({ by: 'ADD', copy, use: () => uses.get(copy) ?? lateUse(copy, stage, uses) });
  }
  const mayBeOpen = [...followed.stages.values()].some((files) => files.hadFolders());
  return { found, left: followed.left, mayBeOpen };
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

/** The folder that a container starts in; `null` where no `WORKDIR` says. */
const folderAtEnd = ({ workingDirectories = [] }: DockerfileFacts): string | null =>
  workingDirectories.findLast(({ final, trigger }) => final && !trigger)?.path ?? null;

const isOfRun = ({ origin }: Place): boolean => origin === undefined;

/** Follows what containers run by themselves, and finds where that uses what nothing verified. */
const startAll = (
  d: DockerfileFacts,
  files: RunFiles,
): readonly { readonly start: Start; readonly places: readonly Place[] }[] =>
  startsOf(d).map((start) => {
    const before = files.unverified.length;
    files.start(start.script, folderAtEnd(d));
    return { start, places: files.unverified.slice(before) };
  });

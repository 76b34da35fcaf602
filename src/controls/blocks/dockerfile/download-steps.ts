import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { isKnownFolder } from '../../../knowledge/known-folders.ts';
import { givesExecute } from '../../../build-analysis/files/file-modes.ts';
import {
  mayInstallRemote,
  reachesNetwork,
} from '../../../build-analysis/fetching/reaches-network.ts';
import { nameIn } from '../../../build-analysis/files/fetcher.ts';
import {
  followFiles,
  type Brought,
  type RunFiles,
} from '../../../build-analysis/downloads/follow-files.ts';
import type { FollowBudget } from '../../../build-analysis/downloads/follow-budget.ts';
import { isUnpacked, stageOf } from './copied-files.ts';
import { isFetched, isRepository, namesCommit } from './fetched-source.ts';
import type { Copy } from './fail-on-line.ts';
import { scriptOf } from './run-script.ts';
import { rooted } from './taken-paths.ts';
import { placeOf } from './variable-values.ts';

type Run = DockerfileFacts['runs'][number];

/** One step of a stage: a RUN, or a COPY or an ADD. */
export interface Item {
  readonly run?: Run;
  readonly copy?: Copy;
}

/** What was followed so far of a build. */
export interface Followed {
  /** Stages by their place. */
  readonly stages: Map<number, RunFiles>;
  /** Caches that steps of several stages mount, by what they are called. */
  readonly caches: Map<string, RunFiles>;
  /** What a build leaves in them, which the next one begins with. */
  readonly left: Map<string, RunFiles>;
  /** Each ADD that may fetch something; its place here is what its files are known by. */
  readonly adds: readonly Copy[];
  readonly d: DockerfileFacts;
  /** How much of it all may be followed. */
  readonly budget: FollowBudget;
}

/** Follows the steps of a stage in the order of the file, and tells them in that order. */
export function stepsOf(
  { runs, copies }: { readonly runs: readonly Run[]; readonly copies: readonly Copy[] },
  files: RunFiles,
  followed: Followed,
): readonly Item[] {
  const items = [
    ...copies.map((copy) => ({ copy, line: wholeFact(copy, 'line') ?? 0 })),
    ...runs.map((run) => ({ run, line: wholeFact(run, 'line') ?? 0 })),
  ].toSorted((one, other) => one.line - other.line);
  let isHeld = files.hasUnverified() || copies.some((copy) => followed.adds.includes(copy));
  for (const [step, item] of items.entries()) {
    if (followed.budget.isSpent()) break;
    if ('copy' in item) followCopy(item.copy, step, files, followed);
    else {
      // What is done before anything is fetched says nothing of it.
      isHeld ||=
        reachesNetwork(scriptOf(item.run)) ||
        mayInstallRemote(scriptOf(item.run)) ||
        item.run.mounts.length > 0 ||
        mayLink(item.run.script) ||
        files.hasUnverified();
      if (isHeld) followRun(item.run, step, files, followed);
      else files.follow({ script: '', folder: null, added: [] });
    }
  }
  return items;
}

/** Whether a script may make a link, which may lead to what is fetched later. */
export const mayLink = (script: string): boolean => /\bln\s|\bcp\s|alternatives\s/.test(script);

function followRun(run: Run, step: number, files: RunFiles, followed: Followed): void {
  const { stages, caches, left, d, budget } = followed;
  const { folder = null, mounts, stage } = run;
  const line = wholeFact(run, 'line');
  const shown: Brought[] = [];
  const unmounts: (() => void)[] = [];
  const kept: { readonly id: string; readonly cache: RunFiles; readonly target: string }[] = [];
  for (const { type, from = null, source = '/', target, id: called } of mounts) {
    const to = files.pathOf(target, folder);
    if (to === undefined) continue;
    unmounts.push(files.mount(to));
    const id = called ?? to;
    const at = { step, word: target };
    const shows = earlier(stageOf({ from, stage }, d), run, stages);
    if (shows) shown.push({ from: shows.held, source: rooted(source), to, inside: false, at });
    if (type !== 'cache') continue;
    const cache = caches.get(id) ?? followFiles(() => undefined, budget);
    caches.set(id, cache);
    shown.push({ from: cache.held, source: '/', to, inside: false, at });
    kept.push({ id, cache, target: to });
  }
  files.follow({ script: scriptOf(run), line, folder, added: [], brings: shown });
  for (const { id, cache, target } of kept) {
    const carrying = { source: target, to: '/', inside: false, at: { step, word: target } };
    const leaves = left.get(id) ?? followFiles(() => undefined, budget);
    left.set(id, leaves);
    cache.take(files.held, carrying);
    leaves.take(files.held, { ...carrying, open: true });
  }
  for (const unmount of unmounts) unmount();
}

/** What is known of a stage that another one takes from, which comes behind it whatever a snapshot says. */
const earlier = (
  stage: number | undefined,
  by: Pick<Run, 'stage'>,
  stages: Followed['stages'],
): RunFiles | undefined =>
  stage !== undefined && stage < by.stage
    ? stages.get(placeOf({ stage, trigger: false }))
    : undefined;

/** What follows a copy of one file: a folder by its name, or by that more than one file comes to it. */
const isFolder = (destination: string, sources: readonly unknown[], path: string): boolean =>
  /(?:^|\/)\.{0,2}$/.test(destination) || sources.length > 1 || isKnownFolder(path);

function followCopy(
  copy: Copy,
  step: number,
  files: RunFiles,
  { stages, adds, d }: Followed,
): void {
  const { folder = null } = copy;
  const none = { script: '', line: wholeFact(copy, 'line'), folder, added: [] };
  const sources: readonly unknown[] = wholeFact(copy, 'sources');
  const known = sources.filter((source) => typeof source === 'string');
  const held = earlier(stageOf(copy, d), copy, stages)?.held;
  const origin = adds.indexOf(copy);
  const fetched =
    origin < 0
      ? []
      : known.filter(
          (source) => isFetched(source) && !(isRepository(source) && namesCommit(source)),
        );
  const others = held ? [] : sources.filter((each) => !fetched.some((one) => one === each));
  const covers = (): readonly string[] => {
    const to = files.pathOf(copy.destination, folder);
    return to === undefined ? ['/', '.'] : others.map((each) => coverOf(each, to, copy));
  };
  const mode: unknown = held || fetched.length > 0 ? wholeFact(copy, 'mode') : null;
  const allows = typeof mode === 'string' && givesExecute(mode) !== false;
  const to = held || fetched.length > 0 ? files.pathOf(copy.destination, folder) : undefined;
  if (to === undefined) {
    files.follow(others.length > 0 ? { ...none, covers } : none);
    return;
  }
  const inside = isFolder(copy.destination, sources, to);
  const at = { step, word: copy.destination };
  files.follow({
    ...none,
    allows,
    ...(others.length > 0 ? { covers } : {}),
    brings: held
      ? known.map((source) => ({ from: held, source: rooted(source), to, inside, allows, at }))
      : [],
    added: fetched.map((source) =>
      isRepository(source)
        ? { origin, path: to, holds: 'repository' }
        : {
            ...{ origin, path: inside ? `${to === '/' ? '' : to}/${fileIn(source)}` : to },
            ...(copy.unpack ? { holds: 'archive' } : {}),
          },
    ),
  });
}

/** What a builder calls the file of an address. */
export const fileIn = (source: string): string => nameIn(source.replace(/[?#].*$/s, ''));

/** An ending that a file has and a folder seldom does. */
const fileName = /[^./]\.\w+$/;

/** The place to which a copy brings a source: by its name where it is a file and stays one, else the whole of the folder. */
function coverOf(source: unknown, to: string, copy: Copy): string {
  const inside = isFolder(copy.destination, wholeFact(copy, 'sources'), to);
  const isFile = typeof source === 'string' && fileName.test(basename(source));
  if (!inside || !isFile || isUnpacked(copy, source)) return to;
  return `${to === '/' ? '' : to}/${basename(source)}`;
}

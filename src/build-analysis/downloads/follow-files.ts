import { filesLoaded, loadingVariables } from '../../syntax/shell/script-variables.ts';
import { createPaths } from '../commands/script-paths.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { carry, inherit, type Carrying } from './carried-files.ts';
import { createFetchedFiles } from './create-fetched-files.ts';
import type { FetchedFiles, Held } from './fetched-files.ts';
import { withPath, type Following } from './following.ts';
import { parentOf } from './path-parts.ts';
import { createBudget, looked, type FollowBudget } from './follow-budget.ts';
import { followScript } from './follow-script.ts';

/** A file that a step fetches without running anything. */
export interface Added {
  readonly path: string;
  /** What fetches it, as {@link Place} tells. */
  readonly origin?: number;
  /** Whether it is a folder with all that is in it, and what is called so is one of a repository or an archive. */
  readonly holds?: 'repository' | 'archive';
}

/** What a step has of another account while it runs, or from then on. */
export interface Brought extends Carrying {
  readonly from: Held;
}

/** One step of a build. */
export interface BuildStep {
  /** What it runs; empty where it runs nothing. */
  readonly script: Script;
  /** The line of its instruction, counted from 1. */
  readonly line?: number | undefined;
  /** The folder that relative paths begin in; `null` where nobody knows. */
  readonly folder: string | null;
  readonly added: readonly Added[];
  /** Whether it makes them programs. */
  readonly allows?: boolean;
  /** Tells the places to which it brings files that nothing is known of. */
  readonly covers?: () => readonly string[];
  readonly brings?: readonly Brought[];
}

/** What the files of a stage came to that were run in it, or made programs. */
export interface RunFiles extends Pick<
  FetchedFiles,
  | 'unverified'
  | 'others'
  | 'doubts'
  | 'hadFolders'
  | 'end'
  | 'mount'
  | 'takePrograms'
  | 'isVerified'
  | 'hasUnverified'
  | 'held'
> {
  /** Whether there was more to follow than is. */
  readonly isSpent: () => boolean;
  /** Follows them through another step. */
  readonly follow: (step: BuildStep) => void;
  /** What variables of the build name is loaded by the programs of the steps so far. */
  readonly load: () => void;
  /** Follows them through what a container begins with, as a step behind the others. */
  readonly start: (started: Script, folder: string | null) => void;
  /** The place of that step. */
  readonly startStep: () => number;
  /** Begins with what another stage has in the end. */
  readonly inherit: (from: Held) => void;
  /** Has what another account has from here on. */
  readonly take: (from: Held, carrying: Carrying) => void;
  /** Where a word leads to that begins in a folder; `undefined` where nobody knows. */
  readonly pathOf: (word: string, folder: string | null) => string | undefined;
}

/**
 * Follows the files of one stage, or of an image, through its steps.
 *
 * @param valueOf what a variable of the build has; `undefined` where nobody knows
 */
export function runFiles(
  steps: readonly BuildStep[],
  valueOf: (name: string) => string | undefined,
  budget?: FollowBudget,
): RunFiles {
  const followed = followFiles(valueOf, budget);
  for (const each of steps) followed.follow(each);
  followed.load();
  return followed;
}

/** The same, step by step. */
export function followFiles(
  valueOf: (name: string) => string | undefined,
  budget: FollowBudget = createBudget(),
): RunFiles {
  const paths = createPaths(valueOf);
  const files = createFetchedFiles(
    () => programFolders(paths.spell('$PATH')),
    paths.links.resolve,
    budget,
  );
  const folders = new Set<string>();
  const ownSums = new Set<string>();
  const standIns = new Set<string>();
  const checking = new Set<string>();
  let steps = 0;
  const bring = (from: Held, carrying: Carrying): void => {
    budget.spend(from.files.size * looked);
    if (!budget.isSpent()) carry(from, files, carrying);
  };
  const followStep = (each: BuildStep): void => {
    const { script, line, folder, added, allows, covers, brings = [] } = each;
    const step = steps;
    steps += 1;
    paths.begin(folder);
    files.begin(step, line);
    if (folder !== null) withPath(paths, '.', (path) => folders.add(path));
    if (covers) files.cover(covers);
    for (const { from, ...carrying } of brings) bring(from, carrying);
    for (const { path: word, origin, holds } of added) {
      withPath(paths, word, (path) => {
        if (holds === 'repository') return files.clone(path, origin);
        files.fetch(path, -1, origin);
        if (holds === 'archive') {
          const at = { step, word };
          files.unpack({ path }, { folder: parentOf(path), alone: false, at });
        }
        if (allows === true) files.allow({ path, deep: false }, { step, word });
      });
    }
    if (script !== '') {
      const kept = { folders, ownSums, standIns, checking };
      const following: Following = { files, paths, ...kept, step, budget };
      followScript(commandsIn(script), following);
    }
  };
  const held: Held = { ...files.held, links: paths.links };
  return {
    ...files,
    held,
    isSpent: budget.isSpent,
    follow: followStep,
    load() {
      for (const name of loadingVariables) {
        for (const word of filesLoaded(name, valueOf(name) ?? '')) {
          withPath(paths, word, (path) => files.run(path, { step: steps - 1, word }, true));
        }
      }
    },
    start(script, folder) {
      followStep({ script, folder, added: [] });
      steps -= 1;
    },
    startStep: () => steps,
    inherit(from) {
      for (const [path, target] of from.links?.all() ?? []) paths.links.add(path, target);
      inherit(from, files);
    },
    take: bring,
    pathOf(word, folder) {
      paths.begin(folder);
      return paths.like(word);
    },
  };
}

/** The folders that `PATH` names, as far as they are known. */
const programFolders = (path: string): readonly string[] =>
  path.split(':').filter((each) => each.startsWith('/'));

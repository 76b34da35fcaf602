import type { ScriptPaths } from '../commands/script-paths.ts';
import type { FollowBudget } from './follow-budget.ts';
import type { FetchedFiles } from './fetched-files.ts';

/** What a script is followed with. */
export interface Following {
  readonly files: FetchedFiles;
  readonly paths: ScriptPaths;
  /** Paths that are those of folders, as the steps so far tell. */
  readonly folders: Set<string>;
  /** Files with sums that the build itself has computed, by base name. */
  readonly ownSums: Set<string>;
  /** Names by which programs were made, or which mean something else than a program of the system. */
  readonly standIns: Set<string>;
  /** Programs that check files which they are given, as settings say that earlier commands wrote. */
  readonly checking: Set<string>;
  readonly step: number;
  readonly budget: FollowBudget;
}

export const withPath = (paths: ScriptPaths, word: string, then: (path: string) => void): void => {
  const path = paths.of(word);
  if (path !== undefined) then(path);
};

/** The words of a command that are no options. */
export const operandsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).filter((word) => !word.startsWith('-'));

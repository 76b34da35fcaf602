import { basename } from '../../syntax/shell/base-name.ts';
import type { CachePlace } from './cache-places.ts';

/** What a package manager keeps, how it comes to be there, and what takes it away. */
export interface PackageCache {
  readonly name: string;
  /** The programs that keep it. */
  readonly of: readonly string[];
  /** Subcommands that fill it, some of two words; `''` where it needs none. */
  readonly fills: readonly string[];
  /** Those of them that fill it once it has been cleared, where not all of them do. */
  readonly refills?: readonly string[];
  /** An option with which nothing is kept, or fetched. */
  readonly without?: RegExp;
  /** A variable with which nothing is kept, and the values that say so. */
  readonly off?: { readonly name: string; readonly values: RegExp };
  /** Where it lies. */
  readonly place: CachePlace;
  /** Options, without dashes, that have it lie elsewhere. */
  readonly folderOptions?: readonly string[];
  /** Variables that have it lie elsewhere. */
  readonly folderVariables?: readonly string[];
  /** Whether a command of a manager without subcommands fills it. */
  readonly filledBy?: (words: readonly string[]) => boolean;
  /** Whether the words of a command of the manager itself clear it. */
  readonly clears?: (words: readonly string[]) => boolean;
}

/** Whether one of some words stands in a command. */
export const has =
  (...wanted: readonly string[]) =>
  (words: readonly string[]): boolean =>
    words.some((word) => wanted.includes(word));

/** Whether one of some verbs stands behind `cache`. */
export const cacheVerb = (words: readonly string[], verbs: RegExp): boolean => {
  const at = words.indexOf('cache');
  return at >= 0 && words.slice(at + 1).some((word) => verbs.test(word));
};

/** Whether a word is an option that only has a program say something about itself. */
export const isQuestion = (word: string): boolean =>
  /^(?:-[vh?]|--?(?:version|help)|--(?:info|status|stop))$/.test(word);

/** Whether a command of a program does anything but say something about itself. */
export const doesAnything = ([, ...words]: readonly string[]): boolean =>
  words.some((word) => !word.startsWith('-')) || !words.some(isQuestion);

/** Whether a command starts a program by that name, wherever it lies. */
export const starts = (name: string, [program = '']: readonly string[]): boolean =>
  basename(program) === name;

import type { Verified } from './verified.ts';

/** What is known of the sums that a command may compare. */
export interface KnownSums {
  /** What is known of a variable that holds a sum; `undefined` of any other. */
  readonly sumsOf: (variable: string) => Verified | undefined;
  /** Whether the command reads, through pipes, what computes one. */
  readonly readsSum: boolean;
  /** Whether the build itself has written a file with sums, so that these are no check of what it fetched. */
  readonly isOwn: (file: string) => boolean;
  /** The same of what a variable holds. */
  readonly isOwnValue: (variable: string) => boolean;
  /** Whether sums of the build may have come to a file in a way that nothing shows. */
  readonly mayBeOwn: (file: string) => boolean;
}

/** The variables in a word. */
export const variablesIn = (word: string): readonly string[] =>
  [...word.matchAll(/\$\{?#?([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? []);

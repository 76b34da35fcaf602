import type { VersionOption } from './version-options.ts';

/** How a manager installs, and how it is given the version. */
export interface Manager {
  readonly of: readonly string[];
  /** Subcommands, some of several words; none where the program only installs. */
  readonly installs?: ReadonlySet<string>;
  /** Whether a command installs, where options say so and no subcommand does. */
  readonly when?: (words: readonly string[]) => boolean;
  /** Whether a name says which version it is, or where it lies. */
  readonly pinned: (name: string) => boolean;
  /** An option that says it for all that is named. */
  readonly version?: VersionOption;
  /** Options that leave what is named to a list of versions, to a day, or to what the project holds. */
  readonly holds?: RegExp;
  /** The names that count among those behind the subcommand; `words` is the command with its options. */
  readonly asks?: (
    names: readonly string[],
    words: readonly string[],
    program: string,
  ) => readonly string[];
}

/** Subcommands that install. */
export const subcommands = (...all: readonly string[]): ReadonlySet<string> => new Set(all);

/** A version may stand behind its package as a word of its own. */
export const withVersions = (names: readonly string[]): readonly string[] =>
  names.flatMap((name, at) => {
    if (aloneVersion.test(name)) return [];
    const next = names[at + 1] ?? '';
    return aloneVersion.test(next) ? `${name}:${next}` : name;
  });

const aloneVersion = /^[v^~<>=]*[\d$*]|^dev-/;

/** Whether an option stands in a command, alone or among other letters. */
export const option =
  (pattern: RegExp) =>
  (words: readonly string[]): boolean =>
    words.some((word) => pattern.test(word));

import { managersOfLanguages } from './managers-of-languages.ts';
import { managersOfPlugins } from './managers-of-plugins.ts';
import { managersOfSystems } from './managers-of-systems.ts';
import type { Manager } from './package-manager.ts';
import { isHeldByOption } from './version-options.ts';

/** The managers that are known, each with all that tells what it installs. */
export const packageManagers: readonly Manager[] = [
  ...managersOfSystems,
  ...managersOfLanguages,
  ...managersOfPlugins,
];

/** Whether an option holds all that a command installs, to a version or to what somebody wrote down. */
export const isHeld = (
  { holds, version }: Manager,
  program: string,
  words: readonly string[],
): boolean =>
  words.some((word) => holds?.test(word)) ||
  (version !== undefined && isHeldByOption(program, words, version));

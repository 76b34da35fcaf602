import { optionsOf } from '../../knowledge/commands/manager-options.ts';
import { takeApart } from '../commands/split-options.ts';
import { pinsVersion, type Bare } from './version-constraints.ts';

/** The values of some options of a package manager. */
export function optionValues(
  program: string,
  words: readonly string[],
  names: readonly string[],
): readonly string[] {
  const { options } = takeApart(optionsOf(program), words);
  return names.flatMap((name) => options.get(name) ?? []);
}

/** Options that give a manager the version separately from the package. */
export interface VersionOption {
  readonly names: readonly string[];
  readonly bare: Bare;
}

/** Whether a command holds what it installs to a version by an option; some managers take several conditions. */
export const isHeldByOption = (
  program: string,
  words: readonly string[],
  { names, bare }: VersionOption,
): boolean =>
  optionValues(program, words, names).some((value) => value !== '' && pinsVersion(value, bare));

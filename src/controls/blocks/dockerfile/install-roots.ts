import { basename } from '../../../syntax/shell/base-name.ts';
import { startedParts, withoutLaunchers } from '../../../syntax/shell/launchers.ts';
import { valuesIn } from '../../../syntax/shell/option-values.ts';
import type { ShellCommand } from '../../../syntax/shell/shell-command.ts';
import type { ValueOf } from '../../../build-analysis/scripts/once-with-values.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';
import { scriptFrom } from './part-of-script.ts';
import { holdsPrograms, isBelow } from './taken-paths.ts';

/** How package managers are made to install into another folder than the root. */
const option =
  /^--(?:root|installroot|sysroot|basedir|rootdir|instdir|offline-root)(?:=|$)|^(?:-o)?RootDir=/;

/** Letters for the same. */
const letters: Readonly<Record<string, RegExp>> = {
  apk: /^-p$/,
  pacman: /^-r$/,
  zypper: /^-R$/,
  rpm: /^-r$/,
  'xbps-install': /^-r$/,
  opkg: /^-o$/,
};

function rootOf(words: readonly string[]): string | undefined {
  const run = withoutLaunchers(words);
  const program = basename(run[0] ?? '');
  const changed = startedParts(words).find(([first = '']) => basename(first) === 'chroot');
  const root = valuesIn(run, option).at(-1) ?? valuesIn(run, letters[program]).at(-1);
  return root ?? (changed && changed !== run ? changed.at(-1) : undefined);
}

/**
 * The commands of a script that install into a folder from which the image takes programs; for certain, or perhaps.
 *
 * @param taken what the image takes from the stage
 */
export function installsInto(
  script: ReadScript,
  folder: string | null,
  taken: readonly string[],
  valueOf: ValueOf,
): readonly { readonly certain: boolean; readonly script: ReadScript }[] {
  const paths = createPaths(valueOf);
  paths.begin(folder);
  const certain: ShellCommand[] = [];
  const open: ShellCommand[] = [];
  for (const command of script.commands) {
    for (const each of command.assignments) paths.assign(each);
    if (command.words[0] === 'cd') paths.enter(command.words[1] ?? '~');
    const word = rootOf(command.words);
    const root = word === undefined ? undefined : paths.of(word);
    if (root === undefined || root === '/') continue;
    const holds = holdsPrograms(taken.flatMap((place) => within(place, root)));
    if (holds !== false) (holds ? certain : open).push(command);
  }
  return [
    ...(certain.length > 0 ? [{ certain: true, script: scriptFrom(certain) }] : []),
    ...(open.length > 0 ? [{ certain: false, script: scriptFrom(open) }] : []),
  ];
}

/** A place as it is seen from a folder that is made the root. */
function within(place: string, root: string): readonly string[] {
  if (isBelow(root, place)) return ['/'];
  return isBelow(place, root) ? [place.slice(root.length)] : [];
}

import { basename } from '../../syntax/shell/base-name.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { foundRuns, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { commandsIn, type Script } from './script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** What either builder writes before the script in an image's history: RUN, build arguments, a shell. */
const before =
  /^(?:RUN\s+)?(?:\|\d+\s(?:\w+=\S*\s+)*)?(?:\/bin\/(?:ba|a|z)?sh\s+(?:-\w+\s+(?:pipefail\s+)?)*-\w*c\s+)?/;

/** The script of a step of an image's history. */
export const scriptOf = (createdBy: string): string => createdBy.replace(before, '');

/** The commands of a script, each without what only starts it; those that `find` runs among them. */
export const commandsOf = (script: Script): readonly (readonly string[])[] =>
  allRuns(commandsIn(script));

/** The same of commands. */
export const allRuns = oncePerList((commands: readonly ShellCommand[]) => commands.flatMap(runsOf));

/** A command without what only starts it, and those that it runs if it is `find`. */
export function runsOf({ words }: ShellCommand): readonly (readonly string[])[] {
  const run = withoutLaunchers(words);
  return [run, ...foundRuns(run)];
}

/** The name of the program that a command starts, without its path. */
export const programOf = (words: readonly string[]): string =>
  basename(withoutLaunchers(words)[0] ?? '');

/**
 * Whether anything that a command reads, through pipes, comes from a command for which `is` holds; decided in linear
 * time.
 */
export function readersOf(
  commands: readonly ShellCommand[],
  is: (command: ShellCommand) => boolean,
): ReadonlySet<ShellCommand> {
  const sources = new Set<ShellCommand>();
  const readers = new Set<ShellCommand>();
  const known = new Map<readonly ShellCommand[], boolean>();
  for (const command of commands) {
    let reads = known.get(command.input);
    if (reads === undefined) {
      reads = command.input.some((each) => sources.has(each));
      known.set(command.input, reads);
    }
    if (reads) readers.add(command);
    if (reads || is(command)) sources.add(command);
  }
  return readers;
}

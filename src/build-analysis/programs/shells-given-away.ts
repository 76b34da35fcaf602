import { handsShell, isShell } from '../../knowledge/hands-shell.ts';
import { networkAddress, talksToNetwork } from '../../knowledge/remote-shells.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { readShellWords } from '../../syntax/shell/shell-words.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { commandScript } from '../scripts/command-script.ts';
import { programsIn, startedPrograms } from './started-programs.ts';

/**
 * The programs with which an entrypoint and a command let people in from elsewhere, each once: those of a list that they start,
 * and those that hand a shell to another host, as `socat TCP-LISTEN:1,fork EXEC:sh` and `nc -e sh` do.
 */
export const remoteShellsStarted = (
  command: readonly string[],
  programs: readonly string[],
): readonly string[] => [
  ...new Set([
    ...startedPrograms(command).filter((name) => programs.includes(name)),
    ...commandScript(command).tree.flatMap((each) => (givesShell(each) ? programOf(each) : [])),
  ]),
];

/** The same among the commands of a script. */
export const remoteShellsIn = (
  commands: readonly ShellCommand[],
  programs: readonly string[],
): readonly string[] => [
  ...new Set([
    ...commands.filter(givesShell).map(programOf),
    ...programsIn(commands).filter((name) => programs.includes(name)),
  ]),
];

const programOf = ({ words }: ShellCommand): string => basename(withoutLaunchers(words)[0] ?? '');

/** Whether a command hands a shell to another host, or has one read from there. */
export function givesShell(command: ShellCommand): boolean {
  const { words: all, input, readsFrom = [], writesTo } = command;
  const words = withoutLaunchers(all);
  if (handsShell(words)) return true;
  const isNetwork = (each: ShellCommand): boolean => talksToNetwork.has(programOf(each));
  if (isShell(programOf(command))) {
    if (!obeysInput(command)) return false;
    return (
      [...readsFrom, ...writesTo].some((path) => networkAddress.test(path)) || input.some(isNetwork)
    );
  }
  return isNetwork(command) && input.some((each) => isShell(programOf(each)) && obeysInput(each));
}

/** Whether a shell runs what it reads: one that is handed a script, or a file of one, runs that alone. */
const obeysInput = ({ words }: ShellCommand): boolean =>
  readShellWords(withoutLaunchers(words).slice(1)).readsInput;

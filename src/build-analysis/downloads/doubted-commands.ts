import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { fetchesUnseen } from '../fetching/unfollowed-fetches.ts';
import { mayUseFiles, unknownRun } from '../fetching/unknown-runs.ts';
import type { Following } from './following.ts';

/** Notes what a command may bring from a network to a place that nobody knows. */
export function doubtFetches(command: ShellCommand, { files }: Following): void {
  if (fetchesUnseen(command)) files.doubt('fetched', spelled(command));
}

/** A download lies where a word says, or nobody knows where. */
export function fetchTo(
  command: ShellCommand,
  word: string,
  { files, paths }: Following,
  then: (path: string) => void,
): void {
  const path = paths.of(word);
  if (path !== undefined) then(path);
  // What is printed lies nowhere.
  else if (word !== '-' && word !== '' && !word.startsWith('/dev/')) {
    files.doubt('fetched', spelled(command));
  }
}

/**
 * Notes what a command may run beside a download that nothing verified.
 *
 * @param inFunctions what each function runs that its words do not tell, which happens where it is called
 */
export function doubtRuns(
  command: ShellCommand,
  words: readonly string[],
  { files, paths }: Following,
  inFunctions: Map<string, string>,
): void {
  const run = inFunctions.get(words[0] ?? '') ?? unknownRun(command.words, paths.like);
  if (run !== undefined && command.inFunction !== undefined) {
    inFunctions.set(command.inFunction, run);
  }
  if (!files.hasUnverified()) return;
  if (run !== undefined) files.doubt('run', run);
  if (mayUseFiles(words)) files.expose();
}

const spelled = ({ words }: ShellCommand): string => {
  const [program = '', ...rest] = words;
  return [basename(program), ...rest.filter((word) => word.includes('/'))].slice(0, 2).join(' ');
};

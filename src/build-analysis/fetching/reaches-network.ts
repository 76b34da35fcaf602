import { mayFetch } from '../../knowledge/commands/may-fetch.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { fetcherOf, isLocal } from '../files/saved-files.ts';
import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import { clonerOf } from './cloned-folders.ts';
import { fetchesUnseen } from './unfollowed-fetches.ts';

/** Whether a script may bring anything from a network: by its text, or by its commands, whose quotes are taken off. */
export const reachesNetwork = (script: Script): boolean =>
  mayFetch(textOf(script)) || commandsFetch(commandsIn(script));

/** The same by its commands alone. */
export const commandsFetch = oncePerList((commands: readonly ShellCommand[]): boolean =>
  commands.some((command) => fetchesUnseen(command) || fetchesSeen(command)),
);

function fetchesSeen({ words }: ShellCommand): boolean {
  const name = basename(withoutLaunchers(words)[0] ?? '');
  if (fetcherOf(name) === undefined && clonerOf(name) === undefined) return false;
  return !words.some(isLocal) && mayFetch(words.join(' '));
}

import { mayFetch } from '../../knowledge/commands/may-fetch.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { fetcherOf, isLocal } from '../files/saved-files.ts';
import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import type { ValueOf } from '../scripts/once-with-values.ts';
import { uncheckedInstalls } from '../packages/unchecked-installs.ts';
import { clonerOf } from './cloned-folders.ts';
import { fetchesUnseen } from './unfollowed-fetches.ts';

/** Whether a script may bring anything from a network: by its text, or by its commands, whose quotes are taken off. */
export const reachesNetwork = (script: Script): boolean =>
  mayFetch(textOf(script)) || commandsFetch(commandsIn(script));

/** The same by its commands alone. */
export const commandsFetch = oncePerList((commands: readonly ShellCommand[]): boolean =>
  commands.some(
    (command) => fetchesUnseen(command) || fetchesSeen(command) || installsRemote(command),
  ),
);

function fetchesSeen({ words }: ShellCommand): boolean {
  const name = basename(withoutLaunchers(words)[0] ?? '');
  if (fetcherOf(name) === undefined && clonerOf(name) === undefined) return false;
  return !words.some(isLocal) && mayFetch(words.join(' '));
}

function installsRemote({ words }: ShellCommand): boolean {
  const installs = uncheckedInstalls(words);
  return installs !== undefined && installs.remote.length + installs.unknown.length > 0;
}

/** Whether a script may install from an address that a variable names. */
export const mayInstallRemote = (script: Script): boolean =>
  commandsIn(script).some(
    ({ words }) => words.some((word) => word.includes('$')) && uncheckedInstalls(words),
  );

const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/** Whether it does, by what it gives its variables itself, and what the build does. */
export function installsByVariable(script: Script, valueOf: ValueOf): boolean {
  if (!mayInstallRemote(script)) return false;
  const own = new Map<string, string>();
  const spell = (word: string): string =>
    word.replace(variable, (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      return own.get(name) ?? valueOf(name) ?? whole;
    });
  return commandsIn(script).some(({ words, assignments }) => {
    for (const each of words.length === 0 ? assignments : words) {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(each) ?? [];
      if (name !== undefined && value !== undefined) own.set(name, value);
    }
    return (uncheckedInstalls(words, spell)?.remote.length ?? 0) > 0;
  });
}

import { oncePerList } from '../../syntax/once-per-list.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { programOf } from '../scripts/steps.ts';
import type { ValueOf } from '../scripts/once-with-values.ts';
import type { Said } from '../accounts/account-lines.ts';
import { installsAny } from '../packages/asked-packages.ts';
import { writtenBy } from '../files/written-files.ts';

const packages = ['sudo', 'sudo-ldap', 'sudo-rs', 'doas', 'opendoas'] as const;

/** Where the rights are written down. */
const rights = /^\/etc\/(?:sudoers|doas\.(?:conf|d))/;

/** Programs that only show their words, and those that only take files away. */
const harmless: ReadonlySet<string> = new Set(['echo', 'printf', 'rm', 'ls', 'test', '[']);

/** Programs that make a user part of a group, and the groups that may do everything by way of sudo. */
const joins: ReadonlySet<string> = new Set([
  'adduser',
  'addgroup',
  'gpasswd',
  'useradd',
  'usermod',
]);
const mightyGroups = /^(?:sudo|wheel)$/;

/** Whether a command makes a user part of such a group: `usermod -aG sudo app`, `adduser app sudo`. */
function joinsMighty(started: readonly string[]): boolean {
  if (!joins.has(programOf(started))) return false;
  return started.slice(1).some((word) => word.split(',').some((each) => mightyGroups.test(each)));
}

/** Whether a path is one of the files that say who may use sudo. */
export const grantsRights = (path: string): boolean => rights.test(path);

/**
 * Whether a script installs sudo, makes use of it or grants rights by way of it; `open` where nobody knows what it installs.
 *
 * @param valueOf what a variable of the build has
 * @param folder that relative paths begin in; `null` where nobody knows
 */
export function usesSudo(script: Script, valueOf?: ValueOf, folder: string | null = null): Said {
  if (grants(commandsIn(script))) return true;
  const written = writtenBy(script, folder, valueOf ?? (() => undefined));
  if (written.some(({ path }) => grantsRights(path))) return true;
  return installsAny(script, packages, valueOf);
}

const grants = oncePerList((commands: readonly ShellCommand[]): boolean =>
  commands.some(({ words, writesTo }) => {
    const started = withoutLaunchers(words);
    const before = words.slice(0, words.length - started.length);
    if (started.length > 0 && before.some((word) => /^(?:sudo|doas)$/.test(basename(word)))) {
      return true;
    }
    if (joinsMighty(started) || writesTo.some(grantsRights)) return true;
    if (programOf(words) === 'visudo') return true;
    return !harmless.has(programOf(words)) && started.slice(1).some(grantsRights);
  }),
);

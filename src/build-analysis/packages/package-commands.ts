import { basename } from '../../syntax/shell/base-name.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { filledIn } from '../commands/fill-in-variables.ts';
import { pacmanCommands } from './pacman-commands.ts';

/** One command of a package manager. */
export interface PackageCommand {
  /** Name of the program: `apt-get`. */
  readonly manager: string;
  /** Everything behind it, options among it. */
  readonly words: readonly string[];
}

const managers: ReadonlySet<string> = new Set([
  'apk',
  'apt',
  'apt-get',
  'aptitude',
  'dnf',
  'dnf5',
  'microdnf',
  'tdnf',
  'yum',
  'zypper',
]);

/** Programs that are called as another manager is. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['apt-fast', 'apt-get'],
  ['nala', 'apt-get'],
  ['dnf4', 'dnf'],
]);

/** The name of a program; those that install for another platform, as `xx-apt-get` does, are the manager itself. */
export const managerName = (program: string): string => {
  const name = basename(program).replace(/^xx-(?=(?:apk|apt|apt-get)$)/, '');
  return sameAs.get(name) ?? name;
};

/** Scripts that install what they are given and clear the cache themselves: of Bitnami, of Kubernetes, of Gitpod. */
const installers: ReadonlySet<string> = new Set([
  'install_packages',
  'clean-install',
  'install-packages',
]);

/** Such a script as the command that it runs. */
export const asInstallation = (command: readonly string[]): readonly string[] =>
  installers.has(basename(command[0] ?? ''))
    ? ['apt-get', 'install', ...command.slice(1)]
    : command;

/** The commands of package managers in a script, one after the other; those of pacman in the form of the others. */
export const packageCommands = (script: Script): readonly PackageCommand[] =>
  among(filledIn(commandsIn(script)));

const among = oncePerList((commands: readonly (readonly string[])[]): readonly PackageCommand[] =>
  commands.map(asInstallation).flatMap(([program = '', ...words]) => {
    const manager = managerName(program);
    if (manager === 'pacman') return pacmanCommands(words).map((own) => ({ manager, words: own }));
    return managers.has(manager) ? [{ manager, words: words.filter((word) => word !== '') }] : [];
  }),
);

/** Words that a package manager takes for what to do; whatever follows the first of them is a package. */
const verbs: ReadonlySet<string> = new Set([
  ...[
    'add',
    'build-dep',
    'del',
    'dist-upgrade',
    'dup',
    'erase',
    'fix',
    'full-upgrade',
    'groupinstall',
  ],
  ...[
    'in',
    'install',
    'localinstall',
    'makecache',
    'patch',
    'purge',
    'ref',
    'refresh',
    'reinstall',
  ],
  ...['remove', 'rm', 'safe-upgrade', 'source', 'system-upgrade', 'up', 'update', 'upgrade'],
]);

/** Whether a command is one of some managers’ subcommands, whatever options stand before it. */
export function isSubcommand(
  { manager, words }: PackageCommand,
  of: readonly string[],
  subcommands: readonly string[],
): boolean {
  const verb = words.find((word) => verbs.has(word) || subcommands.includes(word));
  return of.includes(manager) && verb !== undefined && subcommands.includes(verb);
}

/** What comes behind the first of some subcommands; `undefined` where none of them is there. */
export function behind(
  { words }: PackageCommand,
  subcommands: readonly string[],
): readonly string[] | undefined {
  const at = words.findIndex((word) => subcommands.includes(word));
  return at < 0 ? undefined : words.slice(at + 1);
}

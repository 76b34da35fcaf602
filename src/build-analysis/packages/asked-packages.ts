import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { operandsOf } from '../../knowledge/commands/manager-options.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import type { Said } from '../accounts/account-lines.ts';
import { filledIn } from '../commands/fill-in-variables.ts';
import type { ValueOf } from '../scripts/once-with-values.ts';
import { asInstallation, managerName } from './package-commands.ts';
import { pacmanCommands } from './pacman-commands.ts';
import { inputOf, known, unknownPart } from '../commands/printed-text.ts';

/** What the words behind a program have it install; `undefined` where it installs nothing. */
type Reads = (words: readonly string[], program: string) => readonly string[] | undefined;

/** Behind one of some subcommands. */
const verb =
  (...verbs: readonly string[]): Reads =>
  (words, program) => {
    const at = words.findIndex((word) => verbs.includes(word));
    return at < 0 ? undefined : operandsOf(program, words.slice(at + 1));
  };

/** All that is named where one of some options stands, alone or among other letters. */
const option =
  (pattern: RegExp): Reads =>
  (words, program) =>
    words.some((word) => pattern.test(word)) ? operandsOf(program, words) : undefined;

const all: Reads = (words, program) => operandsOf(program, words);

/** A name stands behind a category, or behind where it is found: `app-admin/sudo`, `nixpkgs#sudo`, `nixpkgs.sudo`. */
const behind =
  (mark: RegExp, reads: Reads): Reads =>
  (words, program) =>
    reads(words, program)?.map((word) => word.replace(mark, ''));

const managers: ReadonlyMap<string, Reads> = new Map<string, Reads>(
  (
    [
      ['apt apt-get aptitude', verb('install', 'reinstall', 'satisfy')],
      ['apk', verb('add')],
      [
        'dnf dnf5 microdnf tdnf yum',
        verb('install', 'in', 'localinstall', 'reinstall', 'groupinstall'),
      ],
      ['zypper', verb('install', 'in')],
      ['opkg ipkg snap brew pkg slackpkg pkcon conda mamba micromamba', verb('install', 'create')],
      ['rpm-ostree swupd guix eopkg', verb('install', 'bundle-add', 'it')],
      ['nix', behind(/^.*[#.]/, verb('install', 'add'))],
      [
        'pacman',
        (words: readonly string[]) =>
          pacmanCommands(words)
            .find(([what]) => what === 'install')
            ?.slice(1),
      ],
      ['yay paru', option(/^-\w*[SU]/)],
      ['dpkg', option(/^-i$|^--install$|^--unpack$/)],
      ['rpm', option(/^-[hv]*[iUF][hv]*$|^--(?:install|upgrade|freshen|reinstall)$/)],
      ['nix-env', behind(/^.*[#.]/, option(/^-\w*i|^--install/))],
      ['emerge', behind(/^.*\//, all)],
      ['urpmi xbps-install pkg_add', all],
    ] as const
  ).flatMap(([names, reads]) => names.split(' ').map((name) => [name, reads] as const)),
);

/** A file of a package. */
const file = /\.(?:deb|rpm|apk|ipk|pkg\.tar(?:\.\w+)?)$/;

/** Behind the name of a package of RPM: `curl.x86_64`. */
const architecture = /\.(?:noarch|x86_64|i[3-6]86|aarch64|armv7hl|ppc64le|s390x|riscv64)$/;

/**
 * Whether a script installs any package of a list by name, whatever version it asks for; `open` where nobody knows what it
 * installs.
 *
 * @param valueOf what a variable of the build has
 */
export function installsAny(script: Script, packages: readonly string[], valueOf?: ValueOf): Said {
  const commands = commandsIn(script);
  const answers = [
    ...filledIn(commands, valueOf).map((words) => asks(words, packages)),
    ...commands.map((command) => asksByList(command, packages)),
  ];
  return answers.includes(true) || (answers.includes('open') ? 'open' : undefined);
}

/** What a command is to install, without its program; `undefined` where it installs nothing. */
const askedBy = oncePerList((command): readonly string[] | undefined => {
  const [first = '', ...words] = asInstallation(command);
  const program = managerName(first);
  return managers.get(program)?.(
    words.filter((word) => word !== ''),
    program,
  );
});

function asks(command: readonly string[], packages: readonly string[]): Said {
  const answers = (askedBy(command) ?? []).map((word) => isAny(word, packages));
  return answers.includes(true) || (answers.includes('open') ? 'open' : undefined);
}

/** The same of what xargs hands over: it names what it reads behind what it is given. */
function asksByList(command: ShellCommand, packages: readonly string[]): Said {
  const { words } = command;
  const run = withoutLaunchers(words);
  const before = words.slice(0, words.length - run.length);
  if (!before.some((word) => basename(word) === 'xargs') || !askedBy([...run, 'x'])) {
    return undefined;
  }
  const list = inputOf(command, () => undefined);
  if (list === undefined || list.includes(unknownPart)) return 'open';
  return asks([...run, ...list.split(/\s+/)], packages);
}

function isAny(word: string, packages: readonly string[]): Said {
  if (file.test(word) || /^(?:\.{0,2}\/|file:|https?:)/.test(word)) return isFileOf(word, packages);
  // Behind a name stand its version, its release (`/`), its repository (`@`), or what is asked of it (`(`).
  const name = known(word)
    // What xargs puts in.
    .replaceAll('{}', unknownPart)
    .replace(/[=~<>/@(,\s].*$/, '')
    .replace(/:\w+$/, '')
    .replace(/[\^+]$/, '');
  if (name.includes(unknownPart)) {
    const pattern = name.split(unknownPart).map(literal).join('.*');
    return packages.some((each) => new RegExp(`^${pattern}$`).test(each)) ? 'open' : undefined;
  }
  if (/[*?[|^$]/.test(name)) return packages.some((each) => matches(name, each)) || undefined;
  // RPM writes the version behind a hyphen.
  const names = [name, name.replace(/-\d.*$/, ''), name.replace(architecture, '')];
  return names.some((each) => packages.includes(each)) || undefined;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a name with a pattern in it stands for a package, as files are matched or as an expression. */
function matches(pattern: string, name: string): boolean {
  const glob = literal(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.');
  if (new RegExp(`^${glob}$`).test(name)) return true;
  try {
    return new RegExp(pattern).test(name);
  } catch {
    // No expression: it stands for itself.
    return false;
  }
}

/** A file is called after its package and version, or nobody knows what is in it. */
function isFileOf(word: string, packages: readonly string[]): Said {
  const [, name] = /^([a-zA-Z0-9][\w.+-]*?)(?:_|-\d|-latest)/.exec(basename(word)) ?? [];
  if (name === undefined || !file.test(word)) return 'open';
  return packages.includes(name) || undefined;
}

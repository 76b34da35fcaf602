import { commandsIn, type Script } from '../scripts/script.ts';
import { filledIn } from '../commands/fill-in-variables.ts';
import type { ValueOf } from '../scripts/once-with-values.ts';
import { operandsOf } from '../../knowledge/commands/manager-options.ts';
import {
  goPinned,
  isPlace,
  isPythonRepository,
  nodePinned,
  peclPinned,
  pythonPinned,
} from './pinned-sources.ts';
import { asInstallation, managerName } from './package-commands.ts';
import { withoutModule } from '../commands/python-module.ts';

/** How a manager installs, and how it is given the version. */
interface Manager {
  readonly of: readonly string[];
  /** Subcommands, some of two words. */
  readonly installs: ReadonlySet<string>;
  /** Whether a name says which version it is, or where it lies. */
  readonly pinned: (name: string) => boolean;
  /** The names that count among those behind the subcommand; `words` is the command with its options. */
  readonly asks?: (names: readonly string[], words: readonly string[]) => readonly string[];
}

/** A version behind a name, and a release behind that; a number in the middle of a name is none. */
const rpmVersion = /-(?:\d|\$[\w{(])[\w.+~:^*${}()]*(?:-(?:\d|\$[\w{(])[\w.+~^*${}()]*)?$/;
/** The stream of a module: `nodejs:22`. */
const rpmStream = /^[^:(]+:[^:]/;

/** Options that hold what is not pinned itself, to a list of versions or to a day. */
const holdsPython = /^(?:-[qvUI]*c|--(?:constraints?|exclude-newer)(?:=|$))/;
const holdsGems = /^(?:-[A-Za-z]*v|--version(?:=|$))/;
const holdsNode = /^--before(?:=|$)/;
/** Of the only package that is named, the version; what lies in a folder or is a commit has one. */
const holdsOne = /^--vers(?:ion)?(?:=|$)/;
const holdsChoco = /^(?:--?|\/)version(?:=|$)/;
const holdsCrate = /^--(?:vers(?:ion)?|path|rev|tag)(?:=|$)/;

/** Those of which no option says more. */
const unless =
  (holds: RegExp): NonNullable<Manager['asks']> =>
  (names, words) =>
    words.some((word) => holds.test(word)) ? [] : names;

/** What zypper installs besides packages has no version that could be asked for: patterns, patches, products. */
const otherType = /^(?:-t|--type=?)(?!package$)\w/;
const otherKind = /^(?:pattern|patch|product|srcpackage):/;

function asksZypper(names: readonly string[], words: readonly string[]): readonly string[] {
  const isOther = words.some(
    (word, at) =>
      otherType.test(word) || ((word === '-t' || word === '--type') && words[at + 1] !== 'package'),
  );
  return isOther ? [] : names.filter((name) => !otherKind.test(name));
}

/** A version may stand behind its package as a word of its own. */
const asksComposer = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => !aloneVersion.test(name) && !aloneVersion.test(names[at + 1] ?? ''));

const aloneVersion = /^[v^~<>=]*[\d$*]/;

/** PHP and its extensions, which Composer asks for and does not bring. */
const ofPhp = /^(?:php|ext-.+|lib-.+)$/;

const globally = /^(?:-[fEDSPOBlsdyn]*g[fEDSPOBlsdyn]*|--global|--location=global)$/;

/** What npm is to install by name: without one, the lock file of the project holds it. */
function asksNpm(names: readonly string[], words: readonly string[]): readonly string[] {
  const isGlobal = words.some(
    (word, at) => globally.test(word) || (word === '--location' && words[at + 1] === 'global'),
  );
  // In a project a variable may hold options and no name.
  return asksNode(isGlobal ? names : names.filter((name) => !name.startsWith('$')), words);
}

/** Options that are true or false may say so in a word of their own. */
const asksNode = (names: readonly string[], words: readonly string[]): readonly string[] =>
  words.some((word) => holdsNode.test(word))
    ? []
    : names.filter((name) => name !== 'true' && name !== 'false');

/** Repositories count wherever they stand, behind `-e` too, and no list of versions holds them. */
function asksPython(names: readonly string[], words: readonly string[]): readonly string[] {
  const repositories = words.filter(isPythonRepository);
  if (words.some((word) => holdsPython.test(word))) return repositories;
  return [...names.filter((name) => !isPythonRepository(name)), ...repositories];
}

/** Of a tool, the package may be named apart from the command that is wanted of it. */
function asksUv(names: readonly string[], words: readonly string[]): readonly string[] {
  const at = words.indexOf('--from');
  return asksPython(at < 0 ? names : words.slice(at + 1, at + 2), words);
}

const managers: readonly Manager[] = [
  {
    of: ['apt', 'apt-get', 'aptitude'],
    installs: new Set(['install', 'reinstall', 'satisfy']),
    pinned: (name) => isPlace(name) || /=(?!\*$)|\(\s*[=<>]/.test(name),
    // A hyphen at the end takes a package away; commas stand between what is to be satisfied.
    asks: (names) =>
      names
        .flatMap((name) => name.split(',').map((each) => each.trim()))
        .filter((name) => name !== '' && !name.endsWith('-')),
  },
  {
    of: ['apk'],
    installs: new Set(['add']),
    pinned: (name) => isPlace(name) || /[=<>~@]/.test(name),
  },
  {
    of: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'],
    // To install again takes the version that is there.
    installs: new Set(['install', 'in', 'localinstall', 'module install']),
    pinned: (name) => isPlace(name) || rpmVersion.test(name) || rpmStream.test(name),
    // A group has no version, however it is asked for: `groupinstall`, `group install` or @.
    asks: (names) => names.filter((name) => !name.startsWith('@')),
  },
  {
    of: ['zypper'],
    installs: new Set(['install', 'in']),
    pinned: (name) => isPlace(name) || /[=<>]/.test(name) || rpmVersion.test(name),
    asks: asksZypper,
  },
  {
    of: ['pip', 'pipx'],
    installs: new Set(['install']),
    pinned: pythonPinned,
    asks: asksPython,
  },
  {
    of: ['uv'],
    installs: new Set(['add', 'pip install', 'tool install']),
    pinned: pythonPinned,
    asks: asksUv,
  },
  {
    of: ['poetry', 'pdm'],
    installs: new Set(['add']),
    pinned: pythonPinned,
    asks: asksPython,
  },
  {
    of: ['npm', 'pnpm'],
    installs: new Set([
      ...['install', 'i', 'add', 'in', 'ins', 'inst', 'insta', 'instal'],
      ...['isnt', 'isnta', 'isntal', 'isntall'],
    ]),
    pinned: nodePinned,
    asks: asksNpm,
  },
  { of: ['yarn'], installs: new Set(['add', 'global add']), pinned: nodePinned, asks: asksNode },
  {
    of: ['bun'],
    installs: new Set(['install', 'i', 'add', 'a']),
    pinned: nodePinned,
    asks: asksNpm,
  },
  {
    of: ['corepack'],
    installs: new Set(['prepare', 'install', 'use']),
    // Without @, package.json says which version it is, or that of Corepack does.
    pinned: (name) => isPlace(name) || !name.includes('@') || nodePinned(name),
  },
  {
    of: ['gem'],
    installs: new Set(['install', 'i']),
    pinned: (name) => isPlace(name) || /:./.test(name),
    asks: unless(holdsGems),
  },
  {
    of: ['pecl', 'pear'],
    installs: new Set(['install']),
    pinned: peclPinned,
  },
  {
    of: ['conda', 'mamba', 'micromamba'],
    installs: new Set(['install', 'create']),
    pinned: (name) => isPlace(name) || /[=<>~]/.test(name),
  },
  {
    of: ['cargo'],
    installs: new Set(['install', 'binstall']),
    pinned: (name) => /.@[\d$^~=]/.test(name),
    asks: unless(holdsCrate),
  },
  {
    of: ['composer'],
    installs: new Set(['require', 'global require']),
    pinned: (name) => /.[:=\s]/.test(name) || ofPhp.test(name),
    asks: asksComposer,
  },
  {
    of: ['dotnet'],
    installs: new Set(['tool install']),
    pinned: (name) => /.@/.test(name),
    asks: unless(holdsOne),
  },
  {
    of: ['choco'],
    installs: new Set(['install']),
    pinned: (name) => name.endsWith('.config'),
    asks: unless(holdsChoco),
  },
  {
    of: ['go'],
    installs: new Set(['install', 'get']),
    pinned: goPinned,
    // Without @ it is a package of the project, or go.mod says which version it is.
    asks: (names) => names.filter((name) => name.includes('@')),
  },
];

const byProgram: ReadonlyMap<string, Manager> = new Map(
  managers.flatMap((manager) => manager.of.map((program) => [program, manager] as const)),
);

/**
 * What a script installs: without a version, and by a variable that nobody can look into.
 *
 * @param valueOf what a variable of the build has
 */
export function packagesOf(
  script: Script,
  valueOf?: ValueOf,
): {
  readonly unpinned: readonly string[];
  readonly open: readonly string[];
} {
  const unpinned: string[] = [];
  const open: string[] = [];
  for (const command of filledIn(commandsIn(script), valueOf)) {
    for (const name of unpinnedIn(asInstallation(withoutModule(command)))) {
      // What begins with ! must not be there, and {} is what xargs reads.
      if (!name.startsWith('!')) (/^(?:\$|\{\}$)/.test(name) ? open : unpinned).push(name);
    }
  }
  return { unpinned, open };
}

/** Whether a script installs any package by its name. */
export const installsAny = (script: Script, valueOf?: ValueOf): boolean =>
  filledIn(commandsIn(script), valueOf).some(
    (command) => (installationIn(asInstallation(withoutModule(command)))?.names.length ?? 0) > 0,
  );

function unpinnedIn(command: readonly string[]): readonly string[] {
  const found = installationIn(command);
  if (!found) return [];
  const { manager, names, own } = found;
  return (manager.asks?.(names, own) ?? names).filter((name) => !manager.pinned(name));
}

/** What a command of a package manager installs, and all that stands behind its program. */
function installationIn([first = '', ...words]: readonly string[]) {
  const program = managerName(first);
  const manager = byProgram.get(program);
  if (!manager) return undefined;
  // Options of gem are over at --, and what follows goes to the compiler.
  const end = program === 'gem' ? words.indexOf('--') : -1;
  const own = end < 0 ? words : words.slice(0, end);
  return { manager, own, names: behindInstall(manager.installs, operandsOf(program, own)) };
}

/** The operands behind a subcommand that installs; none where the subcommand is another. */
function behindInstall(
  installs: ReadonlySet<string>,
  operands: readonly string[],
): readonly string[] {
  // A variable before the subcommand holds options.
  const at = operands.findIndex((word) => !word.startsWith('$'));
  const [verb = '', object = ''] = operands.slice(Math.max(at, 0), at + 2);
  if (installs.has(verb)) return operands.slice(at + 1);
  return installs.has(`${verb} ${object}`) ? operands.slice(at + 2) : [];
}

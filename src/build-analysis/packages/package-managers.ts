import {
  apkPinned,
  aptPinned,
  composerPinned,
  condaPinned,
  goPinned,
  isPlace,
  isPythonRepository,
  nodePinned,
  peclPinned,
  pythonPinned,
  rpmPinned,
} from './pinned-sources.ts';
import { pinsVersion } from './version-constraints.ts';
import { isHeldByOption, optionValues, type VersionOption } from './version-options.ts';

/** How a manager installs, and how it is given the version. */
export interface Manager {
  readonly of: readonly string[];
  /** Subcommands, some of two words; none where the program only installs. */
  readonly installs?: ReadonlySet<string>;
  /** Whether a name says which version it is, or where it lies. */
  readonly pinned: (name: string) => boolean;
  /** An option that says it for all that is named. */
  readonly version?: VersionOption;
  /** Options that leave what is named to a list of versions, to a day, or to what the project holds. */
  readonly holds?: RegExp;
  /** The names that count among those behind the subcommand; `words` is the command with its options. */
  readonly asks?: (
    names: readonly string[],
    words: readonly string[],
    program: string,
  ) => readonly string[];
}

const subcommands = (...all: readonly string[]): ReadonlySet<string> => new Set(all);

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
const withVersions = (names: readonly string[]): readonly string[] =>
  names.flatMap((name, at) => {
    if (aloneVersion.test(name)) return [];
    const next = names[at + 1] ?? '';
    return aloneVersion.test(next) ? `${name}:${next}` : name;
  });

/** Of a project, its folder stands before its version. */
function asksComposer(names: readonly string[], words: readonly string[]): readonly string[] {
  if (!words.includes('create-project')) return withVersions(names);
  const [name, , version] = names;
  return name === undefined ? [] : withVersions(version === undefined ? [name] : [name, version]);
}

const aloneVersion = /^[v^~<>=]*[\d$*]|^dev-/;

/** PHP and its extensions, which Composer asks for and does not bring. */
const ofPhp = /^(?:php|ext-.+|lib-.+)$/;

const globally = /^(?:-[fEDSPOBlsdyn]*g[fEDSPOBlsdyn]*|--global|--location=global)$/;

/** What npm is to install by name: without one, the lock file of the project holds it. */
function asksNpm(names: readonly string[], words: readonly string[]): readonly string[] {
  const isGlobal = words.some(
    (word, at) => globally.test(word) || (word === '--location' && words[at + 1] === 'global'),
  );
  // In a project a variable may hold options and no name.
  return asksNode(isGlobal ? names : names.filter((name) => !name.startsWith('$')));
}

/** Options that are true or false may say so in a word of their own. */
const asksNode = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name !== 'true' && name !== 'false');

/** What npm and its kin leave to a day. */
export const holdsNode = /^--before(?:=|$)/;

/** What pip and its kin leave to a list of versions or to a day. */
export const holdsPython = /^(?:-[qvUI]*c|--(?:constraints?|exclude-newer)(?:=|$))/;

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

/** A crate of a repository is named by the repository, where nothing holds that. */
function asksCargo(
  names: readonly string[],
  words: readonly string[],
  program: string,
): readonly string[] {
  const [repository] = optionValues(program, words, ['git']);
  return repository === undefined || names.length > 0 ? names : [repository];
}

/** Without @ it is a package of the project, or go.mod says which version it is, unless the newest is asked for. */
function asksGo(names: readonly string[], words: readonly string[]): readonly string[] {
  if (words.includes('run')) return names.slice(0, 1).filter((name) => name.includes('@'));
  return words.includes('-u') ? names : names.filter((name) => name.includes('@'));
}

/** The managers that are known, each with all that tells what it installs. */
export const packageManagers: readonly Manager[] = [
  {
    of: ['apt', 'apt-get', 'aptitude'],
    installs: subcommands('install', 'reinstall', 'satisfy'),
    pinned: aptPinned,
    // A hyphen at the end takes a package away; commas stand between what is to be satisfied.
    asks: (names) =>
      names
        .flatMap((name) => name.split(',').map((each) => each.trim()))
        .filter((name) => name !== '' && !name.endsWith('-')),
  },
  { of: ['apk'], installs: subcommands('add'), pinned: apkPinned },
  {
    of: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'],
    // To install again takes the version that is there.
    installs: subcommands('install', 'in', 'localinstall', 'module install'),
    pinned: rpmPinned,
    // A group has no version, however it is asked for: `groupinstall`, `group install` or @.
    asks: (names) => names.filter((name) => !name.startsWith('@')),
  },
  {
    of: ['zypper'],
    installs: subcommands('install', 'in'),
    pinned: (name) => rpmPinned(name) || /^[^<>=]+=[^=]/.test(name),
    asks: asksZypper,
  },
  {
    of: ['pip', 'pipenv'],
    installs: subcommands('install'),
    pinned: pythonPinned,
    asks: asksPython,
  },
  {
    of: ['pipx'],
    installs: subcommands('install', 'inject'),
    pinned: pythonPinned,
    // What is injected into another stands behind that.
    asks: (names, words) => asksPython(words.includes('inject') ? names.slice(1) : names, words),
  },
  { of: ['easy_install'], pinned: pythonPinned, asks: asksPython },
  {
    of: ['uv'],
    installs: subcommands('add', 'pip install', 'tool install'),
    pinned: pythonPinned,
    asks: asksUv,
  },
  {
    of: ['poetry', 'pdm'],
    installs: subcommands('add'),
    pinned: pythonPinned,
    asks: asksPython,
  },
  {
    of: ['npm', 'pnpm'],
    installs: subcommands(
      ...['install', 'i', 'add', 'in', 'ins', 'inst', 'insta', 'instal'],
      ...['isnt', 'isnta', 'isntal', 'isntall'],
    ),
    pinned: nodePinned,
    holds: holdsNode,
    asks: asksNpm,
  },
  {
    of: ['yarn'],
    installs: subcommands('add', 'global add'),
    pinned: nodePinned,
    holds: holdsNode,
    asks: asksNode,
  },
  {
    of: ['bun'],
    installs: subcommands('install', 'i', 'add', 'a'),
    pinned: nodePinned,
    holds: holdsNode,
    asks: asksNpm,
  },
  {
    of: ['corepack'],
    installs: subcommands('prepare', 'install', 'use'),
    // Without @, package.json says which version it is, or that of Corepack does.
    pinned: (name) => isPlace(name) || !name.includes('@') || nodePinned(name),
  },
  {
    of: ['gem'],
    installs: subcommands('install', 'i'),
    pinned: (name) => isPlace(name) || pinsVersion(/:(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
    version: { names: ['v', 'version'], bare: 'exact' },
  },
  {
    of: ['bundle'],
    installs: subcommands('add'),
    pinned: () => false,
    version: { names: ['v', 'version'], bare: 'exact' },
    holds: /^--(?:path|ref)(?:=|$)/,
  },
  { of: ['pecl', 'pear'], installs: subcommands('install'), pinned: peclPinned },
  {
    of: ['conda', 'mamba', 'micromamba'],
    installs: subcommands('install', 'create'),
    pinned: condaPinned,
  },
  {
    of: ['cargo'],
    installs: subcommands('install', 'binstall', 'add'),
    pinned: (name) => pinsVersion(/.@(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
    version: { names: ['version', 'vers'], bare: 'exact' },
    // What lies in a folder or is a commit has a version.
    holds: /^--(?:path|rev|tag)(?:=|$)/,
    asks: asksCargo,
  },
  {
    of: ['composer'],
    installs: subcommands('require', 'global require', 'create-project'),
    pinned: (name) => composerPinned(name) || ofPhp.test(name),
    asks: asksComposer,
  },
  {
    of: ['dotnet'],
    installs: subcommands('tool install', 'add package'),
    pinned: (name) => pinsVersion(/.@(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
    version: { names: ['version', 'v'], bare: 'exact' },
  },
  {
    of: ['choco'],
    installs: subcommands('install'),
    pinned: (name) => name.endsWith('.config'),
    holds: /^(?:--?|\/)version(?:=|$)/,
  },
  {
    of: ['go'],
    installs: subcommands('install', 'get', 'run'),
    pinned: goPinned,
    asks: asksGo,
  },
  {
    of: ['luarocks'],
    installs: subcommands('install'),
    pinned: (name) => isPlace(name) || name.endsWith('.rock') || /:\d/.test(name),
    asks: withVersions,
  },
  {
    of: ['cpanm'],
    pinned: (name) => isPlace(name) || pinsVersion(/.@(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
  },
  { of: ['cabal'], installs: subcommands('install'), pinned: (name) => /-\d[\d.]*$/.test(name) },
  { of: ['opam'], installs: subcommands('install'), pinned: (name) => /^[^.]+\.v?\d/.test(name) },
  {
    of: ['ansible-galaxy'],
    installs: subcommands('install', 'collection install', 'role install'),
    pinned: (name) => isPlace(name) || /[:,](?!latest).*\d/.test(name),
  },
];

/** Whether an option holds all that a command installs, to a version or to what somebody wrote down. */
export const isHeld = (
  { holds, version }: Manager,
  program: string,
  words: readonly string[],
): boolean =>
  words.some((word) => holds?.test(word)) ||
  (version !== undefined && isHeldByOption(program, words, version));

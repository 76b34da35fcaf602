import { subcommands, withVersions, type Manager } from './package-manager.ts';
import {
  composerPinned,
  condaPinned,
  goPinned,
  isPlace,
  isPythonRepository,
  nodePinned,
  peclPinned,
  pythonPinned,
  rPinned,
} from './pinned-sources.ts';
import { pinsVersion } from './version-constraints.ts';
import { optionValues } from './version-options.ts';

/** Of a project, its folder stands before its version. */
function asksComposer(names: readonly string[], words: readonly string[]): readonly string[] {
  if (!words.includes('create-project')) return withVersions(names);
  const [name, , version] = names;
  return name === undefined ? [] : withVersions(version === undefined ? [name] : [name, version]);
}

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

/**
 * Without @ it is a package of the project, or go.mod says which version it is, unless the newest is asked for: `get` does that
 * for each module that it is given.
 */
function asksGo(names: readonly string[], words: readonly string[]): readonly string[] {
  if (words.includes('run')) return names.slice(0, 1).filter((name) => name.includes('@'));
  const gets = words.includes('get');
  return names.filter((name) =>
    name.includes('@')
      ? !name.endsWith('@none')
      : words.some((word) => /^-u(?:=|$)/.test(word)) || (gets && goModule.test(name)),
  );
}

/** A module of a server: its name begins with that of a host. */
const goModule = /^[\w-]+(?:\.[\w-]+)+\//;

/** The managers of what projects in one language or another ask for. */
export const managersOfLanguages: readonly Manager[] = [
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
    installs: subcommands('add', 'self add'),
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
    of: ['conda', 'mamba', 'micromamba', 'pixi'],
    installs: subcommands('install', 'create', 'global install'),
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
    of: ['cpanm', 'cpan', 'cpm'],
    pinned: (name) => isPlace(name) || pinsVersion(/.@(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
  },
  { of: ['cabal'], installs: subcommands('install'), pinned: (name) => /-\d[\d.]*$/.test(name) },
  { of: ['opam'], installs: subcommands('install'), pinned: (name) => /^[^.]+\.v?\d/.test(name) },
  { of: ['volta'], installs: subcommands('install'), pinned: nodePinned },
  {
    of: ['nimble'],
    installs: subcommands('install'),
    pinned: (name) => isPlace(name) || /@#?[\da-f]/.test(name),
  },
  {
    of: ['dart', 'flutter', 'pub'],
    installs: subcommands('pub global activate', 'global activate', 'pub add'),
    pinned: (name) => isPlace(name) || pinsVersion(/:(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
    asks: withVersions,
  },
  {
    of: ['mix'],
    installs: subcommands(
      ...['archive.install', 'escript.install'].flatMap((verb) =>
        ['hex', 'git', 'github'].map((from) => `${verb} ${from}`),
      ),
    ),
    holds: /^--(?:ref|tag)(?:=|$)/,
    pinned: (name) => pinsVersion(/:(.+)$/s.exec(name)?.[1] ?? '', 'exact'),
    asks: withVersions,
  },
  { of: ['install2.r', 'installGithub.r', 'installBioc.r'], pinned: rPinned },
];

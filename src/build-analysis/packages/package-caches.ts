import { inFolders, matching, type CachePlace } from './cache-places.ts';
import { pacmanCommands } from './pacman-commands.ts';

/** What a package manager keeps, how it comes to be there, and what takes it away. */
export interface PackageCache {
  readonly name: string;
  /** The programs that keep it. */
  readonly of: readonly string[];
  /** Subcommands that fill it, some of two words; `''` where it needs none. */
  readonly fills: readonly string[];
  /** Those of them that fill it once it has been cleared, where not all of them do. */
  readonly refills?: readonly string[];
  /** An option with which nothing is kept, or fetched. */
  readonly without?: RegExp;
  /** A variable with which nothing is kept, and the values that say so. */
  readonly off?: { readonly name: string; readonly values: RegExp };
  /** Where it lies. */
  readonly place: CachePlace;
  /** Options, without dashes, that have it lie elsewhere. */
  readonly folderOptions?: readonly string[];
  /** Variables that have it lie elsewhere. */
  readonly folderVariables?: readonly string[];
  /** Whether a command of a manager without subcommands fills it. */
  readonly filledBy?: (words: readonly string[]) => boolean;
  /** Whether the words of a command of the manager itself clear it. */
  readonly clears?: (words: readonly string[]) => boolean;
}

/** What a script that starts any of their programs holds; most hold none of it, and need not be followed. */
export const packagePrograms =
  /apt|apk|yum|dnf|pacman|zypper|pip|npm|yarn|bun|gem|conda|mamba|composer|\bgo\b|poetry|\buvx?\b|pdm|cargo/;

const has =
  (...wanted: readonly string[]) =>
  (words: readonly string[]): boolean =>
    words.some((word) => wanted.includes(word));

/** Behind `cache`, or in its place. */
const cacheVerb = (words: readonly string[], verbs: RegExp): boolean => {
  const at = words.indexOf('cache');
  return at >= 0 && words.slice(at + 1).some((word) => verbs.test(word));
};

const isTwice = (words: readonly string[]): boolean =>
  words.filter((word) => word === '--clean').length > 1;

/** A truth value by which a variable says yes. */
const yes = /^(?:1|true|t|yes|y|on)$/i;

/** The caches of what a system installs. */
const ofSystems: readonly PackageCache[] = [
  {
    name: 'apt',
    of: ['apt', 'apt-get', 'aptitude'],
    fills: [
      ...['install', 'update', 'upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade'],
      ...['build-dep', 'source', 'satisfy', 'reinstall', 'download'],
    ],
    // What is installed without an index comes from a file.
    refills: ['update'],
    place: matching(/\/var\/lib\/apt(?:\/lists|\/?\*?$)/),
    clears: has('distclean', 'dist-clean'),
  },
  {
    name: 'apk',
    of: ['apk'],
    fills: ['add', 'update', 'upgrade', 'fix', 'cache download', 'cache sync'],
    // Without a network it installs what is there, and fetches nothing.
    without: /^--no-(?:cache|network)$/,
    place: matching(/\/var\/cache(?:\/apk|\/?\*?$)|\/etc\/apk\/cache/),
  },
  {
    name: 'dnf',
    of: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'],
    fills: [
      ...['install', 'in', 'groupinstall', 'localinstall', 'reinstall', 'builddep', 'build-dep'],
      ...['group install', 'group update', 'group upgrade', 'groupupdate', 'module install'],
      ...['debuginfo-install', 'swap', 'downgrade', 'distro-sync', 'distrosync', 'dsync'],
      ...['makecache', 'mc', 'localupdate', 'download'],
      ...['update', 'update-minimal', 'upgrade', 'upgrade-minimal', 'up', 'up-min', 'upgrade-to'],
    ],
    // Where it is used, `sh` is bash, which takes a list in braces apart.
    place: matching(/\/var\/cache(?:\/(?:\{(?:[\w*]+,)*)?(?:yum|t?dnf|libdnf)|\/?\*?$)/),
    clears: (words) =>
      words.includes('clean') && (words.includes('all') || words.includes('packages')),
  },
  {
    name: 'pacman',
    of: ['pacman'],
    fills: [],
    filledBy: ([, ...words]) =>
      pacmanCommands(words).some(([does]) => does === 'install' || does === 'upgrade') ||
      (words.some((word) => /^-\w*U|^--upgrade$/.test(word)) &&
        words.some((word) => word.includes('://'))),
    place: matching(/\/var\/cache(?:\/pacman|\/?\*?$)/),
    // With a single c it keeps what is installed.
    clears: (words) => words.some((word) => /^-[A-Za-z]*c[A-Za-z]*c/.test(word)) || isTwice(words),
  },
  {
    name: 'zypper',
    of: ['zypper'],
    fills: [
      ...['install', 'in', 'patch', 'refresh', 'ref', 'install-new-recommends', 'inr', 'download'],
      ...['source-install', 'si', 'build-dep', 'verify', 've'],
      ...['update', 'up', 'dist-upgrade', 'dup'],
    ],
    place: matching(/\/var\/cache(?:\/zypp|\/?\*?$)/),
    clears: (words) =>
      (words.includes('clean') || words.includes('cc')) &&
      !words.some((word) => /^(?:-[mM]|--(?:raw-)?metadata)$/.test(word)),
  },
];

/** The caches of what projects in one language or another install. */
const ofLanguages: readonly PackageCache[] = [
  {
    name: 'pip',
    of: ['pip', 'pipx', 'pipenv'],
    fills: ['install', 'download', 'wheel', 'inject', 'sync', 'update'],
    without: /^--no-cache(?:-dir)?$|^--pip-args=.*--no-cache/,
    // pip keeps nothing whatever truth value it holds, `0` too, and does not look at an empty one.
    off: { name: 'PIP_NO_CACHE_DIR', values: /./ },
    place: inFolders('~/.cache/pip', '~/.cache/pipenv'),
    folderOptions: ['cache-dir'],
    folderVariables: ['PIP_CACHE_DIR', 'PIPENV_CACHE_DIR', 'XDG_CACHE_HOME'],
    clears: (words) => cacheVerb(words, /^purge$/),
  },
  {
    name: 'poetry',
    of: ['poetry'],
    fills: ['install', 'add', 'update', 'sync'],
    without: /^--no-cache$/,
    place: inFolders('~/.cache/pypoetry'),
    folderVariables: ['POETRY_CACHE_DIR', 'XDG_CACHE_HOME'],
    clears: (words) => cacheVerb(words, /^clear$/),
  },
  {
    name: 'pdm',
    of: ['pdm'],
    fills: ['install', 'sync', 'add', 'update'],
    without: /^--no-cache$/,
    place: inFolders('~/.cache/pdm'),
    folderVariables: ['PDM_CACHE_DIR', 'XDG_CACHE_HOME'],
    clears: (words) => cacheVerb(words, /^clear$/),
  },
  {
    name: 'uv',
    of: ['uv', 'uvx'],
    fills: ['sync', 'add', 'pip install', 'pip sync', 'tool install', 'tool run'],
    without: /^(?:--no-cache(?:-dir)?|-n)$/,
    off: { name: 'UV_NO_CACHE', values: yes },
    place: inFolders('~/.cache/uv'),
    folderOptions: ['cache-dir'],
    folderVariables: ['UV_CACHE_DIR', 'XDG_CACHE_HOME'],
    filledBy: ([program]) => program === 'uvx',
    clears: (words) => cacheVerb(words, /^(?:clean|prune)$/),
  },
  {
    name: 'npm',
    of: ['npm'],
    fills: [
      ...['install', 'i', 'in', 'ins', 'inst', 'insta', 'instal', 'isnt', 'isntall', 'add'],
      ...['ci', 'clean-install', 'ic', 'install-clean', 'install-test', 'it', 'cit'],
      ...['update', 'up', 'upgrade', 'udpate'],
    ],
    without: /^--offline$|^--cache[= ]\/dev\/null$/,
    place: inFolders('~/.npm'),
    folderOptions: ['cache'],
    folderVariables: ['NPM_CONFIG_CACHE', 'npm_config_cache'],
    clears: (words) => cacheVerb(words, /^(?:clean|clear|rm)$/),
  },
  {
    name: 'yarn',
    of: ['yarn'],
    fills: ['', 'install', 'add', 'up', 'upgrade', 'global add', 'workspaces focus', 'import'],
    without: /^--offline$/,
    place: inFolders(
      ...['/usr/local/share/.cache/yarn', '~/.cache/yarn', '~/.yarn/cache', '~/.yarn/berry'],
    ),
    folderOptions: ['cache-folder'],
    folderVariables: ['YARN_CACHE_FOLDER'],
    clears: (words) => cacheVerb(words, /^(?:clean|clear)$/),
  },
  {
    name: 'pnpm',
    of: ['pnpm'],
    fills: ['install', 'i', 'add', 'fetch', 'update', 'up', 'upgrade', 'import'],
    without: /^--offline$/,
    place: matching(/pnpm(?!-(?:lock|workspace))/i),
    folderOptions: ['store-dir'],
    folderVariables: ['npm_config_store_dir'],
    clears: (words) => words.includes('store') && words.includes('prune'),
  },
  {
    name: 'bun',
    of: ['bun'],
    fills: ['install', 'i', 'add', 'a', 'update'],
    place: inFolders('~/.bun/install/cache'),
    folderOptions: ['cache-dir'],
    folderVariables: ['BUN_INSTALL_CACHE_DIR'],
    clears: (words) => cacheVerb(words, /^rm$/),
  },
  {
    name: 'gem',
    of: ['gem'],
    fills: ['install', 'i', 'update'],
    without: /^(?:--local|-l)$/,
    place: matching(/(?:gem|bundle|ruby)[^ ]*\/cache(?:\/|$)|\/bundle\/?$|\.gem$/i),
  },
  {
    name: 'bundle',
    of: ['bundle', 'bundler'],
    fills: ['', 'install', 'add', 'update'],
    without: /^--(?:local|no-cache)$/,
    place: matching(/(?:gem|bundle|ruby)[^ ]*\/cache(?:\/|$)|\/bundle\/?$|\.gem$/i),
  },
  {
    name: 'conda',
    of: ['conda', 'mamba', 'micromamba'],
    fills: ['install', 'create', 'update', 'upgrade', 'env create', 'env update'],
    without: /^--offline$/,
    place: matching(/\/pkgs(?:\/|$)|\/\.cache\/(?:conda|mamba|rattler)/),
    folderVariables: ['CONDA_PKGS_DIRS'],
    clears: has('clean'),
  },
  {
    name: 'composer',
    of: ['composer', 'composer.phar'],
    fills: [
      ...['install', 'i', 'update', 'u', 'upgrade', 'require', 'r', 'create-project'],
      ...['global install', 'global require', 'global update'],
    ],
    without: /^--no-cache$/,
    place: inFolders('~/.composer/cache', '~/.cache/composer', '/tmp/cache', '/composer/cache'),
    folderVariables: ['COMPOSER_CACHE_DIR', 'COMPOSER_HOME'],
    clears: has('clear-cache', 'clearcache', 'cc'),
  },
  {
    name: 'go',
    of: ['go'],
    fills: ['build', 'install', 'get', 'run', 'test', 'mod download', 'mod tidy', 'mod vendor'],
    place: inFolders('~/.cache/go-build', '~/go/pkg', '/go', '/go/pkg'),
    folderVariables: ['GOCACHE', 'GOMODCACHE', 'GOPATH'],
    clears: (words) =>
      words.includes('clean') && words.some((word) => /^--?(?:mod)?cache$/.test(word)),
  },
  {
    name: 'cargo',
    of: ['cargo'],
    fills: ['build', 'b', 'install', 'fetch', 'test', 't', 'run', 'r', 'check', 'c', 'chef cook'],
    without: /^--offline$/,
    place: inFolders('~/.cargo/registry', '/usr/local/cargo/registry'),
    folderVariables: ['CARGO_HOME'],
    clears: (words) => words.includes('cache') && !words.includes('install'),
  },
];

/** The caches that are known. */
export const packageCaches: readonly PackageCache[] = [...ofSystems, ...ofLanguages];

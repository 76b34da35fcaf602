import { pacmanCommands } from './pacman-commands.ts';

/** What a package manager keeps, how it comes to be there, and what takes it away. */
export interface PackageCache {
  readonly name: string;
  /** The programs that keep it. */
  readonly of: RegExp;
  /** Subcommands that fill it. */
  readonly fills: readonly string[];
  /** Those of them that fill it once it has been cleared, where not all of them do. */
  readonly refills?: readonly string[];
  /** An option that keeps nothing. */
  readonly without?: RegExp;
  /** A variable that keeps nothing, as it is set. */
  readonly variable?: RegExp;
  /** Where it lies, as `rm`, `find` and mounts name it. */
  readonly place: RegExp;
  /** A wider place that a mount may have. */
  readonly mount?: RegExp;
  /** Whether a command of a manager without subcommands fills it. */
  readonly filledBy?: (words: readonly string[]) => boolean;
  /** Whether the words of a command of the manager itself clear it. */
  readonly clears?: (words: readonly string[]) => boolean;
}

/** What a script that starts any of their programs holds; most hold none of it, and need not be followed. */
export const packagePrograms = /apt|apk|yum|dnf|pacman|zypper|pip/;

const isTwice = (words: readonly string[]): boolean =>
  words.filter((word) => word === '--clean').length > 1;

/** The caches that are known. */
export const packageCaches: readonly PackageCache[] = [
  {
    name: 'apt',
    of: /^(?:apt|apt-get|aptitude)$/,
    fills: ['install', 'update', 'upgrade'],
    // What is installed without an index comes from a file.
    refills: ['update'],
    place: /\/var\/lib\/apt(?:\/lists|\/?\*?$)/,
    clears: (words) => words.includes('distclean') || words.includes('dist-clean'),
  },
  {
    name: 'apk',
    of: /^apk$/,
    fills: ['add', 'update', 'upgrade'],
    // Without a network it installs what is there, and fetches nothing.
    without: /^--no-(?:cache|network)$/,
    place: /\/var\/cache(?:\/apk|\/?\*?$)|\/etc\/apk\/cache/,
  },
  {
    name: 'dnf',
    of: /^(?:yum|dnf5?|microdnf|tdnf)$/,
    fills: [
      ...['install', 'in', 'groupinstall', 'localinstall', 'reinstall', 'builddep', 'build-dep'],
      ...['swap', 'downgrade', 'distro-sync', 'makecache'],
      ...['update', 'update-minimal', 'upgrade', 'upgrade-minimal'],
    ],
    // Where it is used, `sh` is bash, which takes a list in braces apart.
    place: /\/var\/cache(?:\/(?:\{(?:[\w*]+,)*)?(?:yum|t?dnf|libdnf)|\/?\*?$)/,
    clears: (words) =>
      words.includes('clean') && (words.includes('all') || words.includes('packages')),
  },
  {
    name: 'pacman',
    of: /^pacman$/,
    fills: [],
    filledBy: ([, ...words]) =>
      pacmanCommands(words).some(([does]) => does === 'install' || does === 'upgrade'),
    place: /\/var\/cache(?:\/pacman|\/?\*?$)/,
    // With a single c it keeps what is installed.
    clears: (words) => words.some((word) => /^-[A-Za-z]*c[A-Za-z]*c/.test(word)) || isTwice(words),
  },
  {
    name: 'zypper',
    of: /^zypper$/,
    fills: [
      ...['install', 'in', 'patch', 'refresh', 'ref'],
      ...['update', 'up', 'dist-upgrade', 'dup'],
    ],
    place: /\/var\/cache(?:\/zypp|\/?\*?$)/,
    clears: (words) =>
      (words.includes('clean') || words.includes('cc')) &&
      !words.some((word) => /^(?:-[mM]|--(?:raw-)?metadata)$/.test(word)),
  },
  {
    name: 'pip',
    of: /^pip$/,
    fills: ['install'],
    without: /^--no-cache(?:-dir)?$/,
    // pip keeps nothing whatever truth value it holds, `0` too, and does not look at an empty one.
    variable: /^PIP_NO_CACHE_DIR=./,
    place:
      /^(?:\/root|~\w*|\$\{?\w*HOME\}?|\/home\/[^/]+)\/\.cache(?:\/?\*?$|\/pip)|\/\.cache\/pip|^(?:\.\/)?\.cache/,
    mount: /\.cache(?:\/?$|\/pip)/,
    clears: (words) => words.includes('cache') && words.includes('purge'),
  },
];

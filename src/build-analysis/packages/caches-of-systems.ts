import { inFolders, matching } from './cache-places.ts';
import { doesAnything, has, starts, type PackageCache } from './package-cache.ts';
import { pacmanCommands } from './pacman-commands.ts';

const isTwice = (words: readonly string[]): boolean =>
  words.filter((word) => word === '--clean').length > 1;

/** The caches of what a system installs. */
export const cachesOfSystems: readonly PackageCache[] = [
  {
    name: 'apt',
    of: ['apt', 'apt-get', 'aptitude', 'apt-fast', 'nala'],
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
    of: ['yum', 'dnf', 'dnf4', 'dnf5', 'microdnf', 'tdnf'],
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
    of: ['pacman', 'yay', 'paru'],
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
  {
    name: 'opkg',
    of: ['opkg'],
    fills: ['update', 'install', 'upgrade'],
    refills: ['update'],
    place: inFolders('/var/opkg-lists', '/var/lib/opkg/lists', '/tmp/opkg-lists'),
  },
  {
    name: 'xbps',
    of: ['xbps-install', 'xbps-remove'],
    fills: [],
    filledBy: (words) => starts('xbps-install', words) && doesAnything(words),
    place: inFolders('/var/cache/xbps', '/var/db/xbps'),
    clears: (words) => words.some((word) => /^(?:-[^\WO]*O\w*|--clean-cache)$/.test(word)),
  },
  {
    name: 'portage',
    of: ['emerge', 'emerge-webrsync', 'eclean', 'eclean-dist'],
    fills: [],
    filledBy: (words) => doesAnything(words) && !has('--depclean', '-c', '--unmerge', '-C')(words),
    clears: (words) => starts('eclean', words) || starts('eclean-dist', words),
    place: inFolders('/var/cache/distfiles', '/var/db/repos', '/usr/portage'),
  },
  {
    name: 'brew',
    of: ['brew'],
    fills: ['install', 'reinstall', 'upgrade', 'fetch', 'update', 'bundle'],
    place: inFolders('~/.cache/Homebrew'),
    folderVariables: ['HOMEBREW_CACHE'],
    clears: has('cleanup'),
  },
  {
    name: 'nix',
    of: ['nix-env', 'nix', 'nix-collect-garbage', 'nix-store'],
    fills: ['profile install', 'profile add', 'profile upgrade'],
    filledBy: (words) =>
      starts('nix-env', words) &&
      words.some((word) => /^(?:-[^\Wiu]*[iu]\w*|--(?:install|upgrade))$/.test(word)),
    place: inFolders('~/.cache/nix'),
    folderVariables: ['XDG_CACHE_HOME'],
    clears: (words) =>
      starts('nix-collect-garbage', words) || has('--gc')(words) || has('gc')(words),
  },
];

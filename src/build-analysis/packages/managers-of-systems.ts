import { option, subcommands, type Manager } from './package-manager.ts';
import { pacmanCommands } from './pacman-commands.ts';
import { apkPinned, aptPinned, isPlace, nixPinned, rpmPinned } from './pinned-sources.ts';

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

/** A file that says what a package is built with. */
const describesPackage = /\.spec$/;

/** The managers of what a system has. */
export const managersOfSystems: readonly Manager[] = [
  {
    of: ['apt', 'apt-get', 'aptitude'],
    installs: subcommands('install', 'reinstall', 'satisfy', 'build-dep'),
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
    installs: subcommands('install', 'in', 'localinstall', 'module install', 'builddep'),
    pinned: rpmPinned,
    // A group has no version, however it is asked for: `groupinstall`, `group install` or @.
    asks: (names) => names.filter((name) => !name.startsWith('@') && !describesPackage.test(name)),
  },
  {
    of: ['yum-builddep'],
    pinned: rpmPinned,
    asks: (names) => names.filter((name) => !describesPackage.test(name)),
  },
  {
    of: ['zypper'],
    installs: subcommands('install', 'in'),
    pinned: (name) => rpmPinned(name) || /^[^<>=]+=[^=]/.test(name),
    asks: asksZypper,
  },
  {
    of: ['pacman', 'yay', 'paru'],
    when: (words) => pacmanCommands(words).some(([does]) => does === 'install'),
    pinned: (name) => isPlace(name) || /^[^<>=]+=[^=]/.test(name),
  },
  {
    of: ['emerge'],
    when: (words) =>
      !option(/^-[^\WcCpsS]*[cCpsS]\w*$|^--(?:depclean|unmerge|pretend|search|sync)$/)(words),
    pinned: (name) => isPlace(name) || name.startsWith('='),
    // What begins with @ is a set, as a group is.
    asks: (names) => names.filter((name) => !name.startsWith('@')),
  },
  {
    of: ['xbps-install'],
    pinned: (name) => isPlace(name) || /-\d[\w.]*_\d+$/.test(name),
  },
  { of: ['opkg'], installs: subcommands('install'), pinned: isPlace },
  {
    of: ['brew'],
    installs: subcommands('install', 'reinstall'),
    pinned: (name) => isPlace(name) || /@\d/.test(name),
  },
  {
    of: ['snap'],
    installs: subcommands('install'),
    pinned: (name) => name.endsWith('.snap'),
    holds: /^--revision(?:=|$)/,
  },
  {
    of: ['guix', 'spack'],
    installs: subcommands('install', 'package'),
    pinned: (name) => isPlace(name) || /@\d/.test(name),
  },
  {
    of: ['nix'],
    installs: subcommands('profile install', 'profile add', 'run', 'shell'),
    pinned: nixPinned,
    // What stands behind the program that is run is for it.
    asks: (names, words) => (words.includes('run') ? names.slice(0, 1) : names),
  },
  {
    of: ['nix-env'],
    when: option(/^(?:-[^\Wi]*i\w*|--install)$/),
    pinned: (name) => nixPinned(name) || /-\d[\w.]*$/.test(name),
    holds: /\b[0-9a-f]{40}\b/,
  },
  {
    of: ['nix-shell'],
    when: option(/^(?:-p|--packages)$/),
    pinned: nixPinned,
    holds: /\b[0-9a-f]{40}\b/,
  },
];

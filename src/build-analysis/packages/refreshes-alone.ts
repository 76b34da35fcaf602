import { basename } from '../../syntax/shell/base-name.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import type { Script } from '../scripts/script.ts';
import { commandsOf } from '../scripts/steps.ts';
import { isSubcommand, packageCommands } from './package-commands.ts';

const apt = ['apt', 'apt-get', 'aptitude'] as const;
const redHat = ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'] as const;

/** How each family of package managers refreshes its index, and what makes use of a fresh one. */
const families = [
  {
    of: apt,
    refresh: ['update'],
    use: [
      'install',
      'upgrade',
      'full-upgrade',
      'dist-upgrade',
      'safe-upgrade',
      'build-dep',
      'satisfy',
      'source',
      'download',
      'reinstall',
    ],
  },
  { of: ['apk'], refresh: ['update'], use: ['add', 'upgrade'] },
  {
    of: redHat,
    refresh: ['makecache'],
    use: [
      ...['install', 'in', 'localinstall', 'groupinstall', 'reinstall', 'builddep'],
      ...['update', 'upgrade', 'up', 'distro-sync', 'update-minimal', 'upgrade-minimal'],
    ],
  },
  { of: ['pacman'], refresh: ['update'], use: ['install', 'upgrade'] },
  {
    of: ['zypper'],
    refresh: ['refresh', 'ref'],
    use: ['install', 'in', 'update', 'up', 'patch', 'dup', 'dist-upgrade'],
  },
] as const;

/** Programs that install by way of a package manager. */
const installers: ReadonlySet<string> = new Set([
  ...['ansible-playbook', 'apt-fast', 'chef-client', 'chef-solo', 'gdebi', 'mk-build-deps', 'nala'],
  ...['puppet', 'rosdep', 'salt-call', 'tasksel', 'unattended-upgrade'],
]);

/** What has a program install the packages of the system that it needs, as Playwright does. */
const withSystem = /^(?:--with-deps|install-deps)$/;

/** Whether a command may install what the script itself does not name: a script of the project, or such a program. */
function mayInstall([program = '', ...rest]: readonly string[]): boolean {
  const name = basename(program);
  if (
    installers.has(name) ||
    rest.some((word) => withSystem.test(word)) ||
    /\.(?:sh|bash|py)$/.test(name) ||
    /^\.{0,2}\/(?!usr\/|s?bin\/)/.test(program)
  ) {
    return true;
  }
  return (
    /^(?:ba|da|a)?sh$/.test(name) && rest.some((word) => /^[^-]/.test(word) && !/\s/.test(word))
  );
}

const installMore = oncePerList((commands: readonly (readonly string[])[]): boolean =>
  commands.some(mayInstall),
);

/** Whether a script refreshes the index of a package manager. */
export function refreshes(script: Script): boolean {
  const commands = packageCommands(script);
  return families.some(({ of, refresh }) =>
    commands.some((command) => isSubcommand(command, of, refresh)),
  );
}

/** Whether a script refreshes an index that nothing in it makes use of. */
export function refreshesAlone(script: Script): boolean {
  const commands = packageCommands(script);
  if (installMore(commandsOf(script))) return false;
  return families.some(({ of, refresh, use }) => {
    const runs = (subcommands: readonly string[]): boolean =>
      commands.some((command) => isSubcommand(command, of, subcommands));
    return runs(refresh) && !runs(use);
  });
}

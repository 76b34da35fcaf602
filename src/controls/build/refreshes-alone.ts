import { isSubcommand, packageCommands } from './package-commands.ts';

const apt = ['apt', 'apt-get', 'aptitude'] as const;
const redHat = ['yum', 'dnf', 'microdnf', 'tdnf'] as const;

/** How each family of package managers refreshes its index, and what makes use of a fresh one. */
const families = [
  {
    of: apt,
    refresh: ['update'],
    use: ['install', 'upgrade', 'full-upgrade', 'dist-upgrade', 'safe-upgrade', 'build-dep'],
  },
  { of: ['apk'], refresh: ['update'], use: ['add', 'upgrade'] },
  {
    of: redHat,
    refresh: ['makecache'],
    use: ['install', 'update', 'upgrade', 'localinstall', 'groupinstall'],
  },
  {
    of: ['zypper'],
    refresh: ['refresh', 'ref'],
    use: ['install', 'in', 'update', 'up', 'patch', 'dup', 'dist-upgrade'],
  },
] as const;

/** Whether a script refreshes an index that nothing in it makes use of. */
export function refreshesAlone(script: string): boolean {
  const commands = packageCommands(script);
  return families.some(({ of, refresh, use }) => {
    const runs = (subcommands: readonly string[]): boolean =>
      commands.some((command) => isSubcommand(command, of, subcommands));
    return runs(refresh) && !runs(use);
  });
}

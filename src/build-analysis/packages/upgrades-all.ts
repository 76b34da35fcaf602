import type { Script } from '../scripts/script.ts';
import { operandsOf } from '../../knowledge/commands/manager-options.ts';
import { behind, isSubcommand, packageCommands, type PackageCommand } from './package-commands.ts';

/** Subcommands that upgrade; of the families that take names, only the packages that are named, if any are. */
const families = [
  {
    of: ['apt', 'apt-get', 'aptitude'],
    upgrades: ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade'],
    takesNames: false,
  },
  { of: ['apk'], upgrades: ['upgrade'], takesNames: true },
  {
    of: ['yum', 'dnf', 'dnf5', 'microdnf', 'tdnf'],
    upgrades: [
      ...['update', 'upgrade', 'up', 'distro-sync', 'distrosync', 'dsync'],
      ...['update-minimal', 'upgrade-minimal', 'up-min'],
    ],
    takesNames: true,
  },
  { of: ['pacman'], upgrades: ['upgrade'], takesNames: false },
  { of: ['zypper'], upgrades: ['update', 'up', 'dist-upgrade', 'dup'], takesNames: true },
] as const;

/** Options that pick out the fixes of flaws, or the manager itself. */
const picks =
  /^(?:--(?:security|bugfix|advisor|bzs?|cve|sec-?severity|self-upgrade-only)|(?:-t|--type=)?patch$)/;

function isUpgrade(command: PackageCommand): boolean {
  return families.some(({ of, upgrades, takesNames }) => {
    if (!isSubcommand(command, of, upgrades)) return false;
    if (!takesNames) return true;
    if (command.words.some((word) => picks.test(word))) return false;
    const named = operandsOf(command.manager, behind(command, upgrades) ?? []);
    return named.every((name) => name === '*');
  });
}

/** Whether a script upgrades every package that there is. */
export const upgradesAll = (script: Script): boolean => packageCommands(script).some(isUpgrade);

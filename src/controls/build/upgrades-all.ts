import { behind, isSubcommand, packageCommands, type PackageCommand } from './package-commands.ts';

/** Subcommands that upgrade; of all but the first family, only the packages that are named behind them, if any are. */
const families = [
  {
    of: ['apt', 'apt-get', 'aptitude'],
    upgrades: ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade'],
    takesNames: false,
  },
  { of: ['apk'], upgrades: ['upgrade'], takesNames: true },
  {
    of: ['yum', 'dnf', 'microdnf', 'tdnf'],
    upgrades: ['update', 'upgrade', 'distro-sync'],
    takesNames: true,
  },
  { of: ['zypper'], upgrades: ['update', 'up', 'dist-upgrade', 'dup'], takesNames: true },
] as const;

/** Options that pick out the fixes of flaws. */
const picks = /^--(?:security|bugfix|advisor|cve|sec-severity)/;

function isUpgrade(command: PackageCommand): boolean {
  return families.some(({ of, upgrades, takesNames }) => {
    if (!isSubcommand(command, of, upgrades)) return false;
    if (!takesNames) return true;
    if (command.words.some((word) => picks.test(word))) return false;
    return (behind(command, upgrades) ?? []).every((word) => word.startsWith('-'));
  });
}

/** Whether a script upgrades every package that there is. */
export const upgradesAll = (script: string): boolean => packageCommands(script).some(isUpgrade);

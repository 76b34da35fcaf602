import { operandsOf } from '../../knowledge/commands/manager-options.ts';
import { oncePerList } from '../../syntax/once-per-list.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { filledIn } from '../commands/fill-in-variables.ts';
import { inputOf, unknownPart } from '../commands/printed-text.ts';
import { withoutModule } from '../commands/python-module.ts';
import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import type { ValueOf } from '../scripts/once-with-values.ts';
import { asInstallation, managerName } from './package-commands.ts';
import type { Manager } from './package-manager.ts';
import { isHeld, packageManagers } from './package-managers.ts';
import { packagesRun, runnerPrograms } from './package-runners.ts';

const byProgram: ReadonlyMap<string, Manager> = new Map(
  packageManagers.flatMap((manager) => manager.of.map((program) => [program, manager] as const)),
);

/**
 * What a script installs, or fetches to run it: without a version, and by a variable that nobody can look into.
 *
 * @param valueOf what a variable of the build has
 * @param hasProject whether a project may have installed what is run
 * @param isGiven whether only who builds gives a variable its value
 */
export function packagesOf(
  script: Script,
  valueOf: ValueOf = () => undefined,
  hasProject: () => boolean = () => false,
  isGiven: (name: string) => boolean = () => false,
): {
  readonly unpinned: readonly string[];
  readonly open: readonly string[];
} {
  const unpinned: string[] = [];
  const open: string[] = [];
  for (const name of unpinnedIn(script, valueOf, hasProject)) {
    // What begins with ! must not be there, and {} is what xargs reads.
    if (!name.startsWith('!')) (/^(?:\$|\{\}$)/.test(name) ? open : unpinned).push(name);
  }
  if (open.length === 0 && commandsIn(script).some(installsList)) open.push('{}');
  if (unpinned.length === 0 && open.length === 0) {
    // A version may be given that is none.
    const given = new Set<string>();
    const orMoving: ValueOf = (name) => {
      const value = valueOf(name);
      if (value !== undefined || !isGiven(name)) return value;
      if (textOf(script).includes(`${name}=`)) return undefined;
      given.add(`$${name}`);
      return 'latest';
    };
    if (unpinnedIn(script, orMoving, hasProject).some((name) => !name.startsWith('!'))) {
      open.push(...given);
    }
  }
  return { unpinned, open };
}

/** Whether a script installs any package by its name, or fetches one to run it. */
export const installsAny = (
  script: Script,
  valueOf?: ValueOf,
  hasProject: () => boolean = () => false,
): boolean => {
  const commands = commandsIn(script);
  return (
    commands.some(installsList) ||
    filledIn(commands, valueOf).some(
      (command) => (installationIn(command)?.names.length ?? 0) > 0,
    ) ||
    runnersIn(script).some(
      ({ words }) => packagesRun(withoutModule(words), hasProject).names.length > 0,
    )
  );
};

/** Whether a command installs what a list names that nobody can look into: `cat list | xargs apt-get install`. */
function installsList(command: ShellCommand): boolean {
  const { words } = command;
  const run = withoutLaunchers(words);
  const before = words.slice(0, words.length - run.length);
  if (!before.some((word) => basename(word) === 'xargs')) return false;
  if (installationIn([...run, '{}'])?.names.at(-1) !== '{}') return false;
  return inputOf(command, () => undefined)?.includes(unknownPart) !== false;
}

/** The commands of a script among which one may fetch what it runs. */
const runnersIn = (script: Script): readonly ShellCommand[] =>
  runnerPrograms.test(textOf(script)) ? commandsIn(script) : [];

function unpinnedIn(
  script: Script,
  valueOf: ValueOf,
  hasProject: () => boolean,
): readonly string[] {
  return [
    ...filledIn(commandsIn(script), valueOf).flatMap((command) => {
      const found = installationIn(command);
      if (!found) return [];
      const { manager, program, names, own } = found;
      if (isHeld(manager, program, own)) return [];
      return (manager.asks?.(names, own, program) ?? names).filter(
        (name) => !manager.pinned(spelled(name, valueOf)),
      );
    }),
    ...runnersIn(script).flatMap(
      ({ words }) =>
        packagesRun(
          withoutModule(words).map((word) => spelled(word, valueOf)),
          hasProject,
        ).unpinned,
    ),
  ];
}

const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/** A word with what the build gives the variables in it. */
const spelled = (word: string, valueOf: ValueOf): string =>
  word.includes('$')
    ? word.replace(variable, (whole, braced?: string, bare?: string) => {
        const value = valueOf(braced ?? bare ?? '');
        return value === undefined || /\s/.test(value) ? whole : value;
      })
    : word;

/** What a command of a package manager installs, and all that stands behind its program. */
const installationIn = oncePerList((command) => {
  const [first = '', ...words] = asInstallation(withoutModule(command));
  const program = managerName(first);
  const manager = byProgram.get(program);
  if (!manager) return undefined;
  // Options of gem are over at --, and what follows goes to the compiler.
  const end = program === 'gem' ? words.indexOf('--') : -1;
  const own = end < 0 ? words : words.slice(0, end);
  // What Cargo is given first may be which of several is meant.
  const operands = operandsOf(program, own).filter((word) => !/^\+\w/.test(word));
  if (manager.when?.(own) === false) return undefined;
  return { manager, program, own, names: behindInstall(manager.installs, operands) };
});

/** The operands behind a subcommand that installs; none where the subcommand is another. */
function behindInstall(
  installs: Manager['installs'],
  operands: readonly string[],
): readonly string[] {
  if (installs === undefined) return operands;
  // A variable before the subcommand holds options.
  const first = Math.max(
    operands.findIndex((word) => !word.startsWith('$')),
    0,
  );
  for (let length = 3; length > 0; length -= 1) {
    const end = first + length;
    if (installs.has(operands.slice(first, end).join(' '))) return operands.slice(end);
  }
  return [];
}

/** Programs and subcommands that install what a project of Node.js asks for. */
const projectManagers = /^(?:npm|pnpm|yarn|bun)$/;
const projectVerbs = /^(?:ci|clean-install|install-clean|install|i|add)$/;

/** Whether a script installs what a project of Node.js asks for. */
export const installsProject = (script: Script): boolean =>
  filledIn(commandsIn(script)).some(([first = '', ...words]) => {
    const program = managerName(first);
    if (!projectManagers.test(program)) return false;
    if (words.some((word) => /^(?:-g|--global|--location=global)$/.test(word))) return false;
    const [verb] = operandsOf(program, words);
    return verb === undefined ? program === 'yarn' : projectVerbs.test(verb);
  });

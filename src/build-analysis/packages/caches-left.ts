import { operandsOf, optionsOf } from '../../knowledge/commands/manager-options.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers, withoutShell } from '../../syntax/shell/launchers.ts';
import { commandScript } from '../scripts/command-script.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { withoutModule } from '../commands/python-module.ts';
import { folderOf, removedPaths } from '../commands/removed-paths.ts';
import { takeApart } from '../commands/split-options.ts';
import { onceWithValues, type ValueOf } from '../scripts/once-with-values.ts';
import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import { programOf, runsOf } from '../scripts/steps.ts';
import { managerName } from './package-commands.ts';
import { isQuestion, type PackageCache } from './package-cache.ts';
import { packageCaches, packagePrograms } from './package-caches.ts';
import { packagesRun } from './package-runners.ts';

/** A cache that a script leaves behind. */
export interface CacheLeft {
  /** Name of its manager. */
  readonly name: string;
  /** How many commands that fill it come before the first whose work is left. */
  readonly cleared: number;
}

/** What is known of a cache up to a place in a script. */
interface State {
  /** How many commands have filled it. */
  fills: number;
  /** The first of those that nothing has cleared: its place in the script, and how many came before it. */
  left: { readonly at: number; readonly cleared: number } | undefined;
  /** Whether anything clears it. */
  clears: boolean;
  /** Where it lies besides its usual place. */
  readonly folders: Set<string>;
}

/** A loop or a function: what comes later in the text may run before. */
const outOfOrder = /\(\s*\)|\b(?:do|function)\s/;

/** The caches of each program. */
const byProgram = groupBy(
  packageCaches.flatMap((cache) => cache.of.map((program) => ({ cache, program }))),
  ({ program }) => program,
);

/**
 * The managers whose cache a script leaves behind.
 *
 * @param mounted the places where something is mounted over it
 * @param valueOf what a variable of the build has
 * @param hasProject whether a project may have installed what is run
 */
export function cachesLeft(
  script: Script,
  mounted: readonly string[],
  valueOf: ValueOf = () => undefined,
  hasProject: () => boolean = () => false,
): readonly CacheLeft[] {
  if (!packagePrograms.test(textOf(script))) return [];
  const found: CacheLeft[] = [];
  const asks: ValueOf = (name) =>
    name === project ? (hasProject() ? name : undefined) : valueOf(name);
  const states = follow(commandsIn(script), asks, undefined);
  for (const [{ name, place }, { left, clears, folders }] of states) {
    if (!left || mounted.some((path) => place.mounts(path) || isAmong(path, folders))) continue;
    if (!clears || !outOfOrder.test(textOf(script))) found.push({ name, cleared: left.cleared });
  }
  return found;
}

/** Whether a path is that of a folder, or one above it or below. */
const isAmong = (path: string, folders: ReadonlySet<string>): boolean =>
  [...folders].some((folder) => {
    const own = path.replace(/\/(?:\*|\.)?$/, '');
    return own !== '' && (isBelow(own, folder) || isBelow(folder, own));
  });

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`);

/** The name of no variable, by which it is asked whether a project may have installed what is run. */
const project = '';

/** What is known in the end of each cache that a script has to do with. */
const follow = onceWithValues((commands, valueOf): ReadonlyMap<PackageCache, State> => {
  const hasProject = (): boolean => valueOf(project) !== undefined;
  const states = new Map<PackageCache, State>();
  const stateOf = (cache: PackageCache): State => {
    const state = states.get(cache) ?? {
      ...{ fills: 0, left: undefined, clears: false },
      folders: new Set<string>(),
    };
    states.set(cache, state);
    return state;
  };
  const places = new Map<ShellCommand, number>();
  const exported = new Map<string, string>();
  let folder = '';
  for (const [at, command] of commands.entries()) {
    places.set(command, at);
    // What stands behind `||` clears no more than what was filled behind it.
    const since = command.insteadOf ? (places.get(command.insteadOf) ?? at) : -1;
    const fetched = packagesRun(command.words, hasProject).command;
    for (const run of fetched.length > 0 ? [...runsOf(command), fetched] : runsOf(command)) {
      const words = withoutShell(withoutModule(run));
      const program = managerName(words[0] ?? '');
      if (program === 'cd') folder = folderOf(words);
      if (program === 'export') for (const word of words) assign(exported, word);
      const own = new Map(exported);
      for (const word of [...command.assignments, ...command.words]) assign(own, word);
      const value: ValueOf = (name) => own.get(name) ?? valueOf(name);
      for (const { cache } of byProgram.get(program) ?? []) {
        if (cache.clears?.(words)) clear(stateOf(cache), since);
        else if (fills(cache, states.get(cache), words, value, run === fetched)) {
          const state = stateOf(cache);
          fill(state, at);
          for (const each of foldersOf(cache, words, value)) state.folders.add(each);
        }
      }
      const removed = removedPaths(words, command, folder);
      // Where it lies may be asked of the manager itself.
      const asked =
        removed.length === 0 ? [] : command.inner.map(({ words: all }) => programOf(all));
      for (const cache of removed.length === 0 ? [] : packageCaches) {
        const isCleared =
          asked.some((each) => cache.of.includes(each)) ||
          removed.some(
            (path) =>
              cache.place.removes(path) ||
              namesFolder(path, cache) ||
              isAmong(path, states.get(cache)?.folders ?? none),
          );
        if (isCleared) clear(stateOf(cache), since);
      }
    }
  }
  return states;
});

const none: ReadonlySet<string> = new Set();

/** Whether a path begins with a variable that says where a cache lies: `$CARGO_HOME/registry`. */
const namesFolder = (path: string, { folderVariables = [] }: PackageCache): boolean => {
  const [, name] = /^\$\{?(\w+)/.exec(path) ?? [];
  return name !== undefined && folderVariables.includes(name);
};

function assign(variables: Map<string, string>, word: string): void {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(word) ?? [];
  if (name !== undefined && value !== undefined) variables.set(name, value);
}

/** Where options and variables have a cache lie. */
function foldersOf(
  { folderOptions = [], folderVariables = [] }: PackageCache,
  [program = '', ...rest]: readonly string[],
  valueOf: ValueOf,
): readonly string[] {
  const { options } = takeApart(optionsOf(basename(program)), rest);
  return [
    ...folderOptions.flatMap((name) => options.get(name) ?? settings(name, rest)),
    ...folderVariables.flatMap((name) => valueOf(name) ?? []),
  ].filter((path) => path !== '');
}

/** The values of a setting of Java: `-Dmaven.repo.local=/c`. */
const settings = (name: string, words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (word.startsWith(`-D${name}=`) ? word.slice(name.length + 3) : []));

/** Whether a command leaves something in a cache. */
function fills(
  cache: PackageCache,
  state: State | undefined,
  words: readonly string[],
  valueOf: ValueOf,
  isFetched: boolean,
): boolean {
  const { without, off, refills } = cache;
  if (words.slice(1).some((word) => without?.test(word))) return false;
  if (off?.values.test(valueOf(off.name) ?? '') === true) return false;
  if (foldersOf(cache, words, valueOf).includes('/dev/null')) return false;
  // What is fetched to be run is kept as what is installed is.
  return isFetched || takes(cache, words, state?.clears === true ? refills : undefined);
}

/** Whether a command takes from a cache what it works on, having filled it where it may. */
function takes(
  { filledBy, fills: all }: PackageCache,
  words: readonly string[],
  subcommands = all,
): boolean {
  if (filledBy?.(words) === true) return true;
  const [program = '', ...rest] = words;
  const operands = operandsOf(managerName(program), rest).filter((word) => !/^[$+]/.test(word));
  if (operands.length === 0) return subcommands.includes('') && !rest.some(isQuestion);
  const [verb = '', object = ''] = operands;
  return subcommands.includes(verb) || subcommands.includes(`${verb} ${object}`);
}

/** The names of the caches from which an entrypoint and a command take what they run. */
export const cachesTaken = (command: readonly string[]): readonly string[] =>
  commandScript(command).tree.flatMap(({ words: all }) => {
    const { command: fetched } = packagesRun(all, () => false);
    const words = fetched.length > 0 ? fetched : withoutModule(withoutLaunchers(all));
    const known = byProgram.get(managerName(words[0] ?? '')) ?? [];
    return known.flatMap(({ cache }) =>
      fetched.length > 0 || takes(cache, words) ? cache.name : [],
    );
  });

function fill(state: State, at: number): void {
  state.left ??= { at, cleared: state.fills };
  state.fills += 1;
}

function clear(state: State, since: number): void {
  state.clears = true;
  if (state.left && state.left.at > since) state.left = undefined;
}

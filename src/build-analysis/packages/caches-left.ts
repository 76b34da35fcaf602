import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { runsOf } from '../scripts/steps.ts';
import { isSubcommand, managerName } from './package-commands.ts';
import { packageCaches, packagePrograms, type PackageCache } from './package-caches.ts';
import { withoutModule } from '../commands/python-module.ts';
import { folderOf, removedPaths } from '../commands/removed-paths.ts';

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
  /** Whether a variable says for what follows that nothing is kept. */
  off: boolean;
}

/** A loop or a function: what comes later in the text may run before. */
const outOfOrder = /\(\s*\)|\b(?:do|function)\s/;

/** The managers whose cache a script leaves behind. `mounted` are the places where something is mounted over it. */
export function cachesLeft(script: Script, mounted: readonly string[]): readonly CacheLeft[] {
  if (!packagePrograms.test(textOf(script))) return [];
  const states = follow(commandsIn(script));
  return packageCaches.flatMap((cache) => {
    const { left, clears } = states.get(cache) ?? untouched;
    const { name, place, mount = place } = cache;
    if (!left || mounted.some((path) => mount.test(path))) return [];
    return clears && outOfOrder.test(textOf(script)) ? [] : [{ name, cleared: left.cleared }];
  });
}

const untouched: Readonly<State> = { fills: 0, left: undefined, clears: false, off: false };

/** What is known in the end of each cache that a script has to do with. */
function follow(commands: readonly ShellCommand[]): ReadonlyMap<PackageCache, State> {
  const states = new Map<PackageCache, State>();
  const stateOf = (cache: PackageCache): State => {
    const state = states.get(cache) ?? { ...untouched };
    states.set(cache, state);
    return state;
  };
  const places = new Map<ShellCommand, number>();
  let folder = '';
  for (const [at, command] of commands.entries()) {
    places.set(command, at);
    // What stands behind `||` clears no more than what was filled behind it.
    const since = command.insteadOf ? (places.get(command.insteadOf) ?? at) : -1;
    for (const run of runsOf(command)) {
      const words = withoutModule(run);
      const program = managerName(words[0] ?? '');
      if (program === 'cd') folder = folderOf(words);
      const removed = removedPaths(words, command, folder);
      for (const cache of packageCaches) {
        if (program === 'export') {
          if (setsOff(cache, words)) stateOf(cache).off = true;
        } else if (cache.of.test(program)) {
          const state = stateOf(cache);
          if (cache.clears?.(words)) clear(state, since);
          else if (fills(cache, state, command, words)) fill(state, at);
        } else if (removed.some((path) => cache.place.test(path))) clear(stateOf(cache), since);
      }
    }
  }
  return states;
}

const setsOff = ({ variable }: PackageCache, words: readonly string[]): boolean =>
  variable !== undefined && words.some((word) => variable.test(word));

function fills(
  cache: PackageCache,
  { clears, off }: State,
  { words, assignments }: ShellCommand,
  [manager = '', ...rest]: readonly string[],
): boolean {
  const { filledBy, without } = cache;
  if (filledBy) return filledBy([manager, ...rest]);
  const subcommands = clears ? (cache.refills ?? cache.fills) : cache.fills;
  return (
    !off &&
    isSubcommand({ manager, words: rest }, [manager], subcommands) &&
    !rest.some((word) => without?.test(word)) &&
    !setsOff(cache, assignments) &&
    !setsOff(cache, words)
  );
}

function fill(state: State, at: number): void {
  state.left ??= { at, cleared: state.fills };
  state.fills += 1;
}

function clear(state: State, since: number): void {
  state.clears = true;
  if (state.left && state.left.at > since) state.left = undefined;
}

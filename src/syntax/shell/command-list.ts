import type { ShellCommand } from './shell-command.ts';

/**
 * A command that names others by their places in the list, several as ranges: the first of each, and the one behind its
 * last. What it has none of is absent.
 */
export interface ListedCommand {
  words: string[];
  line: number;
  assignments?: string[] | undefined;
  input?: number[] | undefined;
  inner?: number[] | undefined;
  writesTo?: string[] | undefined;
  readsFrom?: string[] | undefined;
  bodies?: string[] | undefined;
  insteadOf?: number | undefined;
  background?: boolean | undefined;
  inFunction?: string | undefined;
  ifFails?: number[] | undefined;
  ifHolds?: number[] | undefined;
  ifEnds?: number[] | undefined;
  ifLeft?: number[][] | undefined;
}

/** The same where nothing may be changed. */
export type Listed = {
  readonly [Key in keyof ListedCommand]: ListedCommand[Key] extends (infer Item)[] | undefined
    ? | readonly (Item extends (infer Part)[] ? readonly Part[] : Item)[]
      | Extract<ListedCommand[Key], undefined>
    : ListedCommand[Key];
};

/** The commands of a script as a list that JSON can hold. */
export function listCommands(tree: readonly ShellCommand[]): ListedCommand[] {
  const places = new Map(tree.map((command, at) => [command, at]));
  // Each command of a group reads what is piped into it: one list, given once.
  const knownRanges = new Map<readonly ShellCommand[], number[]>();
  const rangesOf = (commands: readonly ShellCommand[]): number[] => {
    let ranges = knownRanges.get(commands);
    if (ranges === undefined) knownRanges.set(commands, (ranges = rangesIn(commands, places)));
    return ranges;
  };
  return tree.map((command) => {
    const { words, line, assignments, writesTo, readsFrom, bodies, background, inFunction } =
      command;
    const input = rangesOf(command.input);
    const inner = rangesOf(command.inner);
    const insteadOf = command.insteadOf && places.get(command.insteadOf);
    return {
      words: [...words],
      line,
      ...(assignments.length > 0 ? { assignments: [...assignments] } : {}),
      ...(input.length > 0 ? { input } : {}),
      ...(inner.length > 0 ? { inner } : {}),
      ...(writesTo.length > 0 ? { writesTo: [...writesTo] } : {}),
      ...(readsFrom?.length ? { readsFrom: [...readsFrom] } : {}),
      ...(bodies.length > 0 ? { bodies: [...bodies] } : {}),
      ...(insteadOf === undefined ? {} : { insteadOf }),
      ...(background ? { background } : {}),
      ...(inFunction === undefined ? {} : { inFunction }),
      ifFails: [...command.ifFails],
      ...(command.ifHolds?.length ? { ifHolds: [...command.ifHolds] } : {}),
      ...(command.ifEnds?.length ? { ifEnds: [...command.ifEnds] } : {}),
      ...(command.ifLeft ? { ifLeft: command.ifLeft.map((each) => [...each]) } : {}),
    };
  });
}

/** The places of commands as ranges: the first of each, and the one behind its last. */
function rangesIn(
  commands: readonly ShellCommand[],
  places: ReadonlyMap<ShellCommand, number>,
): number[] {
  const ranges: number[] = [];
  for (const command of commands) {
    const at = places.get(command);
    if (at === undefined) continue;
    if (ranges.at(-1) === at) ranges[ranges.length - 1] = at + 1;
    else ranges.push(at, at + 1);
  }
  return ranges;
}

const none: readonly never[] = [];

/** What stands where a list does not say which commands a failure keeps from running, as those of older snapshots. */
export const unknownOutcome: readonly number[] = [0, Infinity];

/** The commands that such a list tells of. */
export function linkCommands(list: readonly Listed[]): readonly ShellCommand[] {
  const commands = list.map((each) => ({
    words: each.words,
    line: each.line,
    assignments: each.assignments ?? none,
    input: none as readonly ShellCommand[],
    inner: none as readonly ShellCommand[],
    writesTo: each.writesTo ?? none,
    readsFrom: each.readsFrom ?? [],
    bodies: each.bodies ?? none,
    insteadOf: undefined as ShellCommand | undefined,
    background: each.background === true,
    inFunction: each.inFunction,
    ifFails: each.ifFails ?? unknownOutcome,
    ifHolds: each.ifHolds,
    ifEnds: each.ifEnds,
    ifLeft: each.ifLeft,
  }));
  const lists = new Map<string, readonly ShellCommand[]>();
  const at = (ranges: readonly number[] | undefined): readonly ShellCommand[] => {
    if (ranges === undefined) return none;
    const key = ranges.join();
    let found = lists.get(key);
    if (found === undefined) {
      found = ranges.flatMap((from, nth) =>
        nth % 2 === 0 ? commands.slice(from, ranges[nth + 1]) : [],
      );
      lists.set(key, found);
    }
    return found;
  };
  for (const [place, command] of commands.entries()) {
    const each = list[place];
    command.input = at(each?.input);
    command.inner = at(each?.inner);
    command.insteadOf = each?.insteadOf === undefined ? undefined : commands[each.insteadOf];
  }
  return commands;
}

import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import type { Undo } from './verify-names.ts';

/** Keeps account of the checks of a script: each counts for the commands that its failure keeps from running. */
export interface HeededChecks {
  /** Another command is reached; the place behind all of them is what is behind the script. */
  readonly reach: (at: number) => void;
  /** A command verifies something, where its failure, or that it does what it is asked, is given by some ranges. */
  readonly add: (command: ShellCommand, stops: readonly number[], verify: Verify) => void;
}

/** Verifies something from here on; it may have to be taken back where that is said. */
export type Verify = (isPassing: boolean) => Undo | undefined;

export function createChecks(commands: readonly ShellCommand[]): HeededChecks {
  const due = new Map<number, (() => void)[]>();
  const end = commands.length;
  let now = 0;
  const at = (place: number, act: () => void): void => {
    if (place <= now) return act();
    const acts = due.get(place);
    if (acts) acts.push(act);
    else due.set(place, [act]);
  };
  return {
    reach(place) {
      now = place;
      for (const act of due.get(place) ?? []) act();
    },
    add(command, stops, verifyAll) {
      const { ifLeft = [], inFunction } = command;
      const body = endOfFunction(commands, now);
      for (let each = 0; each < stops.length; each += 2) {
        const [from = 0, upTo = 0] = stops.slice(each, each + 2);
        // Where a function fails is known where it is called.
        const to = inFunction === undefined ? upTo : Math.min(upTo, body);
        if (from >= to) continue;
        const gaps = ifLeft.flatMap((cause) =>
          gapsOf(cause, from, to).map((gap) => ({ gap, keptFrom: cause[0] ?? Infinity })),
        );
        const isPassing = to <= end || gaps.length > 0;
        let undo: Undo | undefined;
        const verify = (): void => {
          undo = verifyAll(isPassing);
        };
        at(from === now + 1 ? now : from, verify);
        for (const { gap, keptFrom } of gaps) {
          // What was fetched where the check stands is not there where the check is left out.
          if (gap[0] <= end) at(gap[0], () => undo?.(keptFrom));
          if (gap[1] < to) at(gap[1], verify);
        }
        if (to <= end) at(to, () => undo?.(Infinity));
      }
    },
  };
}

/** The parts of a range that are in none of some others. */
function gapsOf(
  ranges: readonly number[],
  from: number,
  to: number,
): readonly (readonly [from: number, to: number])[] {
  const gaps: (readonly [number, number])[] = [];
  let done = from;
  for (let each = 0; each < ranges.length; each += 2) {
    const start = Math.min(ranges[each] ?? 0, to);
    if (start > done) gaps.push([done, start]);
    done = Math.max(done, ranges[each + 1] ?? 0);
  }
  if (done < to) gaps.push([done, to]);
  return gaps;
}

/** The place behind the function that a command stands in. */
function endOfFunction(commands: readonly ShellCommand[], from: number): number {
  const name = commands[from]?.inFunction;
  if (name === undefined) return commands.length;
  let at = from;
  while (at < commands.length && commands[at]?.inFunction === name) at += 1;
  return at;
}

/** How a check in a function counts where that is called: its failure is that of the function, or ends the script. */
export function countsAsCalled(
  command: ShellCommand,
  stops: readonly number[],
  end: number,
): 'fails' | 'ends' | undefined {
  const [from = 0, to = 0] = stops.slice(-2);
  if (command.inFunction === undefined || to <= end) return undefined;
  return from < end ? 'ends' : 'fails';
}

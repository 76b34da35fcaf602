/**
 * What does not run, depending on the outcome of a command: it fails, holds as a test, ends the shell, or is left out.
 */
export interface Consequences {
  readonly ifFails: number[];
  readonly ifHolds?: number[] | undefined;
  readonly ifEnds?: number[] | undefined;
  ifLeft?: number[][] | undefined;
}

/** How what happened in a node goes on behind it: it does what it should, it fails, or the shell ends, failed or not. */
type Way = 'up' | 'down' | 'ends' | 'leaves';
const ways = ['up', 'down', 'ends', 'leaves'] as const;

/** One outcome of a command, and the commands that do not run with it, as ranges in `stops`. */
interface Outcome {
  readonly stops: number[];
  /** Where the range begins that goes on. */
  since: number;
  /** Whether the shell goes on after it in spite of `set -e`. */
  quiet: boolean;
  /** Whether `exit` stands behind it, which ends more than a function. */
  exits?: boolean;
}

/** What the outcomes of the commands in a node make of the node; each outcome is in one of the lists at most. */
export interface Outcomes extends Record<Way, Outcome[]> {
  /** What becomes of the node whatever happens in it. */
  always?: Way | undefined;
  /** How it never goes on, as behind `A && exit` nothing runs that `&&` stands before. */
  never?: 'up' | 'down' | undefined;
  /** Whether it ends the shell with the status of the command before. */
  asBefore?: boolean;
  /** How many of those with which it fails are known to be quiet. */
  quiet?: number;
  /** Whether it ends a function alone. */
  returns?: boolean | undefined;
  /** Whether the shell may end in it as if all had been done. */
  mayLeave: boolean;
}

export const noOutcomes = (always?: Way): Outcomes => ({
  up: [],
  down: [],
  ends: [],
  leaves: [],
  always,
  mayLeave: always === 'leaves',
});

/** Adds a range, which may go on from the one before. */
function stop(stops: number[], from: number, to: number): void {
  if (to <= from) return;
  if (stops.at(-1) === from) stops[stops.length - 1] = to;
  else stops.push(from, to);
}

/** What runs from a place on does so whatever came of a command, and may depend on it again. */
export function pause(outcomes: readonly Outcome[], at: number): void {
  for (const each of outcomes) {
    stop(each.stops, each.since, at);
    each.since = at;
  }
}

/** No more commands are left out from a place on. */
function close(outcomes: Outcome[], at: number): void {
  for (const each of outcomes) stop(each.stops, each.since, at);
  outcomes.length = 0;
}

/** Of what happened in a node nothing follows for those behind it. */
export function closeAll(outcomes: Outcomes, at: number): void {
  for (const way of ways) close(outcomes[way], at);
}

/** Outcomes leave out no commands between two places. */
function move(
  from: Outcome[],
  to: Outcome[],
  [closed, since]: readonly [number, number],
  exits: boolean,
): void {
  for (const each of from) {
    stop(each.stops, each.since, closed);
    to.push(Object.assign(each, { since, quiet: false, exits }));
  }
  from.length = 0;
}

function join(from: Outcome[], to: Outcome[]): void {
  for (const each of from) to.push(each);
  from.length = 0;
}

/** What a command by itself comes to. */
export function ofCommands(commands: readonly Consequences[], at: number, always?: Way): Outcomes {
  const outcomes = noOutcomes(always);
  const begin = (stops: number[]): Outcome => ({ stops, since: at, quiet: false });
  for (const { ifFails, ifHolds, ifEnds } of commands) {
    outcomes.down.push(begin(ifFails));
    if (ifEnds) outcomes.ends.push(begin(ifEnds));
    if (ifHolds) outcomes.up.push(begin(ifHolds));
  }
  return outcomes;
}

/**
 * The commands of a node that is run only sometimes: that each of them is left out is an outcome, too.
 *
 * @param way what comes of the node around if this one is not run
 */
export function mayBeLeft(
  all: readonly Consequences[],
  from: number,
  way: Way | undefined,
  to: Outcome[] = [],
): void {
  for (const command of all.slice(from)) {
    const causes = (command.ifLeft ??= []);
    const outcome = { stops: [], since: from, quiet: true };
    if (causes.length < manyCauses) causes.push(outcome.stops);
    if (way === undefined || causes.length >= manyCauses) close([outcome], all.length);
    else to.push(outcome);
  }
}

/** A person has no command depend on more: of the last nothing follows. */
const manyCauses = 8;

/** What is never run verifies nothing. */
function neverRun(all: readonly Consequences[], from: number, outcomes: Outcomes): void {
  for (const command of all.slice(from)) command.ifLeft = [[]];
  closeAll(outcomes, from);
}

const isEnd = (way: Way | undefined): boolean => way === 'ends' || way === 'leaves';

/** One statement behind others. */
export function thenNext(
  all: readonly Consequences[],
  before: Outcomes,
  from: number,
  next: Outcomes,
  stopsAtFailure: boolean,
): void {
  if (isEnd(before.always)) return neverRun(all, from, next);
  close(before.up, from);
  close(before.down, from);
  if (before.mayLeave) mayBeLeft(all, from, 'leaves', before.leaves);
  if (stopsAtFailure) {
    join(
      next.down.filter(({ quiet }) => !quiet),
      before.ends,
    );
    next.down = next.down.filter(({ quiet }) => quiet);
  }
  for (const way of ways) join(next[way], before[way]);
  before.returns = next.returns;
  before.never = next.never;
  before.always = stopsAtFailure && next.always === 'down' ? 'ends' : next.always;
  before.mayLeave ||= next.mayLeave;
}

/** What `&&` or `||` makes of what stands before it and the node behind it, which begins at `from`. */
export function thenIf(
  operator: '&&' | '||',
  all: readonly Consequences[],
  before: Outcomes,
  from: number,
  next: Outcomes,
): void {
  const [runs, skips] = operator === '&&' ? (['up', 'down'] as const) : (['down', 'up'] as const);
  const { always } = before;
  if (before.never === runs || (always !== undefined && always !== runs)) {
    return neverRun(all, from, next);
  }
  if (before.mayLeave) mayBeLeft(all, from, 'leaves', before.leaves);
  const behind = next.asBefore === true && operator === '||' ? 'ends' : next.always;
  if (behind === skips || behind === 'down' || isEnd(behind)) {
    const to = runs === behind ? next[runs] : before[behind ?? 'ends'];
    move(before[runs], to, [from, all.length], behind === 'ends' && next.returns !== true);
  } else close(before[runs], from);
  if (always !== runs) mayBeLeft(all, from, skips, before[skips]);
  if (operator === '&&') {
    // Each once, however long the list is.
    const heard = Math.min(before.quiet ?? 0, before.down.length);
    for (const each of before.down.slice(heard)) each.quiet = true;
    before.quiet = before.down.length;
  }
  for (const way of ways) join(next[way], before[way]);
  before.returns = next.returns;
  before.never = isEnd(behind) ? runs : next.never === skips ? undefined : next.never;
  before.always = always === runs || behind === skips ? behind : undefined;
  before.mayLeave ||= next.mayLeave;
}

/** What `if` makes of its condition, of what it runs where that holds, and of what it runs where it does not. */
export function choose(
  all: readonly Consequences[],
  condition: Outcomes,
  [then, thenFrom]: readonly [Outcomes, number],
  [otherwise, otherFrom]: readonly [Outcomes | undefined, number],
): Outcomes {
  const at = all.length;
  const result = noOutcomes(
    otherwise && then.always === otherwise.always ? then.always : undefined,
  );
  const thenAll = all.slice(0, otherFrom);
  const left: Outcome[] = [];
  if (condition.always !== 'up') {
    mayBeLeft(thenAll, thenFrom, otherwise ? otherwise.always : 'up', left);
  }
  join(left, condition.down);
  if (otherwise) {
    const way = otherwise.always;
    if (way === undefined || way === 'up') close(condition.down, otherFrom);
    else move(condition.down, result[way], [otherFrom, at], way === 'ends' && !otherwise.returns);
    mayBeLeft(all, otherFrom, then.always, condition.up);
  } else join(condition.down, result.up);
  for (const each of condition.up) each.since = otherFrom;
  if (then.always === undefined || then.always === 'up') close(condition.up, at);
  else move(condition.up, result[then.always], [at, at], then.always === 'ends' && !then.returns);
  for (const each of [condition, then, ...(otherwise ? [otherwise] : [])]) {
    for (const way of ways) join(each[way], result[way]);
    result.mayLeave ||= each.mayLeave;
  }
  if (condition.always === 'down') for (const each of thenAll.slice(thenFrom)) each.ifLeft = [[]];
  return result;
}

/** A shell of its own ends alone. */
export function asProcess(outcomes: Outcomes): Outcomes {
  join(outcomes.ends, outcomes.down);
  join(outcomes.leaves, outcomes.up);
  for (const each of outcomes.down) each.quiet = false;
  const { always } = outcomes;
  outcomes.always = always === 'ends' ? 'down' : always === 'leaves' ? 'up' : always;
  outcomes.mayLeave = false;
  outcomes.never = undefined;
  return outcomes;
}

/** What `!` stands before. */
export function negated(outcomes: Outcomes): Outcomes {
  const { up, down, always } = outcomes;
  for (const each of up) each.quiet = true;
  const turned = always === 'up' ? 'down' : always === 'down' ? 'up' : always;
  const never = outcomes.never && (outcomes.never === 'up' ? 'down' : 'up');
  return { ...outcomes, up: down, down: up, always: turned, never };
}

/** The last command of a pipe says how all of it went, unless `pipefail` has the others do so as well. */
export function throughPipe(
  before: Outcomes,
  next: Outcomes,
  [from, at]: readonly [number, number],
  pipefail: boolean,
): Outcomes {
  close(before.up, from);
  // Those behind it run beside it.
  if (pipefail) move(before.down, next.down, [from, at], false);
  else close(before.down, from);
  return next;
}

/** Behind a loop that nothing leaves by `break`, nothing runs as long as its condition says to go on. */
export function untilDone(condition: Outcomes, body: Outcomes, at: number): void {
  const isLeft = condition.mayLeave || body.mayLeave;
  move(condition.up, isLeft ? condition.leaves : condition.ends, [0, at], false);
}

/** What becomes of a body that may run more than once, or of one of several. */
export function eachTime(condition: Outcomes, body: Outcomes, at: number): Outcomes {
  for (const each of [condition, body]) {
    close(each.up, at);
    close(each.down, at);
  }
  const { ends, leaves } = condition;
  join(body.ends, ends);
  join(body.leaves, leaves);
  return { ...noOutcomes(), ends, leaves, mayLeave: condition.mayLeave || body.mayLeave };
}

/** What `case` makes of its items: where none of those is meant that go on, one that ends the script may be. */
export function oneOf(
  { ifFails }: Consequences,
  bodies: readonly {
    readonly from: number;
    readonly to: number;
    readonly outcomes: Outcomes;
    /** Whether it is meant by anything. */
    readonly isAny: boolean;
  }[],
  at: number,
): Outcomes {
  const result = noOutcomes();
  const goOn = bodies.filter(({ outcomes }) => !stopsAlways(outcomes));
  const stopping = goOn.some(({ isAny }) => isAny)
    ? undefined
    : bodies.find(({ outcomes }) => stopsAlways(outcomes));
  for (const { from, to, isAny } of goOn) if (!isAny) stop(ifFails, from, to);
  for (const { outcomes } of bodies) {
    for (const way of ways) join(outcomes[way], result[way]);
    result.mayLeave ||= outcomes.mayLeave;
  }
  const way = stopping?.outcomes.always;
  if (way) result[way].push({ stops: ifFails, since: at, quiet: false });
  return result;
}

const stopsAlways = ({ always }: Outcomes): boolean => always !== undefined && always !== 'up';

/** A command in a function, and the place from which on nothing runs where it fails; `undefined` where the function fails. */
export interface Failing {
  readonly stops: number[];
  readonly from: number | undefined;
}

/** The end of a function; it concerns the commands whose failure is that of the function, or ends the script. */
export function endFunction(outcomes: Outcomes, at: number): readonly Failing[] {
  const failing = [...outcomes.down, ...outcomes.ends].map(({ stops, exits }) => ({
    stops,
    from: exits === true ? at : undefined,
  }));
  closeAll(outcomes, at);
  return failing;
}

/** The end of a script, behind which a step goes on unless it failed. */
export function endScript(outcomes: Outcomes, failing: readonly Failing[], at: number): void {
  close(outcomes.up, at);
  close(outcomes.leaves, at);
  close(outcomes.down, at + 1);
  close(outcomes.ends, at + 1);
  for (const { stops, from = at } of failing) stop(stops, from, at + 1);
}

import { basename } from './base-name.ts';
import { handedOver } from './handed-over.ts';
import { handOver, type KnownOfWords } from './hand-over.ts';
import { runsItsInput } from './launchers.ts';
import { mayRead, type Draft, type Lowering, type Standing } from './lowering.ts';
import { scriptsGiven } from './script-variables.ts';
import { notePath, noteWritten } from './written-texts.ts';

const nothing: KnownOfWords = { open: new Set(), files: [], appends: [] };

/** Commands that may say the opposite of what they are asked for. */
const tests: ReadonlySet<string> = new Set(['[', '[[', 'test']);

/** A command as its words say, before it is known where it stands. */
export type Said = Pick<
  Draft,
  'words' | 'assignments' | 'writesTo' | 'readsFrom' | 'bodies' | 'inner'
>;

/**
 * Adds a command to those that are read, and behind it the commands of what it hands to a shell.
 */
export function pushCommand(
  l: Lowering,
  command: Said,
  standing: Standing,
  pos: number,
  known: KnownOfWords = nothing,
): Draft {
  const { input, insteadOf, inFunction, places } = standing;
  const { words, assignments, writesTo, readsFrom, inner } = command;
  const [first = ''] = words;
  let { bodies } = command;
  if (bodies.length === 0 && standing.bodies && (runsItsInput(words) || !standing.bodies.taken)) {
    bodies = standing.bodies.texts;
    standing.bodies.taken = true;
  }
  const { line } = places.at(pos);
  const draft: Draft = {
    words,
    assignments,
    input,
    inner,
    writesTo,
    readsFrom,
    bodies,
    insteadOf,
    background: false,
    inFunction,
    line,
    ifFails: [],
    ifHolds: tests.has(first) ? [] : undefined,
    ifEnds: l.functions.has(first) ? [] : undefined,
    ifLeft: undefined,
  };
  l.all.push(draft);
  notePath(l.written, draft);
  handOver(l, draft, handedOver(words), standing, pos, known);
  const scripts = scriptsGiven(words, assignments);
  if (scripts.length > 0) handOver(l, draft, { scripts }, { ...standing, input: [] }, pos, known);
  noteWritten(l.written, draft, known.appends);
  readHooks(l, draft, standing, pos);
  if (/^(?:cd|pushd)$/.test(first)) l.written.moveTo(words.at(-1) ?? '');
  giveWords(standing, words);
  callFunction(l, basename(first), standing, pos);
  return draft;
}

/** Reads what programs run by themselves of the files that a command wrote. What of it is not understood may never run. */
export function readHooks(l: Lowering, draft: Draft, standing: Standing, pos: number): void {
  const scripts = l.written.takeHooks();
  if (scripts.length === 0) return;
  const before = l.problems.length;
  handOver(l, draft, { scripts: [...scripts] }, { ...standing, input: [] }, pos, nothing);
  l.problems.length = Math.min(before, l.problems.length);
}

/** Nobody gives a script its words anew as often. */
const manyLists = 20;

/** What `set --` and `shift` make of the words of a script. */
function giveWords({ given }: Standing, [name, ...words]: readonly string[]): void {
  if (given === undefined || given.lists.length > manyLists) return;
  const { lists } = given;
  if (name === 'shift') lists.push(...lists.map((list) => list.slice(Number(words[0] ?? 1) || 1)));
  else if (name === 'set' && words[0] === '--') {
    lists.push(
      ...lists.map((list) => words.slice(1).flatMap((word) => (word === '$@' ? list : [word]))),
    );
  }
}

/** What a function does that reads from a pipe; where it reads none, what stands in it was read with it. */
function callFunction(l: Lowering, name: string, standing: Standing, pos: number): void {
  const called = standing.input.length > 0 ? l.functions.get(name) : undefined;
  if (called === undefined) return;
  const inside = { ...standing, maybe: true, bodies: undefined, depth: standing.depth + 1 };
  if (!mayRead(l, called.end - called.pos, inside, pos)) return;
  l.functions.delete(name);
  l.readFunction(called, inside);
  l.functions.set(name, called);
}

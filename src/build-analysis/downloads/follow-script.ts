import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { runsOnFound } from '../files/found-files.ts';
import { filesRun, modulesRun } from '../files/run-files.ts';
import { fetches, filesWritten, givenOnFiles, savedFiles } from '../files/saved-files.ts';
import { listedFor, passedTo } from '../files/packed-archives.ts';
import { readersOf } from '../scripts/steps.ts';
import { filesBuilt } from './built-here.ts';
import { clonedBy, settledBy } from './cloned-folders.ts';
import { createFlows, type Flows } from './content-flows.ts';
import { coverNamed } from './cover-named.ts';
import { followArchives } from './follow-archives.ts';
import { changePlace, changeRights } from './follow-changes.ts';
import { deriveNamed } from './derived-files.ts';
import { followLoop } from './follow-loops.ts';
import { operandsOf, withPath, type Following } from './following.ts';
import { runsInner, runsInput } from './runs-input.ts';
import { countsAsCalled, createChecks } from './heeded-checks.ts';
import { stopsOf, sumOf, verifiedBy, writesSum, type Verified } from './verified-files.ts';

const anything: Verified = { names: [], open: true };

/** Follows what the commands of one script do with files. */
export function followScript(commands: readonly ShellCommand[], following: Following): void {
  const { budget, files, folders, ownSums, paths } = following;
  const readSums = commands.some(writesSum) ? readersOf(commands, writesSum) : new Set();
  const readFetched = readersOf(commands, fetches);
  const functions = new Set(commands.map(({ inFunction }) => inFunction));
  const checks = createChecks(commands, files, ({ names, paths: named = [], open }) => {
    for (const each of [...named, ...names]) withPath(paths, each, files.takeOut);
    const led = [...named, ...names].flatMap((each) => paths.of(each) ?? []);
    return { names: [...names.map(paths.spell), ...led].map(basename), open };
  });
  const held = new Map<string, Verified>();
  const take = (variable: string): Verified | undefined => {
    const sums = held.get(variable);
    held.delete(variable);
    return sums;
  };
  /** Folders that this script has made. */
  const made = new Set<string>();
  /** Functions that fail where a check in them does. */
  const checking = new Map<string, 'fails' | 'ends'>();
  const flows = createFlows(following);
  for (const [at, command] of commands.entries()) {
    if (budget.isSpent()) break;
    checks.reach(at);
    const words = withoutLaunchers(command.words);
    const name = basename(words[0] ?? '');
    followRuns(command, words, following, flows);
    followLoop(command, paths);
    const readsSum = readSums.has(command);
    // What stands in a function was read where it is written, and happens where it is called.
    const verified = functions.has(name)
      ? checking.has(name)
        ? anything
        : undefined
      : verifiedBy(command, {
          sumsOf: take,
          readsSum,
          isOwn: (file) => ownSums.has(basename(file)),
        });
    if (verified) {
      const stops = checking.get(name) === 'ends' ? (command.ifEnds ?? []) : stopsOf(command);
      checks.add(command, stops, verified);
      const called = countsAsCalled(command, stops, commands.length);
      if (called) checking.set(command.inFunction ?? '', called);
    }
    if (readsSum || writesSum(command)) {
      for (const word of filesWritten(command)) ownSums.add(basename(word));
    }
    for (const word of filesWritten(command)) withPath(paths, word, files.write);
    for (const word of savedFiles(command)) withPath(paths, word, (path) => files.fetch(path, at));
    if (readFetched.has(command)) {
      for (const word of givenOnFiles(command)) {
        withPath(paths, word, (path) => files.fetch(path, at));
      }
    }
    if (name === 'mkdir') {
      for (const word of operandsOf(words)) {
        withPath(paths, word, (path) => {
          made.add(path);
          folders.add(path);
        });
      }
    }
    const cloned = clonedBy(command);
    if (cloned !== undefined) withPath(paths, cloned, files.clone);
    const settled = settledBy(command);
    if (settled !== undefined) withPath(paths, settled, files.settle);
    if (readFetched.has(command) || files.hasUnverified()) {
      followArchives(command, following, { made, flows, readsFetched: readFetched.has(command) });
    }
    changePlace(name, words, following);
    for (const run of runsOnFound(command, true)) {
      changePlace(basename(run[0] ?? ''), run, following);
    }
    for (const run of [words, ...runsOnFound(command)]) changeRights(run, following);
    const passed = passedTo(words);
    if (passed !== undefined) {
      for (const each of listedFor(command.input)) {
        const to = each.startsWith('/') ? `${passed}${each}` : passed;
        changePlace('cp', ['cp', '-R', `${each}/.`, to], following);
      }
    }
    coverNamed(name, words, following);
    deriveNamed(name, words, following);
    const assignments = assignmentsOf(command, name);
    const sums = assignments.length > 0 ? sumsIn(command) : undefined;
    for (const assignment of assignments) {
      paths.assign(assignment);
      if (sums) held.set(assignment.slice(0, assignment.indexOf('=')), sums);
    }
  }
  checks.reach(commands.length);
}

/** Follows what a command runs: programs, files that it is given, what it reads, and what its folder holds. */
function followRuns(
  command: ShellCommand,
  words: readonly string[],
  { files, paths, step }: Following,
  flows: Flows,
): void {
  for (const word of filesRun(command.words)) {
    if (!/[/$]/.test(word)) files.run(undefined, { step, word });
    else {
      const path = paths.like(word);
      if (path !== undefined) files.run(path, { step, word });
    }
  }
  for (const run of runsOnFound(command, true)) {
    for (const word of filesRun(run.filter((each) => each !== '-R'))) {
      const path = paths.like(word);
      if (path?.includes('*') === true) files.run(path, { step, word });
    }
  }
  if (basename(words[0] ?? '') === 'run-parts') {
    for (const word of operandsOf(words)) {
      withPath(paths, word, (path) => files.runBelow(path, { step, word }));
    }
  }
  for (const word of modulesRun(words)) {
    withPath(paths, word, (path) => files.run(path, { step, word }, true));
  }
  const [word = ''] = words;
  if (files.hasFolders()) {
    for (const each of filesBuilt(words)) {
      const path = paths.like(each);
      if (path !== undefined) files.run(path, { step, word }, true);
    }
  }
  const read = runsInput(command.words) ? flows.read(command) : undefined;
  if (read) files.runFile(read, { step, word });
  if (command.inner.length === 0 || !runsInner(command.words)) return;
  for (const each of command.inner) {
    const file = flows.given(each);
    if (file) files.runFile(file, { step, word });
  }
}

/** A person names no more files in one place. */
const manyFiles = 100;

/** The files whose sums the substitutions of a command give; `undefined` where they give none. */
function sumsIn({ inner }: ShellCommand): Verified | undefined {
  const sums = inner.filter(writesSum).map(sumOf);
  const names = sums.flatMap((each) => each.names);
  if (names.length > manyFiles) return anything;
  if (sums.length === 0) return undefined;
  const paths = sums.flatMap((each) => each.paths ?? []);
  return { names, paths, open: sums.some(({ open }) => open) };
}

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** Variables that a command sets for what comes behind it. */
function assignmentsOf({ words, assignments }: ShellCommand, name: string): readonly string[] {
  if (words.length === 0) return assignments;
  return declares.test(name) ? words.filter((word) => /^\w+=/.test(word)) : [];
}

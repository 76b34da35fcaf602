import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { readersOf } from '../scripts/steps.ts';
import { clonedBy, settledBy } from './cloned-folders.ts';
import { createFetchedFiles, type FetchedFiles } from './fetched-files.ts';
import {
  changePlace,
  changeRights,
  operandsOf,
  withPath,
  type Following,
} from './follow-changes.ts';
import { runsOnFound } from '../files/found-files.ts';
import { filesRun, modulesRun } from '../files/run-files.ts';
import { countsAsCalled, createChecks } from './heeded-checks.ts';
import { nameIn } from '../files/fetcher.ts';
import { fetches, filesWritten, givenOnFiles, savedFiles } from '../files/saved-files.ts';
import { createPaths, type ScriptPaths } from '../commands/script-paths.ts';
import { unpackedBy } from '../files/unpacked-archives.ts';
import { filesLoaded, loadingVariables } from '../../syntax/shell/script-variables.ts';
import { stopsOf, sumOf, verifiedBy, writesSum, type Verified } from './verified-files.ts';

/** One step of a build. */
export interface BuildStep {
  /** What it runs; empty where it runs nothing. */
  readonly script: Script;
  /** The folder that relative paths begin in; `null` where nobody knows. */
  readonly folder: string | null;
  /** Files that it fetches without running anything. */
  readonly added: readonly string[];
  /** Whether it makes them programs. */
  readonly allows?: boolean;
}

/** What the files of a stage came to that were run in it, or made programs. */
export interface RunFiles extends Pick<
  FetchedFiles,
  'unverified' | 'others' | 'takePrograms' | 'isVerified' | 'hasUnverified'
> {
  /** Follows them through what a container begins with, as a step behind the others. */
  readonly start: (command: readonly string[], folder: string | null) => void;
  /** The place of that step. */
  readonly startStep: number;
}

/**
 * Follows the files of one stage, or of an image, through its steps.
 *
 * @param valueOf what a variable of the build has; `undefined` where nobody knows
 */
export function runFiles(
  steps: readonly BuildStep[],
  valueOf: (name: string) => string | undefined,
): RunFiles {
  const files = createFetchedFiles();
  const paths = createPaths(valueOf);
  const folders = new Set<string>();
  const ownSums = new Set<string>();
  const follow = ({ script, folder, added, allows }: BuildStep, step: number): void => {
    paths.begin(folder);
    files.begin(step);
    if (folder !== null) withPath(paths, '.', (path) => folders.add(path));
    for (const each of added) {
      withPath(paths, each, (path) => {
        files.fetch(path);
        if (allows === true) files.allow({ path, deep: false }, { step, word: each });
      });
    }
    if (script !== '') {
      followScript(commandsIn(script), { files, paths, folders, ownSums, step });
    }
  };
  for (const [step, each] of steps.entries()) follow(each, step);
  // What a variable of the build names is loaded by programs that run later.
  for (const name of loadingVariables) {
    for (const word of filesLoaded(name, valueOf(name) ?? '')) {
      withPath(paths, word, (path) => files.run(path, { step: steps.length - 1, word }, true));
    }
  }
  const start: RunFiles['start'] = (command, folder) =>
    follow({ script: quoted(command), folder, added: [] }, steps.length);
  return { ...files, start, startStep: steps.length };
}

/** The words of a command as a shell is handed them, those that are paths of Windows as every other. */
const quoted = (words: readonly string[]): string =>
  words
    .map((word) => (/^(?:[A-Za-z]:|\.)\\/.test(word) ? word.replaceAll('\\', '/') : word))
    .map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`)
    .join(' ');

const anything: Verified = { names: [], open: true };

function followScript(commands: readonly ShellCommand[], following: Following): void {
  const { files, folders, ownSums, paths, step } = following;
  const readSums = commands.some(writesSum) ? readersOf(commands, writesSum) : new Set();
  const readFetched = readersOf(commands, fetches);
  const functions = new Set(commands.map(({ inFunction }) => inFunction));
  const checks = createChecks(commands, files, ({ names, paths: named = [], open }) => {
    for (const each of named) withPath(paths, each, files.takeOut);
    return { names: names.map((each) => basename(paths.spell(each))), open };
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
  for (const [at, command] of commands.entries()) {
    checks.reach(at);
    const words = withoutLaunchers(command.words);
    const name = basename(words[0] ?? '');
    for (const word of filesRun(command.words)) {
      if (!/[/$]/.test(word)) files.run(undefined, { step, word });
      else {
        const path = paths.like(word);
        if (path !== undefined) files.run(path, { step, word });
      }
    }
    for (const word of modulesRun(words)) {
      withPath(paths, word, (path) => files.run(path, { step, word }, true));
    }
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
    for (const word of command.writesTo) withPath(paths, word, files.write);
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
    unpack(command, following, { made, readsFetched: readFetched.has(command) });
    changePlace(name, words, following);
    for (const run of [words, ...runsOnFound(command)]) changeRights(run, following);
    const assignments = assignmentsOf(command, name);
    const sums = assignments.length > 0 ? sumsIn(command) : undefined;
    for (const assignment of assignments) {
      paths.assign(assignment);
      if (sums) held.set(assignment.slice(0, assignment.indexOf('=')), sums);
    }
  }
  checks.reach(commands.length);
}

/** Follows what a command unpacks. */
function unpack(
  command: ShellCommand,
  { files, paths }: Following,
  { made, readsFetched }: { readonly made: ReadonlySet<string>; readonly readsFetched: boolean },
): void {
  const unpacking = unpackedBy(command);
  if (unpacking === undefined) return;
  const { archive, folder } = unpacking;
  withPath(paths, folder, (to) => {
    const alone = made.has(to);
    if (archive !== undefined) {
      withPath(paths, archive, (path) => files.unpack({ path }, to, alone));
    } else if (readsFetched) files.unpack({ fetched: addressIn(command, paths) }, to, alone);
  });
}

/** The name of what a command reads from another that fetches it, as its address has it. */
function addressIn({ input }: ShellCommand, paths: ScriptPaths): string {
  const address = input.at(-1)?.words.find((word) => word.includes('://')) ?? '';
  return nameIn(paths.spell(address).replace(/[?#].*$/s, ''));
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

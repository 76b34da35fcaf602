import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { runsOnFound } from '../files/found-files.ts';
import { filesRun, modulesRun, textsGiven } from '../files/run-files.ts';
import { fetches, filesWritten, savedFiles } from '../files/saved-files.ts';
import { listedFor, passedTo } from '../files/packed-archives.ts';
import { readersOf } from '../scripts/steps.ts';
import { namesCommit } from '../commands/names-commit.ts';
import { filesBuilt } from './built-here.ts';
import { clonedBy } from '../fetching/cloned-folders.ts';
import { unsettledBy, workTreeOf } from '../fetching/pinned-folders.ts';
import { createFlows, type Flows } from './content-flows.ts';
import { coverNamed } from './cover-named.ts';
import { followArchives } from './follow-archives.ts';
import { changePlace, changeRights } from './follow-changes.ts';
import { deriveNamed } from './derived-files.ts';
import { doubtFetches, doubtRuns, fetchTo } from './doubted-commands.ts';
import { followLoop } from './follow-loops.ts';
import { operandsOf, withPath, type Following } from './following.ts';
import { runsInner, runsInput } from './runs-input.ts';
import { followChecks } from './follow-checks.ts';
import { followInstalls } from './follow-installs.ts';
import { noteStandIns } from './stand-ins.ts';

/** Follows what the commands of one script do with files. */
export function followScript(commands: readonly ShellCommand[], following: Following): void {
  const { budget, files, folders, paths } = following;
  const readFetched = readersOf(commands, fetches);
  const checks = followChecks(commands, following);
  const openFunctions = new Map<string, string>();
  /** Folders that this script has made. */
  const made = new Set<string>();
  const flows = createFlows(following);
  for (const [at, command] of commands.entries()) {
    if (budget.isSpent()) break;
    checks.reach(at);
    const words = withoutLaunchers(command.words);
    const name = basename(words[0] ?? '');
    followRuns(command, words, following, flows);
    followInstalls(command, following);
    followLoop(command, paths);
    checks.follow(command, name);
    noteStandIns(command, following);
    for (const word of filesWritten(command)) withPath(paths, word, files.write);
    doubtFetches(command, following);
    const fetched = readFetched.has(command) ? filesWritten(command) : [];
    for (const word of [...savedFiles(command), ...fetched]) {
      fetchTo(command, word, following, (path) => files.fetch(path, at));
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
    if (cloned !== undefined) fetchTo(command, cloned, following, files.clone);
    const unsettled = unsettledBy(command);
    if (unsettled !== undefined) withPath(paths, unsettled, files.unsettle);
    followWorkTree(command, following);
    checks.followPin(command, name);
    doubtRuns(command, words, following, openFunctions);
    const isHeld = files.hasUnverified();
    if (readFetched.has(command) || isHeld) {
      followArchives(command, following, { made, flows, readsFetched: readFetched.has(command) });
    }
    if (name !== 'rm' || !endsBehind(commands, at)) changePlace(name, words, following);
    for (const run of runsOnFound(command, { deep: true })) {
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
    for (const assignment of assignments) {
      paths.assign(assignment);
      checks.assign(assignment, command);
    }
  }
  checks.reach(commands.length);
}

/** Whether the step fails with the commands that a command stands among, which are not always run: nothing happens behind it. */
function endsBehind(commands: readonly ShellCommand[], at: number): boolean {
  const branch = commands[at]?.ifLeft?.join(';');
  if (branch === undefined) return false;
  for (const { words, ifLeft } of commands.slice(at + 1)) {
    if (ifLeft?.join(';') !== branch) return false;
    if (words[0] === 'exit') return /^[1-9]\d*$/.test(words[1] ?? '');
  }
  return false;
}

/** A folder that is made of a clone is a clone as well, unless it is made of a whole commit, or the clone is held to one. */
function followWorkTree(command: ShellCommand, { files, paths }: Following): void {
  const tree = workTreeOf(command);
  if (tree === undefined) return;
  const { from, to, revision } = tree;
  const source = paths.of(from);
  if (source === undefined || !files.settling(source)) return;
  const isOpen =
    revision === '' ? files.unverifiedAt(`${source}/.git`) !== undefined : !namesCommit(revision);
  if (isOpen) withPath(paths, to, files.clone);
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
  for (const run of runsOnFound(command, { deep: true })) {
    for (const word of filesRun(run.filter((each) => each !== '-R'))) {
      const path = paths.like(word);
      if (path?.includes('*') === true) files.run(path, { step, word });
    }
  }
  const isParts = basename(words[0] ?? '') === 'run-parts';
  for (const word of isParts ? operandsOf(words) : textsGiven(command.words)) {
    withPath(paths, word, (path) => files.runBelow(path, { step, word }));
  }
  for (const word of modulesRun(words)) {
    withPath(paths, word, (path) => files.run(path, { step, word }, true));
  }
  const [word = ''] = words;
  for (const each of filesBuilt(words)) {
    const path = paths.like(each);
    if (path !== undefined) files.run(path, { step, word }, true);
  }
  const read = runsInput(command.words) ? flows.read(command) : undefined;
  if (read) files.runFile(read, { step, word });
  if (command.inner.length === 0 || !runsInner(command.words)) return;
  for (const each of command.inner) {
    const file = flows.given(each);
    if (file) files.runFile(file, { step, word });
  }
}

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** Variables that a command sets for what comes behind it. */
function assignmentsOf({ words, assignments }: ShellCommand, name: string): readonly string[] {
  if (words.length === 0) return assignments;
  return declares.test(name) ? words.filter((word) => /^\w+=/.test(word)) : [];
}

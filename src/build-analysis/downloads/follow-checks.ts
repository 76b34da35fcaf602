import { basename } from '../../syntax/shell/base-name.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { findsRevision, settledBy } from '../fetching/pinned-folders.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { filesGiven, filesWritten } from '../files/saved-files.ts';
import { readersOf } from '../scripts/steps.ts';
import { stopsOf } from '../verifying/compared-sums.ts';
import { trapsChangeStatus } from '../verifying/traps.ts';
import { variablesIn, type KnownSums } from '../verifying/known-sums.ts';
import { anything, sumOf, writesSum, type Verified } from '../verifying/verified.ts';
import { verifiedBy } from '../verifying/verified-by.ts';
import type { Following } from './following.ts';
import { countsAsCalled, createChecks } from './heeded-checks.ts';
import { mayBeStandIn } from './stand-ins.ts';
import type { VerifiedFiles } from './verify-names.ts';

/** Follows what the commands of a script verify, and the sums that it takes itself. */
export interface CheckFollower {
  /** Another command is reached; the place behind all of them is what is behind the script. */
  readonly reach: (at: number) => void;
  readonly follow: (command: ShellCommand, name: string) => void;
  /** The same of a repository, once what the command fetches is there. */
  readonly followPin: (command: ShellCommand, name: string) => void;
  /** A variable has another value from here on, which a command makes. */
  readonly assign: (assignment: string, command: ShellCommand) => void;
}

/** What a function verifies where it is called, and what its failure does there. */
interface Called {
  readonly how: 'fails' | 'ends';
  readonly what: Verified;
}

/** A person has no more checks in one function. */
const manyChecks = 20;

const spelledProgram = ({ words }: ShellCommand): string =>
  basename(withoutLaunchers(words)[0] ?? '');

export function followChecks(
  commands: readonly ShellCommand[],
  following: Following,
): CheckFollower {
  const { files, ownSums, paths } = following;
  const readSums = commands.some(writesSum) ? readersOf(commands, writesSum) : new Set();
  const isTrapped = trapsChangeStatus(commands);
  const functions = new Set(commands.map(({ inFunction }) => inFunction));
  /** Functions that fail where a check in them does. */
  const checking = new Map<string, Called[]>();
  const held = new Map<string, Verified>();
  const ownValues = new Set<string>();
  /** Variables that hold a revision which the script finds out. */
  const revisions = new Set<string>();
  const isOwn = (file: string): boolean => ownSums.has(basename(file));
  const known: Omit<KnownSums, 'readsSum'> = {
    sumsOf(variable) {
      const sums = held.get(variable);
      held.delete(variable);
      return sums;
    },
    isOwn,
    isOwnValue: (variable) => ownValues.has(variable),
    mayBeOwn: (file) => ownSums.size > 0 && !files.isFetched(paths.of(file) ?? ''),
  };
  const verified = (what: Verified, by: ShellCommand): VerifiedFiles => {
    const resolved = what.files.map((word) => ({
      name: basename(paths.spell(word)),
      path: paths.of(word),
    }));
    for (const { path } of resolved) if (path !== undefined) files.takeOut(path);
    const led = resolved.flatMap(({ path }) =>
      path === undefined ? [] : [{ name: basename(path), path }],
    );
    const isCall = functions.has(basename(by.words[0] ?? ''));
    const standIn = isCall ? undefined : mayBeStandIn(by, following);
    return {
      named: [...resolved, ...led],
      open: what.open,
      unsure: what.unsure === true || standIn !== undefined,
      by: standIn ?? basename(by.words[0] ?? ''),
    };
  };
  const checks = createChecks(commands);
  const add = (command: ShellCommand, stops: readonly number[], found: Verified): void => {
    const unsure =
      isTrapped || found.unsure === true || mayBeStandIn(command, following) !== undefined;
    if (found.repository === undefined) {
      checks.add(command, stops, (isPassing) =>
        files.verify(
          verified({ ...found, unsure: found.unsure === true || isTrapped }, command),
          isPassing,
        ),
      );
    } else {
      const settle = files.settling(paths.of(found.repository) ?? '');
      if (settle && stops.length > 0 && unsure) files.doubt('checked', spelledProgram(command));
      if (settle) checks.add(command, stops, settle);
    }
    const how = countsAsCalled(command, stops, commands.length);
    if (!how) return;
    const name = command.inFunction ?? '';
    const before = checking.get(name) ?? [];
    checking.set(name, [...before.slice(1 - manyChecks), { how, what: { ...found, unsure } }]);
  };
  const holdsAny = (word: string, names: ReadonlySet<string>): boolean =>
    variablesIn(word).some((each) => names.has(each));
  const makesOwn = ({ inner, words }: ShellCommand): boolean =>
    words.some((word) => holdsAny(word, ownValues)) ||
    withInput(inner).some(
      (each) => writesSum(each) || readSums.has(each) || filesGiven(each).some(isOwn),
    );
  const findsOut = ({ inner, words }: ShellCommand): boolean =>
    words.some((word) => holdsAny(word, revisions)) || withInput(inner).some(findsRevision);
  return {
    reach: checks.reach,
    follow(command, name) {
      const readsSum = readSums.has(command);
      // What stands in a function was read where it is written, and happens where it is called.
      const isCalled = functions.has(name);
      if (isCalled) {
        for (const { how, what } of checking.get(name) ?? []) {
          const stops = how === 'ends' ? (command.ifEnds ?? []) : stopsOf(command);
          add(command, stops, withArguments(what, command.words));
        }
      } else {
        const found = verifiedBy(command, { ...known, readsSum });
        if (found) add(command, stopsOf(command), found);
      }
      if (readsSum || writesSum(command)) {
        for (const word of filesWritten(command)) ownSums.add(basename(word));
      }
    },
    followPin(command, name) {
      const repository = functions.has(name) ? undefined : settledBy(command, findsOut(command));
      if (repository === undefined) return;
      add(command, command.ifFails, { files: [], open: false, repository });
    },
    assign(assignment, command) {
      const at = assignment.indexOf('=');
      const variable = assignment.slice(0, at);
      const value = assignment.slice(at + 1);
      const isMade = value.includes('$()') && makesOwn(command);
      note(variable, ownValues, isMade || holdsAny(value, ownValues));
      note(
        variable,
        revisions,
        (value.includes('$()') && findsOut(command)) || holdsAny(value, revisions),
      );
      const sums = value.includes('$()') ? sumsIn(command) : undefined;
      if (sums) held.set(variable, sums);
    },
  };
}

function note(variable: string, among: Set<string>, isOne: boolean): void {
  if (isOne) among.add(variable);
  else among.delete(variable);
}

/** Commands and those that they read from. */
const withInput = (commands: readonly ShellCommand[]): readonly ShellCommand[] => [
  ...commands,
  ...commands.flatMap(({ input }) => input),
];

/** What a function verifies that is called with some words. */
function withArguments(what: Verified, words: readonly string[]): Verified {
  if (!what.files.some((file) => /\$/.test(file))) return what;
  const files = what.files.map((file) =>
    file.replaceAll(/\$(?:(\d)|\{(\d)\})/g, (_, bare?: string, braced?: string) => {
      const given = words[Number(bare ?? braced)];
      return given === undefined || given.includes('$') ? '$@' : given;
    }),
  );
  return { ...what, files, open: files.some((file) => /[$*?%]/.test(file)) };
}

/** A person names no more files in one place. */
const manyFiles = 100;

/** The files whose sums the substitutions of a command give; `undefined` where they give none. */
function sumsIn({ inner }: ShellCommand): Verified | undefined {
  const sums = inner.filter(writesSum).map(sumOf);
  const files = sums.flatMap((each) => each.files);
  if (files.length > manyFiles) return anything;
  return sums.length === 0 ? undefined : { files, open: sums.some(({ open }) => open) };
}

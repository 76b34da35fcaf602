import { basename } from './base-name.ts';
import { scriptOf, runsItsInput, withoutLaunchers } from './launchers.ts';
import { plain, withOwnStatuses } from './kept-statuses.ts';
import type { Draft, Lowering } from './lowering.ts';
import { asProcess, closeAll, eachTime, mayBeLeft, ofCommands, type Outcomes } from './outcomes.ts';
import { settingsIn, takeSettings } from './shell-settings.ts';

/** Reads what runs in a shell of its own, which may have options of its own for a failure, and ends alone. */
export function inOwnShell(l: Lowering, read: () => Outcomes): Outcomes {
  const before = { ...l.set };
  const outcomes = asProcess(withOwnStatuses(l, read));
  Object.assign(l.set, before);
  return outcomes;
}

/** Reads what may not be run: it sets nothing for certain. */
export function inBranch(l: Lowering, left: 'left' | undefined, read: () => Outcomes): Outcomes {
  const from = l.all.length;
  const { errexit, pipefail } = l.set;
  const outcomes = read();
  l.set.errexit &&= errexit;
  l.set.pipefail &&= pipefail;
  if (left) mayBeLeft(l.all, from, undefined);
  return outcomes;
}

export const repeat = (l: Lowering, condition: Outcomes, body: Outcomes): Outcomes =>
  eachTime(condition, body, l.all.length);

/** Whether a command is a shell with a script, or evaluates one itself. */
const isShell = (words: readonly string[]): boolean =>
  scriptOf(words) !== undefined || runsItsInput(words);

/** Reads a command; a script that it hands to a shell has the settings of that. */
export function inShell<T>(
  l: Lowering,
  words: readonly string[],
  read: (tested: false | undefined) => T,
): T {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (basename(program) === 'eval' || !isShell(words)) return read(undefined);
  const before = { ...l.set };
  Object.assign(l.set, settingsIn(rest));
  const result = read(false);
  Object.assign(l.set, before);
  return result;
}

/** What a simple command comes to, with the scripts that it runs. */
export function comesTo(
  l: Lowering,
  drafts: readonly Draft[],
  words: readonly string[],
  substitutions: readonly Outcomes[],
  failed: string | undefined,
): Outcomes {
  const [program = ''] = words;
  const at = l.all.length;
  takeSettings(l.set, words);
  const isFailed = failed !== undefined && l.kept.has(failed) && plain(words[1]) === failed;
  const isAsBefore = words.length === 1 || words[1] === '$?';
  const outcomes = ofCommands(drafts, at, alwaysOf(words, isFailed));
  if (outcomes.always === 'leaves' && isAsBefore) outcomes.asBefore = true;
  if (program === 'return') outcomes.returns = true;
  // A command that only sets a variable fails where the last substitution does.
  const [own, others] =
    words.length === 0
      ? [substitutions.slice(-1), [...substitutions.slice(0, -1), ...l.within]]
      : isShell(words)
        ? [l.within, substitutions]
        : [[], [...substitutions, ...l.within]];
  for (const each of others) closeAll(each, at);
  for (const [nth, each] of own.entries()) {
    if (nth < own.length - 1) closeAll(each, at);
    else outcomes.down.push(...asProcess(each).down.splice(0));
    closeAll(each, at);
  }
  return outcomes;
}

/** What some commands always do. */
function alwaysOf([program = '', word]: readonly string[], isFailed: boolean): Outcomes['always'] {
  if (program === 'exit' || program === 'return') {
    return isFailed || /^[1-9]\d*$/.test(word ?? '') ? 'ends' : 'leaves';
  }
  // Another program takes the place of the shell, or the shell reads on and runs nothing.
  if (program === 'exec' && word !== undefined) return 'leaves';
  if (program === 'set' && /^-[a-z]*n/.test(word ?? '')) return 'leaves';
  if (program === 'false') return 'down';
  return /^(?:true|:|echo|printf)$/.test(program) ? 'up' : undefined;
}

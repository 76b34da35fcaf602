import { basename } from '../../syntax/shell/base-name.ts';
import { scriptOf, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { commandsIn, textOf, type Script } from '../scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { textsOfSed } from '../commands/sed-texts.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import {
  holdsUncheckedOption,
  mayHoldOption,
  takesUncheckedOption,
} from '../../knowledge/verification/unchecked-options.ts';
import {
  curlFile,
  holdsUncheckedSetting,
  mayHoldSetting,
  uncheckedCurlLine,
} from '../../knowledge/verification/unchecked-settings.ts';

/** Programs that only look for their words, or compare them. */
const searches: ReadonlySet<string> = new Set([
  ...['grep', 'egrep', 'fgrep', 'zgrep', 'rg', 'test', '[', '[['],
]);

/** Whether a script switches off the check of what it fetches; what it only shows or looks for does not count. */
export function skipsVerification(script: Script): boolean {
  const written = textOf(script);
  if (!mayHoldSetting.test(written) && !mayHoldOption.test(written)) return false;
  const commands = commandsIn(script);
  const piped = pipedOf(commands);
  const ofCurl = curlFile.test(written);
  /** What a file is given counts as far as it is a setting: a command in it may never be run. */
  const setsInFile = (text: string): boolean =>
    holdsUncheckedSetting(text) || (ofCurl && uncheckedCurlLine.test(text));
  const given = (text: string): boolean => setsInFile(text) || holdsUncheckedOption(text);

  const runSkips = (run: readonly string[], command: ShellCommand): boolean => {
    const name = basename(run[0] ?? '');
    if (searches.has(name)) return false;
    if (name === 'echo' || name === 'printf') {
      if (piped.has(command)) return given(shownBy(name, run));
      return command.writesTo.length > 0 && setsInFile(shownBy(name, run));
    }
    if (edits(name, run)) return textsOfSed(run.slice(1)).some(given);
    if (name === 'find') return foundRuns(run).some((each) => runSkips(each, command));
    return holdsUncheckedSetting(run.join(' ')) || takesUncheckedOption(run);
  };

  return commands.some((command) => {
    const { assignments, bodies, words } = command;
    if (bodies.some(setsInFile) || assignments.some(switchesOff)) return true;
    const run = withoutLaunchers(words);
    const set = words.length - run.length;
    if (set > 0 && holdsUncheckedSetting(words.slice(0, set).join(' '))) return true;
    // What is handed to a shell stands among the commands itself.
    return run.length > 0 && scriptOf(run) === undefined && runSkips(run, command);
  });
}

/** The commands whose output another one reads. */
function pipedOf(commands: readonly ShellCommand[]): ReadonlySet<ShellCommand> {
  const piped = new Set<ShellCommand>();
  for (const input of new Set(commands.map((command) => command.input))) {
    for (const command of input) piped.add(command);
  }
  return piped;
}

/** What `echo` or `printf` gives out, with the lines that it begins. */
function shownBy(name: string, run: readonly string[]): string {
  const from = run.findIndex((word, at) => at > 0 && !/^-[neE]+$/.test(word));
  if (from < 0) return '';
  return run
    .slice(from)
    .join(name === 'echo' ? ' ' : '\n')
    .replaceAll('\\n', '\n');
}

/** Whether a program edits text by commands of sed, as Perl does with `-p`. */
const edits = (name: string, run: readonly string[]): boolean =>
  name === 'sed' || name === 'gsed' || (name === 'perl' && run.some((word) => /^-\w*p/.test(word)));

/** What `find` runs for what it finds. */
function foundRuns(run: readonly string[]): readonly (readonly string[])[] {
  const starts = [...run.keys()].filter((at) => /^-(?:exec|ok)(?:dir)?$/.test(run[at] ?? ''));
  return starts.map((at, nth) => withoutLaunchers(run.slice(at + 1, starts[nth + 1])));
}

import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import { takesUncheckedOption } from '../../knowledge/verification/unchecked-options.ts';
import {
  curlFile,
  holdsUncheckedSetting,
  uncheckedCurlLine,
} from '../../knowledge/verification/unchecked-settings.ts';
import { mayLeaveChecksOut, settingFolders } from '../../knowledge/verification/setting-files.ts';
import { takesNext } from '../../knowledge/commands/manager-options.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import type { Said } from '../accounts/account-lines.ts';
import { filledIn } from '../commands/fill-in-variables.ts';
import { onceWithValues, type ValueOf } from '../scripts/once-with-values.ts';
import { fetcherOf } from '../files/saved-files.ts';
import { writtenByCommands, type Written } from '../files/written-files.ts';

/** A word that is a variable, what a command prints, or a value that was not kept, and nothing else. */
const variable = /^\$(?:\(\)|\w+|\{[^{}]*\}|[@*])$|^\[redacted\b/;

const managers =
  /^(?:apt|apt-get|aptitude|yum|dnf5?|microdnf|tdnf|zypper|apk|npm|pnpm|yarn|pip[\d.]*|uv|conda|mamba|helm)$/;

/**
 * Whether a script skips the check of fetched content through the values of variables, or through settings files that
 * it writes; `open` where nobody knows what an option or such a file holds.
 *
 * @param valueOf what a variable of the build has
 * @param folder that relative paths begin in; `null` where nobody knows
 */
export const leavesChecksOut = (script: Script, valueOf: ValueOf, folder: string | null): Said =>
  leavesOut(commandsIn(script), valueOf, folder);

const leavesOut = onceWithValues<Said, string | null>((commands, valueOf, folder) => {
  const written = writtenByCommands(commands, valueOf, folder);
  const texts = new Map(
    written.flatMap(({ path, put }) => (put.as === 'text' ? [[path, put.text] as const] : [])),
  );
  const answers = [
    ...filledIn(commands, valueOf).map((words) => byWords(words, texts)),
    ...written.map(byFile),
  ];
  return answers.includes(true) || (answers.includes('open') ? 'open' : undefined);
});

/** What is written into a file of settings: what it holds is judged, and what nobody knows may be any setting. */
export function byFile({ path, below, put }: Written): Said {
  if (below) return settingFolders.includes(path) ? 'open' : undefined;
  if (!mayLeaveChecksOut(path)) return undefined;
  if (put.as === 'unknown') return 'open';
  const isOff = put.as === 'text' && holdsOff(put.text, path);
  return isOff || undefined;
}

const holdsOff = (text: string, path: string): boolean =>
  holdsUncheckedSetting(text) || (curlFile.test(path) && uncheckedCurlLine.test(text));

function byWords(run: readonly string[], texts: ReadonlyMap<string, string>): Said {
  const [first = '', ...words] = withoutLaunchers(run);
  const program = basename(first);
  const fetcher = fetcherOf(program);
  if (fetcher === undefined && !managers.test(program)) return undefined;
  // As the script has it, with what its variables hold.
  if (takesUncheckedOption([first, ...words]) || words.some(switchesOff)) return true;
  if (fetcher !== undefined) {
    const { options, operands } = fetcher(words);
    const files = ['K', 'config'].flatMap((name) =>
      program === 'curl' || name === 'config' ? (options.get(name) ?? []) : [],
    );
    for (const file of files) {
      const text = texts.get(file);
      if (text === undefined) return 'open';
      if (holdsUncheckedSetting(text) || uncheckedCurlLine.test(text)) return true;
    }
    return mayHoldOptions(operands) ? 'open' : undefined;
  }
  const at = words.findIndex((word) => /^[a-z]/.test(word));
  if (words.slice(0, Math.max(at, 0)).some((word) => variable.test(word))) return 'open';
  const operands = words
    .slice(at + 1)
    .filter((word, each, all) => !word.startsWith('-') && !isValue(program, all[each - 1]));
  return mayHoldOptions(operands) ? 'open' : undefined;
}

const isValue = (program: string, before = ''): boolean =>
  before.startsWith('-') && takesNext(program.replace(/[\d.]+$/, ''), before) === true;

/** Whether variables may hold options: all but the one that alone is what is asked for. */
function mayHoldOptions(operands: readonly string[]): boolean {
  const open = operands.filter((word) => variable.test(word)).length;
  return open > (open === operands.length ? 1 : 0);
}

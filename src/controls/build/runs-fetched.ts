import { basename } from '../base-name.ts';
import { runsItsInput, withoutLaunchers } from '../shell/launchers.ts';
import { parseShell } from '../shell/parse-shell.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { programOf, readersOf } from '../shell/steps.ts';

const fetchers: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'iwr',
  'irm',
  'invoke-webrequest',
  'invoke-restmethod',
]);
const shells = /^(?:ba|z|da|a|k)?sh$/;
const interpreters = /^(?:python\d?(?:\.\d+)?|perl|ruby|node|php)$/;
const evaluators: ReadonlySet<string> = new Set(['eval', 'source', '.']);

const fetches = ({ words }: ShellCommand): boolean => fetchers.has(programOf(words).toLowerCase());

/** How interpreters are handed a script among their words. */
const inWords = /^-\w*[ceEr]$|^--eval$/;

/** How a shell is handed one. */
const shellScript = /^-\w*c$/;

/** Whether a shell is handed what `xargs` reads for its script: `xargs sh -c`, `xargs -I{} sh -c {}`. */
function takesFromXargs(words: readonly string[], started: readonly string[]): boolean {
  const before = words.slice(0, words.length - started.length);
  if (!before.some((word) => basename(word) === 'xargs')) return false;
  const at = started.findIndex((word) => shellScript.test(word));
  return at > 0 && ['', '{}', '%'].includes(started[at + 1]?.trim() ?? '');
}

/** Whether a command runs what it reads from a pipe. */
function runsInput(words: readonly string[]): boolean {
  const started = withoutLaunchers(words);
  const [program = '', ...rest] = started;
  const name = basename(program).toLowerCase();
  if (name === 'iex' || name === 'invoke-expression') return true;
  if (interpreters.test(name)) {
    // Behind its two hyphens, PHP takes arguments of what it reads; the others take a file.
    return rest.length === 0 || rest[0] === '-' || (name === 'php' && rest[0] === '--');
  }
  return runsItsInput(words) || (shells.test(name) && takesFromXargs(words, started));
}

/** Whether a command runs what the commands inside it give: `bash <(…)`, `sh -c "$(…)"`, `eval "$(…)"`, `$(…)`. */
function runsInner(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  const name = basename(program);
  const given = (word: string | undefined): boolean => word?.trimStart().startsWith('$()') === true;
  if (given(program)) return true;
  if (evaluators.has(name)) return given(rest[0]);
  const script = shells.test(name) ? shellScript : interpreters.test(name) ? inWords : undefined;
  if (script === undefined) return false;
  const at = rest.findIndex((word) => script.test(word));
  return given(at < 0 ? rest.find((word) => !word.startsWith('-')) : rest[at + 1]);
}

/** As PowerShell is mostly written to do it, which no shell here reads: `iex ((New-Object Net.WebClient).DownloadString('…'))`. */
const powershell =
  /\b(?:iex|invoke-expression)\b[^;\n]{0,500}\b(?:downloadstring|iwr|irm|invoke-webrequest|invoke-restmethod)\b/i;

/** Whether a script runs what it fetched without anything having looked at it. */
export function runsFetched(script: string): boolean {
  if (powershell.test(script)) return true;
  const commands = parseShell(script);
  if (!commands.some(fetches)) return false;
  const readers = readersOf(commands, fetches);
  return commands.some(
    (command) =>
      (readers.has(command) && runsInput(command.words)) ||
      (runsInner(command.words) && command.inner.some(fetches)),
  );
}

import { unknown, type Verdict } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { runsItsInput, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { fetcherNames, shellNames } from '../../syntax/shell/programs.ts';
import { commandsIn, textOf, type Script } from '../../build-analysis/scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { givesShell } from '../../build-analysis/programs/shells-given-away.ts';
import { readsConnection } from '../../build-analysis/files/saved-files.ts';
import { programOf, readersOf } from '../../build-analysis/scripts/steps.ts';
import {
  isHarmlessReader,
  runsWhatItReads,
} from '../../build-analysis/downloads/harmless-readers.ts';
import { python } from '../../build-analysis/commands/python-module.ts';

const interpreters = new RegExp(`${python.source}|^(?:perl|ruby|node|php)$`);
const evaluators: ReadonlySet<string> = new Set(['eval', 'source', '.']);

/** How interpreters are handed a script among their words. */
const inWords = /^-\w*[ceEr]$|^--eval$/;

/** Whether a command gives what it fetches, also as an interpreter with a script for that: `php -r "readfile('https://…')"`. */
function fetches(command: ShellCommand): boolean {
  const { words } = command;
  if (readsConnection(command)) return true;
  const name = programOf(words).toLowerCase();
  if (fetcherNames.has(name)) return true;
  if (!interpreters.test(name)) return false;
  const at = words.findIndex((word) => inWords.test(word));
  return at > 0 && /\bhttps?:\/\//.test(words[at + 1] ?? '');
}

/** Options of interpreters with which they run a module, or tell about themselves alone. */
const asksOnly = /^-(?:m.*|V|v|h)$|^--(?:version|help)$/;

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
    const at = rest.findIndex((word) => word === '-' || !/^-\w|^--\w/.test(word));
    const operand = rest[at] ?? '-';
    // What stands behind it is for the script.
    const own = at < 0 ? rest : rest.slice(0, at);
    if (own.some((word) => inWords.test(word) || asksOnly.test(word))) return false;
    // Behind its two hyphens, PHP takes arguments of what it reads; the others take a file.
    return operand === '-' || operand === '/dev/stdin' || (name === 'php' && operand === '--');
  }
  return runsItsInput(words) || (shellNames.test(name) && takesFromXargs(words, started));
}

/** What stands in a word for the commands inside it, where a script has its commands. */
const atCommand = /(?:^|[;&|({\n]|\$\{\w+:?[-+=])\s*\$\(\)/;

/**
 * Whether a command runs what is in some of its words: `bash <(…)`, `sh -c "$(…)"`, `eval "$(…)"`, `$(…)`.
 *
 * @param given tells these words
 */
function runsWord(words: readonly string[], given: (word: string | undefined) => boolean): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  const name = basename(program);
  if (given(program)) return true;
  if (evaluators.has(name)) return given(rest[0]);
  const script = shellNames.test(name)
    ? shellScript
    : interpreters.test(name)
      ? inWords
      : undefined;
  if (script === undefined) return false;
  const at = rest.findIndex((word) => script.test(word));
  return given(at < 0 ? rest.find((word) => !word.startsWith('-')) : rest[at + 1]);
}

/**
 * As PowerShell is mostly written to do it, which no shell here reads: `iex ((New-Object Net.WebClient).DownloadString('…'))`, or
 * in the words behind `-Command`, `irm https://… | iex` or `& ([scriptblock]::Create((iwr https://…)))`.
 */
const asksServer = String.raw`\b(?:downloadstring|iwr|irm|invoke-webrequest|invoke-restmethod)\b`;
const evaluates = String.raw`(?:\b(?:iex|invoke-expression)\b|\[scriptblock\]::create\()`;
const powershell = new RegExp(
  [
    String.raw`${evaluates}[^;\n]{0,500}${asksServer}`,
    String.raw`${asksServer}[^;|\n]{0,500}\|\s{0,4}(?:iex|invoke-expression)\b`,
    // By way of a variable.
    String.raw`(\$\w{1,40})\s{0,4}=[^;\n]{0,300}${asksServer}[\s\S]{0,500}?${evaluates}[^;\n]{0,80}\1\b`,
  ].join('|'),
  'i',
);

/** Variables that hold what was fetched: `script=$(curl …)`. */
const holders = (commands: readonly ShellCommand[]): ReadonlySet<string> =>
  new Set(
    commands
      .filter(({ inner }) => inner.some(fetches))
      .flatMap(({ assignments }) => assignments)
      .flatMap((each) => /^(\w+)="?\$\(\)/.exec(each)?.[1] ?? []),
  );

/** The program that a script gives its fetched content to, when it is not known whether it runs it. */
export function unknownReader(script: Script): string | undefined {
  const commands = commandsIn(script);
  if (!commands.some(fetches)) return undefined;
  const functions = new Set(commands.map(({ inFunction }) => inFunction));
  const readers = readersOf(commands, fetches);
  const found = commands.find(
    (command) =>
      readers.has(command) && !functions.has(command.words[0]) && !isHarmlessReader(command.words),
  );
  return found && programOf(found.words);
}

/** What a control says of such a program. */
export const mayRun = (program: string): Verdict =>
  unknown(
    text(
      `Passes what it fetches to ${program.slice(0, 40)}, which may run it`,
      `将下载内容交给 ${program.slice(0, 40)}，后者可能执行该内容`,
    ),
  );

/** Whether a script runs what it fetched without anything having looked at it, or lets another host say what it runs. */
export const runsFetched = (script: Script): boolean =>
  commandsIn(script).some(givesShell) || runsWhatItFetches(script);

/** The first alone. */
export function runsWhatItFetches(script: Script): boolean {
  if (powershell.test(textOf(script))) return true;
  const commands = commandsIn(script);
  if (!commands.some(fetches)) return false;
  const held = holders(commands);
  const holds = (word = ''): boolean => held.has(/^\$\{?(\w+)\}?$/.exec(word.trim())?.[1] ?? '');
  const isInner = (word = ''): boolean => atCommand.test(word);
  const gives = (command: ShellCommand): boolean =>
    fetches(command) || (held.size > 0 && command.words.some(holds));
  const readers = readersOf(commands, gives);
  return commands.some(
    (command) =>
      ((readers.has(command) || readsConnection(command)) &&
        (runsInput(command.words) || runsWhatItReads(command.words))) ||
      (held.size > 0 && runsWord(command.words, holds)) ||
      (command.inner.some(gives) &&
        (runsWord(command.words, isInner) ||
          (command.bodies.some(isInner) && runsInput(command.words)))),
  );
}

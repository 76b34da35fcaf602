import { textsRun } from '../../knowledge/commands/text-runners.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { handedOver } from '../../syntax/shell/handed-over.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { python, withoutModule } from '../commands/python-module.ts';
import { startedOnWindows } from '../commands/windows-files.ts';

/** How a program is given what to run. */
interface Interpreter {
  readonly names: RegExp;
  /** Options that take the next word as their value. */
  readonly valued: RegExp;
  /** Options with which it runs no file, or only looks at it. */
  readonly without: RegExp;
}

const interpreters: readonly Interpreter[] = [
  {
    names: /^(?:ba|z|da|a|k|fi)?sh$/,
    valued: /^[-+][oO]$|^--(?:rcfile|init-file)$/,
    without: /^-[A-Za-z]*[cns]|^--(?:version|help)$/,
  },
  {
    names: python,
    valued: /^-[WXQ]$/,
    without: /^-[A-Za-z]*[cmVh]|^--(?:version|help)/,
  },
  { names: /^perl$/, valued: /^-I$/, without: /^-[\w.]*[eEcvVh]$|^--(?:version|help)$/ },
  { names: /^ruby$/, valued: /^-[IrCE]$/, without: /^-\w*[ecvh]$|^--(?:version|help)$/ },
  {
    names: /^node$/,
    valued: /^-[rC]$|^--(?:require|import|loader|experimental-loader|conditions)$/,
    without: /^-\w*[epcvh]$|^--(?:eval|print|check|version|help|test)$/,
  },
  { names: /^php$/, valued: /^-[dczSt]$/, without: /^-[rlvhimRFBE]$|^--(?:version|help)$/ },
];

/**
 * What a command runs, as its words name it: a program, and the file that an interpreter or the shell itself is given. A
 * program that only starts another is among them beside that one.
 */
export function filesRun(words: readonly string[]): readonly string[] {
  const started = withoutLaunchers(words);
  const [program = '', ...rest] = started;
  const found = started === words ? [program] : [words[0] ?? '', program];
  const file = fileOf(basename(program), rest) ?? asFile(startedOnWindows(started));
  const code = asFile(codeFileOf(started));
  const here = inFolder.test(program) ? asFile(program) : undefined;
  const others = textsGiven(words).map(asFile);
  return [...found, ...[file, code, here, ...others].filter((each) => each !== undefined)];
}

/** Files, or folders of them, with a text that the program of a command does. */
export function textsGiven(words: readonly string[]): readonly string[] {
  const [program = '', ...rest] = withoutLaunchers(words);
  return textsRun(basename(program), rest);
}

/** The file of the module that Python is to run, which may be another one of that name: `python3 -m x`. */
export function modulesRun(words: readonly string[]): readonly string[] {
  const started = withoutModule(words);
  if (started === words || !python.test(basename(words[0] ?? ''))) return [];
  return [`./${(started[0] ?? '').replaceAll('.', '/')}.py`];
}

/** The file with a text in its own language that any other program is given: `lua x`, `make -f x`. */
function codeFileOf(started: readonly string[]): string | undefined {
  const { codeFile } = handedOver(started);
  return codeFile === '-' ? undefined : codeFile;
}

/** Programs that cmd looks for in the folder that it is in. */
const inFolder = /^[^/\\]+\.(?:exe|cmd|bat)$/i;

function fileOf(name: string, rest: readonly string[]): string | undefined {
  if (name === '.' || name === 'source') return asFile(rest[0]);
  if (name === 'java') {
    const jar = rest.indexOf('-jar');
    return jar < 0 ? undefined : asFile(rest[jar + 1]);
  }
  const interpreter = interpreters.find(({ names }) => names.test(name));
  if (interpreter === undefined) return undefined;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (interpreter.valued.test(word)) at += 1;
    else if (interpreter.without.test(word) || word === '-') return undefined;
    else if (!/^[-+]/.test(word)) return asFile(word);
  }
  return undefined;
}

/** A name without a slash is no program of that name here, but a file of the folder. */
const asFile = (word: string | undefined): string | undefined =>
  word === undefined || /^\$|\//.test(word) ? word : `./${word}`;

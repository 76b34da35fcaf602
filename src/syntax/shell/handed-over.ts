import { basename } from './base-name.ts';
import { foundRuns, pastLauncher } from './launchers.ts';
import { commandsMade, type Template } from './made-commands.ts';
import { programCalled } from './program-called.ts';
import { shellNames, type Program } from './programs.ts';
import { valuesIn } from './option-values.ts';
import { readShellWords } from './shell-words.ts';

/** What a command runs beside the program that it starts. */
export interface HandedOver {
  /** Scripts for a shell among its words, or kept for the end of its own: behind `-c`, of `eval`, `trap` and `find`. */
  readonly scripts: string[];
  /** A text in a language that is not read here, as it is given: `python3 -c`. */
  code?: string;
  /** That text itself, where it stands among its words. */
  codeText?: string | undefined;
  /** Whether it runs what it reads: a script of a shell, or such a text. */
  reads?: 'script' | 'code';
  /** A file that a shell reads. */
  file?: { readonly path: string; readonly isSourced: boolean };
  /** A file with such a text. */
  codeFile?: string;
  /** Names of such files that it takes by itself from the folder that it runs in. */
  found?: readonly string[];
  /** What it makes commands of, with the words of its input. */
  template?: Template;
}

/** What a command hands over, by way of all that only starts another. */
export function handedOver(words: readonly string[]): HandedOver {
  const handed: HandedOver = { scripts: [] };
  let at = 0;
  for (let next = pastLauncher(words, at); next !== undefined; next = pastLauncher(words, at)) {
    const own = words.slice(at + 1, next);
    ofProgram(handed, words[at] ?? '', own, { words, next });
    at = next;
  }
  const [name = '', ...rest] = words.slice(at);
  ofProgram(handed, name, rest, undefined);
  return handed;
}

/** Where in the words of a command that stands which a program only starts. */
interface Started {
  readonly words: readonly string[];
  readonly next: number;
}

function ofProgram(
  handed: HandedOver,
  path: string,
  own: readonly string[],
  started: Started | undefined,
): void {
  const name = basename(path);
  const program = programCalled(name);
  if (name === 'eval') handed.scripts.push(own.join(' '));
  else if (name === '.' || name === 'source') {
    const [file] = own[0] === '--' ? own.slice(1) : own;
    if (file !== undefined) handed.file = { path: file, isSourced: true };
  } else if (name === 'trap') {
    handed.scripts.push(...own.filter((word) => !word.startsWith('-')).slice(0, 1));
  } else if (name === 'find') {
    for (const { scripts, code } of foundRuns(own).map(handedOver)) {
      handed.scripts.push(...scripts);
      if (code !== undefined) handed.code ??= code;
    }
  } else {
    ofTable(handed, name, program, own, started);
    if (shellNames.test(name)) ofShell(handed, own);
  }
}

function ofShell(handed: HandedOver, own: readonly string[]): void {
  const { script, file, readsInput } = readShellWords(own);
  if (script !== undefined) handed.scripts.push(script);
  if (file !== undefined) handed.file = { path: file, isSourced: false };
  if (readsInput) handed.reads = 'script';
}

function ofTable(
  handed: HandedOver,
  name: string,
  program: Program,
  own: readonly string[],
  started: Started | undefined,
): void {
  const { script, scripts, joined, operands = 0, shell, code, files, mixed, acts, text } = program;
  if (name === 'xargs') {
    handed.template = { words: startedWords(started), mark: markOf(own), isScript: false };
  }
  if (name === 'parallel') ofParallel(handed, startedWords(started));
  handed.scripts.push(...valuesIn(own, script), ...(scripts?.(own) ?? []));
  const isAlone = started === undefined || started.next >= started.words.length;
  if (shell && handed.scripts.length === 0 && isAlone) handed.reads = 'script';
  const { options, operand, at } = takeOptions(program, own);
  if (joined) {
    const behind = own.slice(at + operands);
    if (behind[0] === '-c' || behind[0] === '--') handed.scripts.push(behind.slice(1).join(' '));
    else if (behind.length > 0) handed.scripts.push(behind.join(' '));
  }
  const givenWords = mixed ? own : [...options, operand ?? ''];
  const found = code && givenWords.find((word) => code.test(word));
  if (found !== undefined) {
    handed.code ??= `${name} ${found}`.slice(0, 40);
    handed.codeText ??= valuesIn(own, code)[0];
  } else if (takesInput(program, options, operand)) handed.reads ??= 'code';
  else if (program.input === true && operand !== undefined) handed.codeFile = operand;
  const [file] = valuesIn(own, files);
  if (file !== undefined) handed.codeFile = file;
  else if (program.found) handed.found = program.found;
  if (acts === undefined) return;
  const texts = text ? valuesIn(own, text) : [];
  if ((texts.length > 0 ? texts : [operand ?? '']).some(acts)) handed.code ??= name;
}

const startedWords = (started: Started | undefined): readonly string[] =>
  started?.words.slice(started.next) ?? [];

/** The options before the first word that is none, and where that stands. */
function takeOptions(
  { valued }: Program,
  own: readonly string[],
): {
  readonly options: readonly string[];
  readonly operand: string | undefined;
  readonly at: number;
} {
  let at = 0;
  for (let word = own[at]; word !== undefined && /^[-+]./.test(word); word = own[at]) {
    at += valued?.test(word) === true ? 2 : 1;
    if (word === '--') break;
  }
  return { options: own.slice(0, at), operand: own[at], at };
}

function takesInput(
  { input, without }: Program,
  options: readonly string[],
  operand: string | undefined,
): boolean {
  if (input === undefined || options.some((word) => without?.test(word))) return false;
  const isNone = operand === undefined || operand === '-' || operand === '/dev/stdin';
  if (input === true) return isNone && without?.test(operand ?? '') !== true;
  const words = [...options, operand ?? ''];
  return words.some((word, at) => input.test(word) || input.test(`${word} ${words[at + 1] ?? ''}`));
}

/** What stands for the input in the words that `xargs` starts. */
function markOf(own: readonly string[]): string | undefined {
  const at = own.findIndex((word) => /^-[Ii]|^--replace/.test(word));
  const [, same = ''] = /^(?:-[Ii]|--replace=?)(.*)$/.exec(own[at] ?? '') ?? [];
  if (at < 0 || same !== '') return at < 0 ? undefined : same;
  return own[at] === '-I' ? own[at + 1] : '{}';
}

/** `parallel` makes commands of its input, or of the words behind three colons. */
function ofParallel(handed: HandedOver, started: readonly string[]): void {
  const at = started.findIndex((word) => /^:::\+?$/.test(word));
  const words = started.slice(0, at < 0 ? started.length : at);
  const template = { words, mark: '{}', isScript: true };
  if (at < 0) handed.template = template;
  else {
    const text = started.slice(at + 1).join('\n');
    handed.scripts.push(commandsMade(template, { text }) ?? '');
  }
}

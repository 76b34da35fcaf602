import { basename } from './base-name.ts';
import { cmdScripts } from './cmd-scripts.ts';
import { substituted } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellProblem, ShellProblemCode } from './shell-problem.ts';

/** A script of PowerShell or of cmd, and how far it was read. */
interface Reader {
  readonly text: string;
  at: number;
  line: number;
  readonly all: ShellCommand[];
  readonly problems: ShellProblem[];
}

/** A command while it is read. */
interface Draft {
  words: string[];
  inner: ShellCommand[];
  writesTo: string[];
  line: number;
}

/** A person nests less than this. */
const deepest = 40;

const plain = /[^\s;|&(){}'"<>`^,]+/y;
const ends = /[;|&{}]/;

/**
 * Splits a script of Windows into commands, as far as separators, quotes and parentheses tell: what stands in parentheses is inside
 * of the word there, the arguments of a method are words behind it. Paths are read with slashes.
 */
export function readWindowsScript(text: string): {
  readonly tree: readonly ShellCommand[];
  readonly problems: readonly ShellProblem[];
} {
  const r: Reader = { text: text.replaceAll('\\', '/'), at: 0, line: 1, all: [], problems: [] };
  while (r.at < r.text.length) {
    readList(r, 0);
    if (r.at < r.text.length) refuse(r, "unexpected ')'");
    r.at += 1;
  }
  // It is stopped in more ways than are read here.
  const tree = r.all.map((each, at) =>
    Object.assign(each, { ifFails: [at + 1, r.all.length + 1] }),
  );
  return { tree, problems: r.problems };
}

/** Notes what is not understood; one says as much as many. */
function refuse({ problems, line }: Reader, what: string, code: ShellProblemCode = 'syntax'): void {
  if (problems.length === 0) problems.push({ code, what, line, column: 1 });
}

/** Reads commands up to the parenthesis that closes them, and tells them. */
function readList(r: Reader, depth: number): readonly ShellCommand[] {
  const from = r.all.length;
  let input: readonly ShellCommand[] = [];
  let unit = r.all.length;
  let draft = begin(r);
  let isCalled = false;
  const end = (): void => {
    const { words, inner, writesTo, line } = draft;
    if (words.length + writesTo.length > 0) {
      const read = [...inner, ...input].flatMap((each) => each.words);
      const made = madeBy(words, { isCalled, read });
      if (made !== undefined) refuse(r, words.slice(0, 2).join(' '), made);
      r.all.push({
        ...{ words, inner, writesTo, line, input },
        ...{ assignments: [], bodies: [], insteadOf: undefined },
        ...{ background: false, inFunction: undefined, ifFails: [] },
      });
      const scripts = depth < deepest ? scriptsOf(words) : [];
      for (const script of scripts) readList({ ...r, text: script, at: 0, line }, depth + 1);
    }
    draft = begin(r);
  };
  for (let char = r.text[r.at]; char !== undefined && char !== ')'; char = r.text[r.at]) {
    if (char === '\n' || ends.test(char)) {
      if (char === '\n') r.line += 1;
      r.at += 1;
      end();
      const isPipe = char === '|' && r.text[r.at] !== '|';
      isCalled = char === '&';
      input = isPipe ? r.all.slice(unit) : [];
      unit = r.all.length;
    } else if (!readPiece(r, draft, depth)) r.at += 1;
  }
  end();
  return r.all.slice(from);
}

const nameOf = (program: string): string =>
  basename(program)
    .toLowerCase()
    .replace(/\.exe$/, '');

/** What PowerShell evaluates, and how it makes a script of a text. */
const evaluators = /^(?:iex|invoke-expression)$/;
const makesScript =
  /\[scriptblock\]::create$|\.(?:invoke|invokescript|invokereturnasis|createinstance)$/i;

/** How PowerShell is handed a script that is no plain text. */
const encoded = /^[-/](?:e|ec|en\w*)$/i;

/** What asks a server for a text: what it answers is no more a part of the script than what `curl` pipes into `sh`. */
const asksServer =
  /(?:^|\.)(?:iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod|downloadstring)$/i;

/** What is known of a command beside its words. */
interface Around {
  /** Whether `&` stands before it. */
  readonly isCalled: boolean;
  /** The words of commands that give it something. */
  readonly read: readonly string[];
}

/** Why nobody knows what a command runs: its program is in a variable, or its script is made as it runs. */
function madeBy(
  words: readonly string[],
  { isCalled, read }: Around,
): ShellProblemCode | undefined {
  if ([...words, ...read].some((word) => asksServer.test(word))) return undefined;
  const [first = '', ...rest] = words;
  const name = nameOf(first);
  if (words.some((word) => makesScript.test(word))) return 'unknown-script';
  if (evaluators.test(name)) return literalOf(rest) === undefined ? 'unknown-script' : undefined;
  const isPowerShell = name === 'powershell' || name === 'pwsh';
  if (isPowerShell && rest.some((word) => encoded.test(word) || word === '-')) {
    return 'unknown-script';
  }
  const isAssigned = /^[-+*/]?=$/.test(rest[0] ?? '');
  return isCalled && !isAssigned && /^\$|^\[/.test(first) ? 'unknown-program' : undefined;
}

/** What an evaluator is handed, where it is one text as it stands. */
function literalOf(words: readonly string[]): string | undefined {
  const operands = words.filter((word) => !/^-c(?:o\w*)?$/i.test(word));
  const isPlain = operands.length > 0 && operands.every((word) => !/[$]/.test(word));
  return isPlain ? operands.join(' ') : undefined;
}

/** Scripts within the words of a command: those that cmd and PowerShell are handed. */
function scriptsOf([first = '', ...rest]: readonly string[]): readonly string[] {
  const name = nameOf(first);
  if (name === 'cmd') return cmdScripts(rest);
  if (evaluators.test(name)) return [literalOf(rest) ?? ''];
  if (name !== 'powershell' && name !== 'pwsh') return [];
  const at = rest.findIndex((word) => /^-c(?:o\w*)?$/i.test(word));
  return at < 0 ? [] : [rest.slice(at + 1).join(' ')];
}

const begin = ({ line }: Reader): Draft => ({ words: [], inner: [], writesTo: [], line });

/** Reads a word, a comment or a redirection; `false` where none begins. */
function readPiece(r: Reader, draft: Draft, depth: number): boolean {
  const char = r.text[r.at] ?? '';
  if (char === '#') {
    const stop = r.text.indexOf('\n', r.at);
    r.at = stop < 0 ? r.text.length : stop;
    return true;
  }
  if (char === '>' || char === '<') {
    while (/[<>\s]/.test(r.text[r.at] ?? '') && r.text[r.at] !== '\n') r.at += 1;
    const target = readWord(r, draft, depth);
    if (char === '>' && target !== undefined) draft.writesTo.push(target);
    return true;
  }
  const word = readWord(r, draft, depth);
  if (word === undefined) return false;
  draft.words.push(word);
  if (r.text[r.at] === '(') readArguments(r, draft, depth);
  return true;
}

/** Reads a word; `undefined` where none begins. */
function readWord(r: Reader, draft: Draft, depth: number): string | undefined {
  const start = r.at;
  let word = '';
  for (;;) {
    plain.lastIndex = r.at;
    const run = plain.exec(r.text)?.[0];
    const char = r.text[r.at] ?? '';
    if (run !== undefined) {
      word += run;
      r.at += run.length;
    } else if (char === '"' || char === "'") word += readQuoted(r, char);
    else if ((char === '`' || char === '^') && r.text[r.at + 1] !== undefined) {
      const next = r.text[r.at + 1] ?? '';
      r.at += 2;
      if (next === '\n') {
        r.line += 1;
        break;
      }
      word += next;
    } else if (char === '(' && /^[$@]?$/.test(word) && depth < deepest) {
      r.at += 1;
      draft.inner.push(...readList(r, depth + 1));
      if (r.text[r.at] !== ')') refuse(r, "expected ')'");
      r.at += 1;
      word = substituted;
    } else break;
  }
  return r.at === start || (word === '' && !/["']/.test(r.text[start] ?? '')) ? undefined : word;
}

function readQuoted(r: Reader, quote: string): string {
  const end = r.text.indexOf(quote, r.at + 1);
  if (end < 0) refuse(r, `unterminated ${quote}`);
  const inside = r.text.slice(r.at + 1, end < 0 ? r.text.length : end);
  r.at = end < 0 ? r.text.length : end + 1;
  r.line += inside.split('\n').length - 1;
  return inside;
}

/** Reads what a method is given: `.DownloadFile('https://…', 'x')`. */
function readArguments(r: Reader, draft: Draft, depth: number): void {
  r.at += 1;
  for (let char = r.text[r.at]; char !== undefined && char !== ')'; char = r.text[r.at]) {
    const word = char === '\n' ? undefined : readWord(r, draft, depth);
    if (word !== undefined) draft.words.push(word);
    else {
      if (char === '\n') r.line += 1;
      r.at += 1;
    }
  }
  r.at += 1;
}

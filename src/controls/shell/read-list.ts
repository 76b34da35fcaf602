import { runsItsInput, scriptOf } from './launchers.ts';
import { readHeredocs } from './read-heredocs.ts';
import { readRedirect } from './read-redirect.ts';
import { readWord } from './read-word.ts';
import { blank, deepest, type Reader } from './reader.ts';
import { draft, type Draft, type ShellCommand } from './shell-command.ts';

/** Words after which another command begins. */
const openers: ReadonlySet<string> = new Set([
  ...['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', 'time', 'coproc'],
]);

/** Words that end something, and are no command. */
const closers: ReadonlySet<string> = new Set(['fi', 'done', 'esac']);

/** Commands that stand one behind the other, while they are read. */
interface List {
  readonly level: number;
  /** What the list as a whole reads through a pipe. */
  readonly piped: readonly ShellCommand[];
  /** What the current command reads through a pipe. */
  input: readonly ShellCommand[];
  current: Draft;
  /** Where in all commands those begin of which the next behind a pipe reads. */
  unit: number;
  /** Commands whose heredocs have not begun. */
  waiting: Draft[];
  /** What the list as a whole stands behind with `||`. */
  readonly outer: ShellCommand | undefined;
  /** What the current command stands behind with `||`. */
  insteadOf: ShellCommand | undefined;
  /** The groups in braces that are still open: where each began, and what it stands behind with `||`. */
  readonly groups: { readonly unit: number; readonly insteadOf: ShellCommand | undefined }[];
}

/**
 * Reads commands up to the end of the script, or up to the parenthesis that closes them.
 *
 * @param inside whether they stand in parentheses
 * @param insteadOf what the list as a whole stands behind with `||`
 */
export function readList(
  r: Reader,
  level: number,
  piped: readonly ShellCommand[],
  inside: boolean,
  insteadOf: ShellCommand | undefined,
): void {
  const list: List = {
    level,
    piped,
    input: piped,
    current: draft(piped, insteadOf),
    unit: r.all.length,
    waiting: [],
    outer: insteadOf,
    insteadOf,
    groups: [],
  };
  while (r.at < r.script.length) {
    const char = r.script[r.at] ?? '';
    if (blank.test(char)) r.at += 1;
    else if (char === '(') readSubshell(r, list);
    else if (char === ')') {
      r.at += 1;
      if (inside) break;
      startNext(r, list);
    } else if (char === '<' || char === '>') readRedirect(r, list.current, level);
    else if (!readSeparator(r, list, char)) readCommandWord(r, list);
  }
  endCommand(r, list);
  runHeredocs(r, list);
}

/** Reads what parts one command from the next; `false` where nothing of the kind stands. */
function readSeparator(r: Reader, list: List, char: string): boolean {
  const after = r.script[r.at + 1];
  if (char === '\n') {
    r.at += 1;
    startNext(r, list);
    runHeredocs(r, list);
  } else if (char === '#') {
    const stop = r.script.indexOf('\n', r.at);
    r.at = stop < 0 ? r.script.length : stop;
  } else if (char === ';') {
    r.at += 1;
    startNext(r, list);
  } else if (char === '&') {
    r.at += after === '&' ? 2 : 1;
    // `&>` sends the output of the same command elsewhere.
    if (after === '>') return true;
    const last = isBlank(list.current) ? r.all.at(-1) : list.current;
    if (last && after !== '&') last.background = true;
    startNext(r, list);
  } else if (char === '|') {
    r.at += after === '|' || after === '&' ? 2 : 1;
    if (after === '|') startNext(r, list, true);
    else startPiped(r, list);
  } else return false;
  return true;
}

function endCommand(r: Reader, { current, level, waiting }: List): void {
  finish(r, current, level);
  if (r.heredocs.length > 0) waiting.push(current);
}

/** What the innermost group that is open stands behind with `||`. */
const around = ({ groups, outer }: List): ShellCommand | undefined => {
  const group = groups.at(-1);
  return group ? group.insteadOf : outer;
};

function startNext(r: Reader, list: List, behindOr = false): void {
  // The command behind `||` or behind the brace that begins a group may stand on the next line.
  const begun = !isBlank(list.current);
  endCommand(r, list);
  list.input = list.piped;
  if (behindOr) list.insteadOf = r.all.at(-1);
  else if (begun) list.insteadOf = around(list);
  list.current = draft(list.input, list.insteadOf);
  list.unit = r.all.length;
}

/** The next command reads what the last one writes, or the last group. */
function startPiped(r: Reader, list: List): void {
  endCommand(r, list);
  list.input = r.all.slice(list.unit);
  list.unit = r.all.length;
  list.current = draft(list.input, list.insteadOf);
}

function readSubshell(r: Reader, list: List): void {
  r.at += 1;
  if (list.level >= deepest) return;
  const from = r.all.length;
  finish(r, list.current, list.level);
  readList(r, list.level + 1, list.input, true, list.insteadOf);
  list.insteadOf = around(list);
  list.current = draft(list.input, list.insteadOf);
  list.unit = Math.min(list.unit, from);
}

function readCommandWord(r: Reader, list: List): void {
  const { current, level } = list;
  const read = readWord(r, current, level);
  if (read === undefined) {
    r.at += 1;
    return;
  }
  take(r, read.text, read.quoted, current);
  if (read.quoted || current.words.length > 1) return;
  if (read.text === '{' && current.words.length === 0) {
    list.groups.push({ unit: r.all.length, insteadOf: list.insteadOf });
  }
  // What stands behind the pipe reads what the whole group writes.
  else if (read.text === '}' && current.words.length === 0) {
    list.unit = list.groups.pop()?.unit ?? list.unit;
    list.insteadOf = around(list);
  } else if (closers.has(read.text)) list.current = draft(list.input, list.insteadOf);
}

function take(r: Reader, text: string, quoted: boolean, of: Draft): void {
  if (of.words.length === 0 && !quoted && (openers.has(text) || text === '{' || text === '}')) {
    return;
  }
  const digits = /^\d+$/.test(text) && (r.script[r.at] === '<' || r.script[r.at] === '>');
  if (digits) return;
  if (of.words.length === 0 && /^\w+=/.test(text)) of.assignments.push(text);
  else of.words.push(text);
}

/** Whether nothing of a command was read yet. */
const isBlank = ({ words, assignments, writesTo, inner }: Draft): boolean =>
  words.length + assignments.length + writesTo.length + inner.length === 0;

/** What stands between quotes for a shell is a script of its own. */
function finish(r: Reader, of: Draft, level: number): void {
  if (isBlank(of)) return;
  r.all.push(of);
  if (level >= deepest) return;
  const inner = scriptOf(of.words);
  if (inner !== undefined) r.all.push(...r.within(inner, level + 1));
}

/** Reads the heredocs of a line; what they give to a shell is a script of its own. */
function runHeredocs(r: Reader, list: List): void {
  readHeredocs(r);
  for (const of of list.waiting) {
    const runs = runsItsInput(of.words) && list.level < deepest;
    for (const body of runs ? of.bodies : []) r.all.push(...r.within(body, list.level + 1));
  }
  list.waiting = [];
}

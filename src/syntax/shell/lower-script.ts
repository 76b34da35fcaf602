import {
  parse,
  type AndOr,
  type Command,
  type CommandNode,
  type Function as ShellFunction,
  type ParsedScript,
  type PipelineNode,
  type Redirection,
  type Statement,
  type SyntaxNode,
  type Word,
} from 'unbash';
import { basename } from './base-name.ts';
import { beyondPosix } from './beyond-posix.ts';
import { isClosed } from './fill-script.ts';
import { createValues, type KnownValues } from './known-values.ts';
import { runsItsInput, scriptsOf, shellNames, withoutLaunchers } from './launchers.ts';
import { placesIn, type Places } from './places.ts';
import {
  assignmentOf,
  bodyOf,
  innerScripts,
  isOpen,
  isSplit,
  substituted,
  wordOf,
  wordsOf,
  type InnerScript,
} from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellProblem, ShellProblemCode } from './shell-problem.ts';

/** A command while it is read. */
interface Draft {
  readonly words: readonly string[];
  readonly assignments: readonly string[];
  readonly input: readonly ShellCommand[];
  readonly inner: readonly ShellCommand[];
  readonly writesTo: string[];
  readonly bodies: readonly string[];
  readonly insteadOf: ShellCommand | undefined;
  background: boolean;
  readonly inFunction: string | undefined;
  readonly line: number;
}

/** What was read of a script, those within it included. */
interface Lowering {
  readonly all: Draft[];
  readonly problems: ShellProblem[];
  readonly values: KnownValues;
  readonly functions: Map<string, ShellFunction>;
  /** The functions that start what they are given, and how many of their words stand before that. */
  readonly starters: Map<string, number>;
  /** How much text of scripts within scripts is still read; each is text of the one around it, too. */
  left: number;
  /** Whether a file or a text was read as a script, which may set any variable. */
  settings: boolean;
  /** How many commands stand more than once, for the values that a variable may hold. */
  repeated: number;
}

/** Where a command stands. */
interface Standing {
  readonly dialect: 'sh' | 'bash';
  readonly places: Places;
  readonly depth: number;
  readonly input: readonly ShellCommand[];
  readonly insteadOf: ShellCommand | undefined;
  readonly inFunction: string | undefined;
  /** Whether it may be left out when the script runs. */
  readonly maybe: boolean;
  /** Whether it may be left out, or what it sets is lost behind it, where a command before it fails or a shell ends. */
  readonly loose: boolean;
  /** Whether it may run again, or later, when variables hold something else. */
  readonly again: boolean;
  /** What a heredoc around it gives to read; the first command that may read it takes it. */
  readonly bodies: { readonly texts: readonly string[]; taken: boolean } | undefined;
}

/** A person nests less than this. */
const deepest = 200;

/** A script within a script is text of both: where much is nested in much, there is no end. */
const leftAtMost = 1024 * 1024;

/** A person has fewer commands than this in one script that stand for several. */
const manyRepeated = 1000;

/** Lowers the syntax tree of a script to its simple commands. */
export function lowerScript(
  script: ParsedScript,
  source: string,
  dialect: 'sh' | 'bash',
  valueOf: (name: string) => string | undefined,
): { readonly tree: readonly ShellCommand[]; readonly problems: readonly ShellProblem[] } {
  const l: Lowering = {
    all: [],
    problems: [],
    values: createValues(valueOf),
    functions: new Map(),
    starters: new Map(),
    left: leftAtMost,
    settings: false,
    repeated: 0,
  };
  lowerWhole(l, script, {
    dialect,
    places: placesIn(source),
    depth: 0,
    input: [],
    insteadOf: undefined,
    inFunction: undefined,
    maybe: false,
    loose: false,
    again: false,
    bodies: undefined,
  });
  return { tree: l.all, problems: l.problems };
}

function report(
  l: Lowering,
  code: ShellProblemCode,
  what: string,
  places: Places,
  pos: number,
): void {
  const { line, column } = places.at(pos);
  const isKnown = l.problems.some(
    (each) => each.code === code && each.what === what && each.line === line,
  );
  if (!isKnown && l.problems.length < manyProblems) l.problems.push({ code, what, line, column });
}

/** One says that a script is not understood; some more say where. */
const manyProblems = 20;

function lowerWhole(l: Lowering, script: ParsedScript, standing: Standing): void {
  for (const { message, pos } of script.errors ?? []) {
    report(l, 'syntax', message, standing.places, pos);
  }
  lowerList(l, script.commands, standing);
}

/** Reads a script within another one; tells its commands. */
function lowerWithin(
  l: Lowering,
  script: ParsedScript | undefined,
  standing: Standing,
  pos: number,
): readonly ShellCommand[] {
  const from = l.all.length;
  l.left -= script === undefined ? 0 : script.end - script.pos;
  if (script === undefined || standing.depth >= deepest || l.left < 0) {
    report(l, 'too-deep', 'nested too deeply', standing.places, pos);
    return [];
  }
  const places =
    script.source === undefined
      ? standing.places
      : placesIn(script.source, standing.places.at(pos).line);
  lowerWhole(l, script, { ...standing, places, depth: standing.depth + 1 });
  return l.all.slice(from);
}

function lowerList(l: Lowering, statements: readonly Statement[], standing: Standing): void {
  for (const { command, background } of statements) {
    const from = l.all.length;
    lowerNode(l, command, background === true ? { ...standing, loose: true } : standing);
    if (background !== true) continue;
    for (const each of l.all.slice(from)) each.background = true;
  }
}

function lowerNode(l: Lowering, node: PipelineNode | AndOr, standing: Standing): void {
  check(l, node, standing);
  if (node.type === 'AndOr') lowerAndOr(l, node, standing);
  else if (node.type !== 'Pipeline') lowerCommand(l, node, standing);
  else {
    const inSubshells = node.commands.length > 1;
    let { input } = standing;
    for (const command of node.commands) {
      const from = l.all.length;
      check(l, command, standing);
      lowerCommand(l, command, { ...standing, input, maybe: standing.maybe || inSubshells });
      input = l.all.slice(from);
    }
  }
}

function lowerAndOr(l: Lowering, { commands, operators }: AndOr, standing: Standing): void {
  for (const [at, command] of commands.entries()) {
    const behindOr = at > 0 && operators[at - 1] === '||';
    const insteadOf = behindOr ? l.all.at(-1) : standing.insteadOf;
    const maybe = standing.maybe || behindOr;
    const loose = standing.loose || at > 0;
    lowerNode(l, command, { ...standing, insteadOf, maybe, loose });
  }
}

/** Notes what of bash a plain `sh` is given. */
function check(l: Lowering, node: SyntaxNode, { dialect, places }: Standing): void {
  if (dialect === 'bash') return;
  const what = beyondPosix(node, places.source);
  if (what !== undefined) report(l, 'not-posix', what, places, node.pos);
}

function lowerCommand(l: Lowering, node: CommandNode, standing: Standing): void {
  if (node.type === 'Command') {
    lowerSimple(l, node, standing);
    return;
  }
  if (standing.depth >= deepest) {
    report(l, 'too-deep', 'nested too deeply', standing.places, node.pos);
    return;
  }
  const inside = { ...standing, depth: standing.depth + 1 };
  const maybe = { ...inside, maybe: true };
  const repeated = { ...maybe, again: true };
  const keyword = (words: readonly string[], parts: readonly SyntaxNode[]): void =>
    lowerWords(l, words, parts, node.pos, standing);
  switch (node.type) {
    case 'Redirected':
      lowerRedirected(l, node, inside);
      return;
    case 'Subshell':
      lowerList(l, node.body.commands, { ...inside, loose: true });
      return;
    case 'BraceGroup':
      lowerList(l, node.body.commands, inside);
      return;
    case 'If':
      lowerList(l, node.clause.commands, inside);
      lowerList(l, node.then.commands, maybe);
      for (const { clause, then } of node.elif) {
        lowerList(l, clause.commands, maybe);
        lowerList(l, then.commands, maybe);
      }
      lowerList(l, node.else?.commands ?? [], maybe);
      return;
    case 'While':
      lowerList(l, node.clause.commands, { ...inside, again: true });
      lowerList(l, node.body.commands, repeated);
      return;
    case 'For':
    case 'Select': {
      const list = node.wordlist;
      const words = list?.flatMap(wordsOf) ?? [];
      const named = [node.type === 'For' ? 'for' : 'select', wordOf(node.name)];
      keyword(list === undefined ? named : [...named, 'in', ...words], list ?? []);
      const values = list?.some(isOpen) === false ? words : undefined;
      l.values.give(wordOf(node.name), values, false, false);
      lowerList(l, node.body.commands, repeated);
      return;
    }
    case 'Case':
      keyword(['case', wordOf(node.word), 'in'], [node.word, ...node.items.flatMap(patternsOf)]);
      for (const { body } of node.items) lowerList(l, body.commands, maybe);
      return;
    case 'Function':
      l.functions.set(wordOf(node.name), node);
      lowerFunction(l, node, { ...repeated, input: [], insteadOf: undefined });
      return;
    case 'Coproc': {
      const from = l.all.length;
      if (node.body.type === 'CompoundList') lowerList(l, node.body.commands, maybe);
      else lowerCommand(l, node.body, maybe);
      for (const each of l.all.slice(from)) each.background = true;
      return;
    }
    case 'TestCommand':
      keyword(['[[', ...testWords(node, standing.places.source), ']]'], [node.expression]);
      return;
    case 'ArithmeticCommand':
      keyword(['let', node.body.trim()], node.expression ? [node.expression] : []);
      return;
    case 'ArithmeticFor': {
      const { initialize, test, update } = node;
      const parts = [initialize, test, update].filter((each) => each !== undefined);
      keyword(['for', '(())'], parts);
      lowerList(l, node.body.commands, repeated);
    }
  }
}

const patternsOf = ({ pattern }: { readonly pattern: readonly Word[] }): readonly Word[] => pattern;

/** The words of `[[ … ]]`, quotes taken off those that are one. */
const testWords = (
  { pos, end }: { readonly pos: number; readonly end: number },
  source: string,
): readonly string[] =>
  source
    .slice(pos, end)
    .replace(/^\[\[\s*|\s*\]\]$/g, '')
    .split(/\s+/)
    .map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));

function lowerFunction(l: Lowering, { name, body }: ShellFunction, standing: Standing): void {
  const inside = { ...standing, inFunction: wordOf(name) };
  check(l, body, standing);
  if (body.type === 'CompoundList') lowerList(l, body.commands, inside);
  else lowerCommand(l, body, inside);
}

/** A group of commands with a redirection: each of them that has none of its own writes there, and reads from there. */
function lowerRedirected(
  l: Lowering,
  {
    command,
    redirects,
  }: { readonly command: CommandNode; readonly redirects: readonly Redirection[] },
  standing: Standing,
): void {
  check(l, command, standing);
  const { before, behind, read } = lowerInner(l, redirects, standing);
  const { writesTo, bodies } = redirected(redirects);
  const from = l.all.length;
  lowerCommand(l, command, {
    ...standing,
    input: read.length > 0 ? read : standing.input,
    bodies: bodies.length > 0 ? { texts: bodies, taken: false } : standing.bodies,
  });
  const inside = l.all.slice(from);
  if (inside.length === 0 && before.length > 0) {
    push(l, { words: [], assignments: [], writesTo, bodies, inner: before }, standing, 0);
  }
  for (const each of inside) if (each.writesTo.length === 0) each.writesTo.push(...writesTo);
  lowerReaders(l, behind, inside, standing);
}

/** The scripts inside pieces of a command: those that come before it are read, those that read what it writes are told. */
function lowerInner(
  l: Lowering,
  parts: readonly SyntaxNode[],
  standing: Standing,
): {
  readonly before: readonly ShellCommand[];
  readonly behind: readonly InnerScript[];
  /** Those that it reads as if through a pipe: `< <(…)`. */
  readonly read: readonly ShellCommand[];
} {
  const before: ShellCommand[] = [];
  const behind: InnerScript[] = [];
  const read: ShellCommand[] = [];
  const visit = (node: SyntaxNode): void => check(l, node, standing);
  for (const part of parts) {
    const left = (): void => report(l, 'too-deep', 'nested too deeply', standing.places, part.pos);
    for (const each of innerScripts(part, visit, left)) {
      if (each.reads) {
        behind.push(each);
        continue;
      }
      const inside = {
        ...standing,
        input: [],
        insteadOf: undefined,
        maybe: true,
        bodies: undefined,
      };
      const commands = lowerWithin(l, each.script, inside, each.pos);
      if (part.type === 'Redirect' && part.operator === '<' && each.isFile) read.push(...commands);
      else before.push(...commands);
    }
  }
  return { before, behind, read };
}

/** Scripts that read what commands write: `>(…)`. */
function lowerReaders(
  l: Lowering,
  scripts: readonly InnerScript[],
  input: readonly ShellCommand[],
  standing: Standing,
): void {
  for (const { script, pos } of scripts) {
    lowerWithin(l, script, { ...standing, input, insteadOf: undefined, maybe: true }, pos);
  }
}

/** Where redirections write to, and what texts they give to read. */
function redirected(redirects: readonly Redirection[]): {
  readonly writesTo: string[];
  readonly bodies: readonly string[];
} {
  const writesTo: string[] = [];
  const bodies: string[] = [];
  for (const each of redirects) {
    if (each.type === 'HereDoc') bodies.push(bodyOf(each));
    else if (each.type === 'HereString') {
      if (each.target) bodies.push(wordOf(each.target));
    } else if (each.target && each.operator !== '<' && each.operator !== '<&') {
      const target = wordOf(each.target);
      if (!/^\d*-?$/.test(target) && target !== substituted) writesTo.push(target);
    }
  }
  return { writesTo, bodies };
}

/** A word with what is known of it. */
interface Piece {
  readonly text: string;
  readonly open: boolean;
  readonly split: boolean;
}

const plain = (text: string): Piece => ({ text, open: false, split: false });

function lowerSimple(l: Lowering, node: Command, standing: Standing): void {
  const pieces: Piece[] = [];
  const assignments: string[] = [];
  for (const each of node.prefix) {
    if (each.type === 'Assignment') assignments.push(assignmentOf(each));
  }
  for (const each of node.name ? [node.name, ...node.args] : node.args) {
    if (each.type === 'Assignment') pieces.push(plain(assignmentOf(each)));
    else {
      const [open, split] = [isOpen(each), isSplit(each)];
      const isArgument = pieces.length > 0;
      const words = wordsOf(each);
      pieces.push(
        ...words.map((text) => ({
          text: open && isArgument ? filledIn(l, text, standing) : text,
          open,
          split,
        })),
      );
    }
  }
  const parts = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
  const { before, behind, read } = lowerInner(l, parts, standing);
  const { writesTo, bodies } = redirected(node.redirects);
  if (pieces.length + assignments.length + writesTo.length + before.length + read.length === 0) {
    return;
  }
  const asked = asksFor(before[0]);
  if (pieces[0]?.text === substituted && node.prefix.length === 0 && asked !== undefined) {
    pieces[0] = plain(asked);
  }
  const stand = read.length > 0 ? { ...standing, input: read } : standing;
  const from = l.all.length;
  const choices = programsKnown(l, pieces, standing, node.pos);
  const skipped = l.starters.get(pieces[0]?.text ?? '');
  const started =
    skipped === undefined ? [] : programsKnown(l, pieces.slice(1 + skipped), standing, node.pos);
  for (const words of [...choices, ...started]) {
    push(
      l,
      { words, assignments, writesTo: [...writesTo], bodies, inner: before },
      stand,
      node.pos,
    );
  }
  const [words = []] = choices;
  // What another file sets is known when it runs.
  if (/^(?:\.|source|eval)$/.test(words[0] ?? '')) l.settings = true;
  if (words[0] === 'eval' && pieces.some(({ open }) => open)) {
    const isKnown = pieces.every(({ open, text }) => !open || l.values.fill(text) !== undefined);
    if (!isKnown) report(l, 'unknown-script', 'eval', standing.places, node.pos);
  }
  takeValues(l, words, assignments, standing);
  lowerReaders(l, behind, l.all.slice(from), standing);
}

/** An argument with the values of its variables, where these are certain and of a type that is judged. */
function filledIn({ values, settings }: Lowering, word: string, { again }: Standing): string {
  if (again || settings || !word.includes('$')) return word;
  const text = values.certain(word);
  const given = text?.replace(/^--?[\w-]+=/, '').split(':');
  return text !== undefined && given?.every(isClosed) === true ? text : word;
}

/** The program of which a command tells where it is: `command -v curl`. */
function asksFor(command: ShellCommand | undefined): string | undefined {
  const [, name] =
    /^(?:which|command -p?v|type -[pP]) (\S+)$/.exec(command?.words.join(' ') ?? '') ?? [];
  return name?.includes('$') === true ? undefined : name;
}

/** A keyword that is lowered to a command of its own, so that what stands in its words has a place. */
function lowerWords(
  l: Lowering,
  words: readonly string[],
  parts: readonly SyntaxNode[],
  pos: number,
  standing: Standing,
): void {
  const { before } = lowerInner(l, parts, standing);
  const apart = { ...standing, bodies: undefined };
  push(l, { words, assignments: [], writesTo: [], bodies: [], inner: before }, apart, pos);
}

function push(
  l: Lowering,
  command: Pick<Draft, 'words' | 'assignments' | 'writesTo' | 'bodies' | 'inner'>,
  standing: Standing,
  pos: number,
): void {
  const { input, insteadOf, inFunction, places, depth } = standing;
  const { words } = command;
  const runsInput = runsItsInput(words);
  let { bodies } = command;
  if (bodies.length === 0 && standing.bodies && (runsInput || !standing.bodies.taken)) {
    bodies = standing.bodies.texts;
    standing.bodies.taken = true;
  }
  const { line } = places.at(pos);
  const draft = { ...command, bodies, input, insteadOf, background: false, inFunction, line };
  l.all.push(draft);
  const given = {
    ...standing,
    dialect: dialectFor(words) ?? standing.dialect,
    ...{ maybe: true, bodies: undefined, depth: depth + 1 },
  };
  for (const script of scriptsOf(words)) handOver(l, script, given, pos);
  for (const body of runsInput ? bodies : []) {
    // A heredoc begins on a later line.
    handOver(l, body, { ...given, input: [] }, Math.max(pos, places.source.indexOf('\n', pos)));
  }
  callFunction(l, basename(words[0] ?? ''), given, pos);
}

/** What a shell reads that is started by its name; `undefined` where it is no other. */
function dialectFor(words: readonly string[]): 'sh' | 'bash' | undefined {
  const [, name] = /^(ba|z|[mo]?k|a|da|)sh$/.exec(basename(withoutLaunchers(words)[0] ?? '')) ?? [];
  if (name === undefined) return undefined;
  return ['', 'a', 'da'].includes(name) ? 'sh' : 'bash';
}

/** Reads a script that a command hands to a shell. */
function handOver(l: Lowering, text: string, standing: Standing, pos: number): void {
  l.left -= text.length;
  if (standing.depth >= deepest || l.left < 0) {
    report(l, 'too-deep', 'nested too deeply', standing.places, pos);
    return;
  }
  // Its first line is the one in the script around it that has its first words.
  const places = placesIn(text, standing.places.lineOf(text, pos));
  lowerWhole(l, parse(text), { ...standing, places, insteadOf: undefined });
}

/** What a function does that reads from a pipe; where it reads none, what stands in it was read with it. */
function callFunction(l: Lowering, name: string, standing: Standing, pos: number): void {
  const called = standing.input.length > 0 ? l.functions.get(name) : undefined;
  if (called === undefined) return;
  l.left -= called.end - called.pos;
  if (standing.depth >= deepest || l.left < 0) {
    report(l, 'too-deep', 'nested too deeply', standing.places, pos);
    return;
  }
  l.functions.delete(name);
  lowerFunction(l, called, standing);
  l.functions.set(name, called);
}

/**
 * The words of a command, with the values of variables in the place of the program that it starts. Where a variable may
 * hold several, there is a command for each.
 */
function programsKnown(
  l: Lowering,
  pieces: readonly Piece[],
  { places, inFunction }: Standing,
  pos: number,
): readonly (readonly string[])[] {
  const done: (readonly string[])[] = [];
  const waiting = [pieces];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const words = each.map(({ text }) => text);
    const at = words.length - withoutLaunchers(words).length;
    const program = each[at];
    const isKnown =
      program?.open !== true ||
      !basename(program.text).includes('$') ||
      shellNames.test(program.text);
    if (isKnown) {
      done.push(words);
      continue;
    }
    if (inFunction !== undefined && /^\$(?:@|\*|\{@\})$/.test(program.text)) {
      l.starters.set(inFunction, shiftedBy(l, inFunction));
      done.push(words);
      continue;
    }
    const values = l.values.fill(program.text);
    l.repeated += (values?.length ?? 1) - 1;
    if (values === undefined || l.repeated > manyRepeated) {
      report(l, 'unknown-program', program.text, places, pos);
      done.push(words);
      continue;
    }
    for (const value of values.toReversed()) {
      const given = program.split ? value.split(/\s+/).filter((word) => word !== '') : [value];
      waiting.push([...each.slice(0, at), ...given.map(plain), ...each.slice(at + 1)]);
    }
  }
  return done;
}

/** How many of its words a function has taken off so far. */
const shiftedBy = ({ all }: Lowering, name: string): number =>
  all.reduce((sum, { inFunction, words }) => {
    const shifts = inFunction === name && words[0] === 'shift';
    return sum + (shifts ? Number(words[1] ?? 1) || 0 : 0);
  }, 0);

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** Notes the values that a command gives to variables for what comes behind it. */
function takeValues(
  l: Lowering,
  words: readonly string[],
  assignments: readonly string[],
  { maybe, loose }: Standing,
): void {
  const [first = '', ...rest] = words;
  const given =
    words.length === 0
      ? assignments
      : declares.test(first)
        ? rest.filter((each) => each.includes('='))
        : [];
  for (const each of given) {
    const [, name = '', append, value = ''] = /^(\w+)(\+?)=([\s\S]*)$/.exec(each) ?? [];
    const whatever = !maybe && !loose;
    l.values.give(name, append === '' ? l.values.fill(value) : undefined, !maybe, whatever);
  }
  if (/^(?:read|unset|getopts|printf|mapfile|readarray)$/.test(first)) {
    for (const each of rest) if (/^\w+$/.test(each)) l.values.give(each, undefined, true, false);
  }
}

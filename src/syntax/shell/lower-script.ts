import type {
  AndOr,
  CommandNode,
  Function as ShellFunction,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  SyntaxNode,
  Word,
} from 'unbash';
import { createValues } from './known-values.ts';
import { check, lowerInner, lowerReaders, redirected } from './lower-inner.ts';
import { lowerSimple, lowerWords } from './lower-simple.ts';
import { leftAtMost, mayRead, report, type Lowering, type Standing } from './lowering.ts';
import { placesIn } from './places.ts';
import { pushCommand } from './push-command.ts';
import { isOpen, wordOf, wordsOf } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellProblem } from './shell-problem.ts';
import { textPrinted, writeAll, type WrittenTexts } from './written-texts.ts';

/** Lowers the syntax tree of a script to its simple commands. */
export function lowerScript(
  script: ParsedScript,
  source: string,
  dialect: 'sh' | 'bash',
  valueOf: (name: string) => string | undefined,
  written: WrittenTexts,
): { readonly tree: readonly ShellCommand[]; readonly problems: readonly ShellProblem[] } {
  const l: Lowering = {
    all: [],
    problems: [],
    values: createValues(valueOf),
    functions: new Map(),
    starters: new Map(),
    written,
    readScript: (within, standing) => lowerWhole(l, within, standing),
    readFunction: (called, standing) => lowerFunction(l, called, standing),
    left: leftAtMost,
    settings: false,
    repeated: 0,
  };
  lowerWhole(l, script, {
    dialect,
    places: placesIn(source),
    depth: 0,
    input: [],
    fed: false,
    insteadOf: undefined,
    inFunction: undefined,
    maybe: false,
    loose: false,
    again: false,
    bodies: undefined,
  });
  return { tree: l.all, problems: l.problems };
}

function lowerWhole(l: Lowering, script: ParsedScript, standing: Standing): void {
  for (const { message, pos } of script.errors ?? []) {
    report(l, 'syntax', message, standing.places, pos);
  }
  lowerList(l, script.commands, standing);
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

function lowerCommand(l: Lowering, node: CommandNode, standing: Standing): void {
  if (node.type === 'Command') {
    lowerSimple(l, node, standing);
    return;
  }
  if (!mayRead(l, 0, standing, node.pos)) return;
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
  const { writesTo, bodies, isFed } = redirected(redirects);
  const from = l.all.length;
  lowerCommand(l, command, {
    ...standing,
    input: read.length > 0 ? read : standing.input,
    fed: standing.fed || isFed,
    bodies: bodies.length > 0 ? { texts: bodies, taken: false } : standing.bodies,
  });
  const inside = l.all.slice(from);
  if (inside.length === 0 && before.length > 0) {
    pushCommand(l, { words: [], assignments: [], writesTo, bodies, inner: before }, standing, 0);
  }
  for (const each of inside) if (each.writesTo.length === 0) each.writesTo.push(...writesTo);
  writeAll(l.written, writesTo, () => textPrinted(inside));
  lowerReaders(l, behind, inside, standing);
}

import type {
  AndOr,
  CommandNode,
  Elif,
  Function as ShellFunction,
  If,
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
import { askedOf, keepStatus, lastStatus, useStatus, withOwnStatuses } from './kept-statuses.ts';
import { inBranch, inOwnShell, repeat } from './lower-outcomes.ts';
import {
  leftAtMost,
  mayRead,
  report,
  type Draft,
  type Lowering,
  type ShellSettings,
  type Standing,
} from './lowering.ts';
import {
  asProcess,
  choose,
  closeAll,
  endFunction,
  endScript,
  negated,
  noOutcomes,
  ofCommands,
  oneOf,
  thenIf,
  thenNext,
  pause,
  throughPipe,
  untilDone,
  type Outcomes,
} from './outcomes.ts';
import { placesIn } from './places.ts';
import { pushCommand, readHooks } from './push-command.ts';
import { isOpen, wordOf, wordsOf } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';
import type { ShellProblem } from './shell-problem.ts';
import type { ShellOptions } from './shell-options.ts';
import { testedFunctions } from './tested-functions.ts';
import { textPrinted } from './printed-texts.ts';
import { locatedTexts } from './located-texts.ts';
import { writeAll, type WrittenTexts } from './written-texts.ts';

const hasFunctions = /\(\s*\)|\bfunction\b/;

/** Lowers the syntax tree of a script to its simple commands. */
export function lowerScript(
  script: ParsedScript,
  source: string,
  dialect: 'sh' | 'bash',
  valueOf: (name: string) => string | undefined,
  written: WrittenTexts,
  settings: ShellSettings,
  { folder, isHarmless }: Pick<ShellOptions, 'folder' | 'isHarmless'> = {},
): { readonly tree: readonly ShellCommand[]; readonly problems: readonly ShellProblem[] } {
  const l: Lowering = {
    all: [],
    problems: [],
    values: createValues(valueOf),
    functions: new Map(),
    starters: new Map(),
    connected: new Map(),
    tested: hasFunctions.test(source) ? testedFunctions(script) : new Set(),
    written: locatedTexts(written, folder),
    reading: new Set(),
    isHarmless,
    readScript: (within, standing) => lowerWhole(l, within, standing),
    readFunction: (called, standing) => lowerFunction(l, called, standing),
    left: leftAtMost,
    settings: false,
    repeated: 0,
    set: { ...settings },
    within: [],
    failing: [],
    kept: new Map(),
  };
  const outcomes = lowerWhole(l, script, {
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
    tested: false,
    bodies: undefined,
  });
  for (const each of l.within) closeAll(each, l.all.length);
  endScript(outcomes, l.failing, l.all.length);
  return { tree: l.all, problems: l.problems };
}

function lowerWhole(l: Lowering, script: ParsedScript, standing: Standing): Outcomes {
  for (const { message, pos } of script.errors ?? []) {
    report(l, 'syntax', message, standing.places, pos);
  }
  return lowerList(l, script.commands, standing);
}

function lowerList(l: Lowering, statements: readonly Statement[], standing: Standing): Outcomes {
  const outcomes = noOutcomes();
  for (const [at, { command, background }] of statements.entries()) {
    const from = l.all.length;
    if (at > 0) keepStatus(l, '$?', outcomes);
    const next = lowerNode(
      l,
      command,
      background === true ? { ...standing, loose: true } : standing,
    );
    if (background === true) {
      inBackground(l, from, next);
      outcomes.up.length = 0;
      outcomes.down.length = 0;
    } else thenNext(l.all, outcomes, from, next, l.set.errexit && !standing.tested);
  }
  return outcomes;
}

function inBackground(l: Lowering, from: number, outcomes: Outcomes): void {
  const { up, down } = asProcess(outcomes);
  keepStatus(l, '$!', { up: [...up], down: [...down] });
  closeAll(outcomes, l.all.length);
  for (const each of l.all.slice(from)) each.background = true;
}

function lowerNode(l: Lowering, node: PipelineNode | AndOr, standing: Standing): Outcomes {
  check(l, node, standing);
  if (node.type === 'AndOr') return lowerAndOr(l, node, standing);
  if (node.type !== 'Pipeline') return lowerCommand(l, node, standing);
  const inSubshells = node.commands.length > 1;
  const isNegated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 > 0;
  const tested = standing.tested || isNegated;
  let { input } = standing;
  let outcomes = noOutcomes();
  for (const command of node.commands) {
    const from = l.all.length;
    check(l, command, standing);
    const inside = { ...standing, input, tested, maybe: standing.maybe || inSubshells };
    const next = inSubshells
      ? inOwnShell(l, () => lowerCommand(l, command, inside))
      : lowerCommand(l, command, inside);
    outcomes = inSubshells
      ? throughPipe(outcomes, next, [from, l.all.length], l.set.pipefail)
      : next;
    input = l.all.slice(from);
  }
  return isNegated ? negated(outcomes) : outcomes;
}

function lowerAndOr(l: Lowering, { commands, operators }: AndOr, standing: Standing): Outcomes {
  let outcomes = noOutcomes();
  for (const [at, command] of commands.entries()) {
    const operator = operators[at - 1];
    const insteadOf = operator === '||' ? l.all.at(-1) : standing.insteadOf;
    const maybe = standing.maybe || operator === '||';
    const loose = standing.loose || at > 0;
    const tested = standing.tested || at < commands.length - 1;
    const from = l.all.length;
    if (operator === '||') keepStatus(l, '$?', { up: [], down: outcomes.down });
    else if (operator) l.kept.delete('$?');
    const failed = operator && failedIf(l, commands[at - 1], operator === '&&');
    const errexit = l.set.errexit;
    const next = lowerNode(l, command, {
      ...{ ...standing, insteadOf, maybe, loose, tested },
      ...(failed === undefined ? {} : { failed }),
    });
    if (operator === undefined) outcomes = next;
    else {
      l.set.errexit &&= errexit;
      thenIf(operator, l.all, outcomes, from, next);
    }
  }
  return outcomes;
}

/** What begins with a command that may ask for the status before. */
const passesOn: ReadonlySet<CommandNode['type']> = new Set([
  ...(['BraceGroup', 'If', 'Redirected', 'Subshell', 'While'] as const),
]);

function lowerCommand(l: Lowering, node: CommandNode, standing: Standing): Outcomes {
  if (node.type === 'Command') return lowerSimple(l, node, standing);
  if (!mayRead(l, 0, standing, node.pos)) return noOutcomes();
  const inside = { ...standing, depth: standing.depth + 1 };
  const status = passesOn.has(node.type) ? undefined : lastStatus(l);
  const maybe = { ...inside, maybe: true };
  const repeated = { ...maybe, again: true };
  const keyword = (words: readonly string[], parts: readonly SyntaxNode[]): Draft =>
    lowerWords(l, words, parts, node.pos, standing);
  const lowerBody = (statements: readonly Statement[], where: Standing, isRun = false): Outcomes =>
    withOwnStatuses(l, () =>
      inBranch(l, isRun ? undefined : 'left', () => lowerList(l, statements, where)),
    );
  switch (node.type) {
    case 'Redirected':
      return lowerRedirected(l, node, inside);
    case 'Subshell':
      return inOwnShell(l, () => lowerList(l, node.body.commands, { ...inside, loose: true }));
    case 'BraceGroup':
      return lowerList(l, node.body.commands, inside);
    case 'If':
      return lowerIf(l, node, [...node.elif], inside);
    case 'While': {
      const clause = { ...inside, again: true, tested: true };
      const from = l.all.length;
      const asked = lowerList(l, node.clause.commands, clause);
      const condition = node.kind === 'until' ? negated(asked) : asked;
      pause(condition.up, l.all.length);
      const body = lowerBody(node.body.commands, repeated);
      const isLeft = l.all.slice(from).some(({ words: [name] }) => name === 'break');
      if (isLeft) condition.up.length = 0;
      else untilDone(condition, body, l.all.length);
      return repeat(l, condition, body);
    }
    case 'For':
    case 'Select': {
      const list = node.wordlist;
      const words = list?.flatMap(wordsOf) ?? [];
      const named = [node.type === 'For' ? 'for' : 'select', wordOf(node.name)];
      keyword(list === undefined ? named : [...named, 'in', ...words], list ?? []);
      const values = list?.some(isOpen) === false ? words : undefined;
      l.values.give(wordOf(node.name), values, false, false);
      const isRun = node.type === 'For' && values !== undefined && values.length > 0;
      return repeat(l, noOutcomes(), lowerBody(node.body.commands, repeated, isRun));
    }
    case 'Case': {
      const words = ['case', wordOf(node.word), 'in'];
      const said = keyword(words, [node.word, ...node.items.flatMap(patternsOf)]);
      const bodies = node.items.map((item) => {
        const from = l.all.length;
        const outcomes = lowerBody(item.body.commands, maybe);
        const isAny = patternsOf(item).some((each) => matchesAny.test(wordOf(each)));
        return { from, outcomes, to: l.all.length, isAny };
      });
      return oneOf(said, bodies, l.all.length);
    }
    case 'Function':
      l.functions.set(wordOf(node.name), node);
      lowerFunction(l, node, {
        ...{ ...repeated, input: [], insteadOf: undefined },
        tested: l.tested.has(wordOf(node.name)),
      });
      return noOutcomes('up');
    case 'Coproc': {
      const from = l.all.length;
      const outcomes =
        node.body.type === 'CompoundList'
          ? lowerList(l, node.body.commands, maybe)
          : lowerCommand(l, node.body, maybe);
      inBackground(l, from, outcomes);
      return noOutcomes();
    }
    case 'TestCommand': {
      const words = ['[[', ...testWords(node, standing.places.source), ']]'];
      const outcomes = ofCommands([keyword(words, [node.expression])], l.all.length);
      useStatus(l, status, { words }, outcomes);
      return outcomes;
    }
    case 'ArithmeticCommand':
      keyword(['let', node.body.trim()], node.expression ? [node.expression] : []);
      return noOutcomes();
    case 'ArithmeticFor': {
      const { initialize, test, update } = node;
      const parts = [initialize, test, update].filter((each) => each !== undefined);
      keyword(['for', '(())'], parts);
      return repeat(l, noOutcomes(), lowerBody(node.body.commands, repeated));
    }
  }
}

/** Reads `if` or `elif` with those behind it. */
function lowerIf(
  l: Lowering,
  node: If | Elif,
  others: readonly Elif[],
  standing: Standing,
  last = node.type === 'If' ? node.else : undefined,
): Outcomes {
  const maybe = { ...standing, maybe: true };
  const condition = lowerList(l, node.clause.commands, { ...standing, tested: true });
  const asked = node.clause.commands.at(-1)?.command;
  const thenFrom = l.all.length;
  const failed = failedIf(l, asked, false);
  const chosen = inBranch(l, undefined, () =>
    lowerList(l, node.then.commands, { ...maybe, failed: failedIf(l, asked, true) }),
  );
  const otherFrom = l.all.length;
  const [next, ...more] = others;
  const other = { ...maybe, failed };
  const otherwise =
    next || last
      ? inBranch(l, undefined, () =>
          next ? lowerIf(l, next, more, other, last) : lowerList(l, last?.commands ?? [], other),
        )
      : undefined;
  return choose(l.all, condition, [chosen, thenFrom], [otherwise, otherFrom]);
}

/** The status that is a failure where a command that was read last holds, or does not. */
function failedIf(l: Lowering, node: SyntaxNode | undefined, holds: boolean): string | undefined {
  if (node?.type !== 'Command' && node?.type !== 'TestCommand') return undefined;
  const [of, isTurned] = askedOf(l.all.at(-1)?.words ?? []) ?? [];
  return isTurned === holds && of !== '$?' ? of : undefined;
}

/** A pattern of `case` with nothing in it that has to be there. */
const matchesAny = /^(?:[*?]|\[[^\]]*\])*$/;

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
  const { kept } = l;
  l.kept = new Map();
  const outcomes = inBranch(l, undefined, () =>
    body.type === 'CompoundList'
      ? lowerList(l, body.commands, inside)
      : lowerCommand(l, body, inside),
  );
  l.kept = kept;
  l.failing.push(...endFunction(outcomes, l.all.length));
}

/** A group of commands with a redirection: each of them that has none of its own writes there, and reads from there. */
function lowerRedirected(
  l: Lowering,
  {
    command,
    redirects,
  }: { readonly command: CommandNode; readonly redirects: readonly Redirection[] },
  standing: Standing,
): Outcomes {
  check(l, command, standing);
  const { before, behind, read } = lowerInner(l, redirects, standing);
  const { writesTo, appends, readsFrom, bodies, isFed } = redirected(redirects, l.connected);
  const from = l.all.length;
  const outcomes = lowerCommand(l, command, {
    ...standing,
    input: read.length > 0 ? read : standing.input,
    fed: standing.fed || isFed,
    bodies: bodies.length > 0 ? { texts: bodies, taken: false } : standing.bodies,
  });
  const inside = l.all.slice(from);
  if (inside.length === 0 && before.length > 0) {
    const said = { words: [], assignments: [], writesTo, readsFrom, bodies, inner: before };
    pushCommand(l, said, standing, 0);
  }
  for (const each of inside) {
    if (each.writesTo.length === 0) each.writesTo.push(...writesTo);
    if (each.readsFrom.length === 0) each.readsFrom.push(...readsFrom);
  }
  writeAll(
    l.written,
    writesTo,
    () => textPrinted(inside),
    (file) => appends.includes(file),
  );
  const last = inside.at(-1);
  if (last) readHooks(l, last, standing, 0);
  lowerReaders(l, behind, inside, standing);
  return outcomes;
}

import type { Command, SyntaxNode } from 'unbash';
import { askedProgram } from './asked-program.ts';
import { isClosed } from './fill-script.ts';
import { lowerInner, lowerReaders, redirected } from './lower-inner.ts';
import { lastStatus, useStatus } from './kept-statuses.ts';
import { comesTo, inShell } from './lower-outcomes.ts';
import type { Draft, Lowering, Standing } from './lowering.ts';
import { noOutcomes, type Outcomes } from './outcomes.ts';
import { pushCommand } from './push-command.ts';
import { assignmentOf, isOpen, isPattern, isSplit, substituted, wordsOf } from './read-words.ts';
import { plain, programsKnown, standIns, type Piece } from './started-programs.ts';
import { takeValues } from './take-values.ts';

/** Reads a simple command: its words, with the values that are known, and the scripts in them. */
export function lowerSimple(l: Lowering, node: Command, standing: Standing): Outcomes {
  const pieces: Piece[] = [];
  const assignments: string[] = [];
  for (const each of node.prefix) {
    if (each.type === 'Assignment') assignments.push(assignmentOf(each));
  }
  for (const each of node.name ? [node.name, ...node.args] : node.args) {
    if (each.type === 'Assignment') pieces.push(plain(assignmentOf(each)));
    else {
      const [open, split, matches] = [isOpen(each), isSplit(each), isPattern(each)];
      const isArgument = pieces.length > 0;
      const words = wordsOf(each);
      pieces.push(
        ...words.map((text) => ({
          text: open && isArgument ? filledIn(l, text, standing) : text,
          open,
          split,
          matches,
        })),
      );
    }
  }
  const status = lastStatus(l);
  const around = l.within;
  l.within = [];
  const parts = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
  const { before, behind, read, files } = lowerInner(l, parts, standing);
  const { writesTo, appends, readsFrom, bodies, isFed } = redirected(node.redirects, l.connected);
  if (pieces.length + assignments.length + writesTo.length + before.length + read.length === 0) {
    l.within = around;
    return noOutcomes();
  }
  const asked = askedProgram(before[0]);
  if (pieces[0]?.text === substituted && node.prefix.length === 0 && asked !== undefined) {
    pieces[0] = plain(asked);
  }
  const known = {
    files,
    appends,
    open: new Set(pieces.flatMap((piece) => (piece.open ? piece.text : []))),
  };
  const stand = {
    ...standing,
    ...(read.length > 0 ? { input: read } : {}),
    fed: standing.fed || isFed,
  };
  const from = l.all.length;
  const choices = programsKnown(l, pieces, standing, node.pos);
  const skipped = l.starters.get(pieces[0]?.text ?? '');
  const started =
    skipped === undefined ? [] : programsKnown(l, pieces.slice(1 + skipped), standing, node.pos);
  const substitutions = l.within;
  l.within = [];
  const [words = []] = choices;
  const others = [...choices, ...started].flatMap((run) => standIns(l, run));
  const drafts = [...choices, ...started, ...others].map((run) => {
    const said = {
      ...{ words: run, assignments, writesTo: [...writesTo], readsFrom: [...readsFrom], bodies },
      inner: before,
    };
    return inShell(l, run, (tested) =>
      pushCommand(l, said, tested === undefined ? stand : { ...stand, tested }, node.pos, known),
    );
  });
  const outcomes = comesTo(l, drafts, words, substitutions, standing.failed);
  useStatus(l, status, { words, assignments }, outcomes);
  l.within = around;
  // What another file sets is known when it runs.
  if (/^(?:\.|source|eval)$/.test(words[0] ?? '')) l.settings = true;
  takeValues(l, words, assignments, standing);
  lowerReaders(l, behind, l.all.slice(from), standing);
  return outcomes;
}

/** An argument with the values of its variables, where these are certain and of a type that is judged. */
function filledIn({ values, settings }: Lowering, word: string, { again }: Standing): string {
  if (again || settings || !word.includes('$')) return word;
  const text = values.certain(word);
  const given = text?.replace(/^--?[\w-]+=/, '').split(':');
  return text !== undefined && given?.every(isClosed) === true ? text : word;
}

/** A keyword that is lowered to a command of its own, so that what stands in its words has a place. */
export function lowerWords(
  l: Lowering,
  words: readonly string[],
  parts: readonly SyntaxNode[],
  pos: number,
  standing: Standing,
): Draft {
  const { before } = lowerInner(l, parts, standing);
  useStatus(l, undefined, { words });
  const apart = { ...standing, bodies: undefined, fed: false };
  return pushCommand(
    l,
    { words, assignments: [], writesTo: [], readsFrom: [], bodies: [], inner: before },
    apart,
    pos,
  );
}

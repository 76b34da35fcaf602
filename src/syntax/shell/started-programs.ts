import { basename } from './base-name.ts';
import { withoutLaunchers } from './launchers.ts';
import { report, type Lowering, type Standing } from './lowering.ts';
import { verbPlace } from './manager-verbs.ts';
import { shellNames } from './programs.ts';
import type { Written } from './written-texts.ts';

/** A word with what is known of it. */
export interface Piece {
  readonly text: string;
  readonly open: boolean;
  readonly split: boolean;
  /** Whether it stands for the files that it matches. */
  readonly matches: boolean;
}

export const plain = (text: string): Piece => ({ text, open: false, split: false, matches: false });

/** A person has fewer commands than this in one script that stand for several. */
const manyRepeated = 1000;

/**
 * The words of a command, with the values of variables in the place of the program that it starts. Where a variable may
 * hold several, there is a command for each.
 */
export function programsKnown(
  l: Lowering,
  pieces: readonly Piece[],
  { places, inFunction, given }: Standing,
  pos: number,
): readonly (readonly string[])[] {
  const done: (readonly string[])[] = [];
  const waiting = [pieces];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const words = each.map(({ text }) => text);
    const from = words.length - withoutLaunchers(words).length;
    const named = each[from];
    const isKnown =
      named?.open !== true || !basename(named.text).includes('$') || shellNames.test(named.text);
    // What a package manager does is known by its subcommand alone.
    const at = isKnown ? verbPlace(each, from) : from;
    const program = each[at ?? from];
    if (at === undefined || program === undefined) {
      if (named?.matches === true) report(l, 'unknown-program', named.text, places, pos);
      done.push(words);
      continue;
    }
    if (inFunction !== undefined && /^\$(?:@|\*|\{@\})$/.test(program.text)) {
      l.starters.set(inFunction, shiftedBy(l, inFunction));
      done.push(words);
      continue;
    }
    const lists = /^\$(?:@|\*|\{@\})$/.test(program.text) ? given?.lists : undefined;
    const isSplit = program.split;
    const values =
      lists ??
      l.values
        .fill(program.text)
        ?.map((value) => (isSplit ? value.split(/\s+/).filter((word) => word !== '') : [value]));
    l.repeated += (values?.length ?? 1) - 1;
    if (values === undefined || l.repeated > manyRepeated) {
      report(l, 'unknown-program', program.text, places, pos);
      done.push(words);
      continue;
    }
    for (const value of values.toReversed()) {
      waiting.push([...each.slice(0, at), ...value.map(plain), ...each.slice(at + 1)]);
    }
  }
  return done;
}

/** The same command, by the programs that the build gave the name of the one which it starts. */
export function standIns(l: Lowering, words: readonly string[]): readonly (readonly string[])[] {
  const started = withoutLaunchers(words);
  const before = words.slice(0, words.length - started.length);
  return startedTexts(l, started[0] ?? '').flatMap((each) =>
    typeof each === 'object' && 'program' in each
      ? [[...before, each.program, ...started.slice(1)]]
      : [],
  );
}

/** What a build wrote itself in the place of a program that a command starts. */
export const startedTexts = (l: Lowering, program: string): readonly Written[] => {
  if (program.includes('/')) return l.written.of(program);
  return l.functions.has(program) ? [] : l.written.ofProgram(program);
};

/** How many of its words a function has taken off so far. */
const shiftedBy = ({ all }: Lowering, name: string): number =>
  all.reduce((sum, { inFunction, words }) => {
    const shifts = inFunction === name && words[0] === 'shift';
    return sum + (shifts ? Number(words[1] ?? 1) || 0 : 0);
  }, 0);
